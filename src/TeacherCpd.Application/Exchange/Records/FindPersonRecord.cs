using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Records;

/// <summary>The record of the person with a national number, if they work today at one of the organisations in reach.</summary>
/// <param name="Iin">National number.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record FindPersonRecordQuery(string Iin) : IQuery<PersonRecord>;

internal sealed class FindPersonRecordHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<FindPersonRecordQuery, Result<PersonRecord>>
{
    public async Task<Result<PersonRecord>> Handle(FindPersonRecordQuery request, CancellationToken cancellationToken)
    {
        var iin = Iin.Parse(request.Iin);
        if (iin.Error is { } wrong)
        {
            return wrong;
        }

        var (day, number) = (time.Today(), iin.Value.Value);
        var query = db.WorkingBelow(user.Scopes(Permission.ExchangeRegister), day).Where(p => p.Iin == number);
        return await db.PersonRecordsAsync(query, day, cancellationToken) is [var record] ? record : new NotFound();
    }
}
