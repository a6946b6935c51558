using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// The timetable of a group, to be changed; while there is none, a proposal made of the phases of the programme.
/// </summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetTimetableQuery(Guid GroupId) : IQuery<TimetableForm>;

/// <summary>A timetable to be changed.</summary>
/// <param name="Stamp">State of the timetable, which the form carries.</param>
/// <param name="IsProposal">Whether nothing is saved yet.</param>
public sealed record TimetableForm(
    Guid GroupId,
    string Code,
    LocalizedText Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    bool MayChange,
    string Stamp,
    bool IsProposal,
    IReadOnlyList<SessionRow> Rows,
    IReadOnlyList<TrainerChoice> Trainers);

internal sealed class GetTimetableHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTimetableQuery, Result<TimetableForm>>
{
    private static readonly TimeOnly DayBegins = new(9, 0);

    public async Task<Result<TimetableForm>> Handle(GetTimetableQuery request, CancellationToken cancellationToken)
    {
        var group = await db.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        var version = await db.ProgrammeVersions.AsNoTracking().Include(v => v.Phases).SingleAsync(v => v.Id == group.ProgrammeVersionId, cancellationToken);
        var title = await db.Programmes.Where(p => p.Id == version.ProgrammeId).Select(p => p.Title).SingleAsync(cancellationToken);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.GroupId == group.Id).OrderBy(s => s.Begins).ToListAsync(cancellationToken);
        var rows = sessions.Count > 0
            ? sessions.Select(s => s.Plan.Row(s.Id))
            : Timetable.Propose(PhasesOf(version), group.StartsOn, DayBegins, Clock.Zone, group.TrainerId, group.Venue, group.MeetingLink).Select(p => p.Row(null));
        return new TimetableForm(
            group.Id,
            group.Code,
            title,
            group.StartsOn,
            group.EndsOn,
            group.Status is GroupStatus.Recruiting or GroupStatus.Studying,
            sessions.Stamp(),
            sessions.Count == 0,
            [.. rows],
            await db.TrainersAsync(cancellationToken));
    }

    // where the programme names hours and no phases, they are one phase
    private static IEnumerable<ProgrammePhase> PhasesOf(ProgrammeVersion version) =>
        version.Phases.Count > 0 || version.Hours is not { } hours
            ? version.Phases
            : [new ProgrammePhase { Order = 1, Kind = version.Format is ProgrammeFormat.Distance or ProgrammeFormat.Online ? PhaseKind.Distance : PhaseKind.Classroom, Hours = hours }];
}
