using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups;

/// <summary>Looks for clashes of a timetable before it is saved. Rows with faults are left out: saving names them.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record CheckTimetableQuery(Guid GroupId, IReadOnlyList<SessionRow> Rows) : IQuery<TimetableCheck>;

/// <summary>What was found.</summary>
public sealed record TimetableCheck(IReadOnlyList<ClashView> Clashes);

internal sealed class CheckTimetableHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<CheckTimetableQuery, Result<TimetableCheck>>
{
    public async Task<Result<TimetableCheck>> Handle(CheckTimetableQuery request, CancellationToken cancellationToken)
    {
        var group = await db.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        return request.Rows.Count > TimetableQueries.MostSessions || request.Rows.Faults(group).Count > 0
            ? new TimetableCheck([])
            : new TimetableCheck(await db.ClashesAsync(group, [.. request.Rows.Select(r => r.Plan())], cancellationToken));
    }
}
