using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Records;

/// <summary>The own record, as other systems read it.</summary>
[SignedIn]
public sealed record GetMyPersonRecordQuery : IQuery<PersonRecord>;

internal sealed class GetMyPersonRecordHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyPersonRecordQuery, Result<PersonRecord>>
{
    public async Task<Result<PersonRecord>> Handle(GetMyPersonRecordQuery request, CancellationToken cancellationToken) =>
        (await db.PersonRecordsAsync(db.Persons.AsNoTracking().Where(p => p.Id == user.Me), time.Today(), cancellationToken)) is [var own] ? own : new NotFound();
}
