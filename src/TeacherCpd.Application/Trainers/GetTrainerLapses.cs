using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>The coordinator's list: groups that have not begun and whose trainer may not teach them any more.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetTrainerLapsesQuery : IQuery<IReadOnlyList<TrainerLapseRow>>;

/// <summary>A group with a lapse.</summary>
public sealed record TrainerLapseRow(
    Guid GroupId, string GroupCode, LocalizedText Title, DateOnly StartsOn, string Trainer, TrainerObstacle Obstacle, LapseStatus Status, DateOnly TakeOffOn);

internal sealed class GetTrainerLapsesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrainerLapsesQuery, Result<IReadOnlyList<TrainerLapseRow>>>
{
    public async Task<Result<IReadOnlyList<TrainerLapseRow>>> Handle(GetTrainerLapsesQuery request, CancellationToken cancellationToken) =>
        await (
            from lapse in db.TrainerLapses
            where lapse.Status != LapseStatus.Resolved
            join g in db.ManagedBy(user) on lapse.GroupId equals g.Id
            where g.Status == Domain.Groups.GroupStatus.Recruiting
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on lapse.PersonId equals person.Id
            orderby g.StartsOn, g.Code
            select new TrainerLapseRow(
                g.Id, g.Code, programme.Title, g.StartsOn, person.FamilyName + " " + person.GivenName, lapse.Obstacle, lapse.Status, lapse.TakeOffOn))
            .ToListAsync(cancellationToken);
}
