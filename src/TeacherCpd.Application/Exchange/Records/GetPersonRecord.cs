using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Records;

/// <summary>The record of a person who works today at one of the organisations in reach.</summary>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record GetPersonRecordQuery(Guid PersonId) : IQuery<PersonRecord>;

internal sealed class GetPersonRecordHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPersonRecordQuery, Result<PersonRecord>>
{
    public async Task<Result<PersonRecord>> Handle(GetPersonRecordQuery request, CancellationToken cancellationToken)
    {
        var day = time.Today();
        var query = db.WorkingBelow(user.Scopes(Permission.ExchangeRegister), day).Where(p => p.Id == request.PersonId);
        return await db.PersonRecordsAsync(query, day, cancellationToken) is [var record] ? record : new NotFound();
    }
}
