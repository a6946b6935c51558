using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// Once a day: reminds those whose reflective report is awaited, and looks whether the trainers of groups that have not begun still
/// may teach them. Whoever may not is warned first, together with the coordinators; after the term the trainer is taken off.
/// </summary>
[SystemOnly]
public sealed record WatchTrainersCommand : ICommand<Done>;

internal sealed class WatchTrainersHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<WatchTrainersCommand, Result<Done>>
{
    /// <summary>Days before the last day for reports on which trainers are reminded.</summary>
    private const int DaysSoon = 14;
    private const int DaysNow = 3;

    /// <summary>Days between warning and taking off. No law names a term; two weeks leave time to find somebody else.</summary>
    private const int WarningDays = 14;

    public async Task<Result<Done>> Handle(WatchTrainersCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        var (now, today) = (time.UtcNow(), time.Today());
        await RemindAsync(now, today, cancellationToken);
        await WatchGroupsAsync(now, today, cancellationToken);
        return Done.Value;
    }

    private async Task RemindAsync(DateTime now, DateOnly today, CancellationToken cancellationToken)
    {
        var awaited = await (
            from recertification in db.Recertifications
            where recertification.Status == RecertificationStatus.AwaitingReport
            join campaign in db.RecertificationCampaigns on recertification.CampaignId equals campaign.Id
            where campaign.Status == CampaignStatus.Open && campaign.ReportsUntil >= today && campaign.ReportsUntil <= today.AddDays(DaysSoon)
            join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
            select new { recertification.Id, recertification.Number, campaign.ReportsUntil, trainer.PersonId })
            .ToListAsync(cancellationToken);
        var ids = awaited.ConvertAll(a => a.Id);
        var told = (await db.TrainerNotices
            .Where(n => EF.Parameter(ids).Contains(n.SubjectId))
            .Select(n => new { n.SubjectId, n.Kind })
            .ToListAsync(cancellationToken))
            .Select(n => (n.SubjectId, n.Kind))
            .ToHashSet();
        foreach (var one in awaited)
        {
            var kind = today.AddDays(DaysNow) >= one.ReportsUntil ? TrainerNoticeKind.ReportDueNow : TrainerNoticeKind.ReportDueSoon;
            if (!told.Contains((one.Id, kind)))
            {
                Tell(one.PersonId, kind, one.Id, one.Number, one.ReportsUntil, now);
            }
        }
    }

    private async Task WatchGroupsAsync(DateTime now, DateOnly today, CancellationToken cancellationToken)
    {
        var groups = await (
            from g in db.Groups
            where g.Status == GroupStatus.Recruiting && g.StartsOn > today && g.TrainerTakenOffAt == null
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            select new { Group = g, version.ProgrammeId })
            .ToListAsync(cancellationToken);
        var warned = await db.TrainerLapses.Where(l => l.Status == LapseStatus.Warned).ToListAsync(cancellationToken);
        var obstacles = new Dictionary<Guid, Obstacle>();
        foreach (var ofProgramme in groups.GroupBy(g => g.ProgrammeId))
        {
            // a person may have several groups with other days, so each group is asked for itself
            var people = ofProgramme.Select(g => g.Group.TrainerId).Distinct().ToList();
            var known = await db.Trainers
                .AsNoTracking()
                .Include(t => t.Authorisations.Where(a => a.ProgrammeId == ofProgramme.Key))
                .Include(t => t.Contracts)
                .AsSplitQuery()
                .Where(t => EF.Parameter(people).Contains(t.PersonId))
                .ToDictionaryAsync(t => t.PersonId, cancellationToken);
            foreach (var group in ofProgramme.Select(g => g.Group))
            {
                // whoever was never entered has not lapsed: such a group was there before the pool
                if (known.TryGetValue(group.TrainerId, out var trainer)
                    && trainer.ObstaclesTo(ofProgramme.Key, group.StartsOn, group.EndsOn) is [var first, ..])
                {
                    obstacles.Add(group.Id, first);
                }
            }
        }

        var byId = groups.ToDictionary(g => g.Group.Id, g => g.Group);
        foreach (var lapse in warned)
        {
            // begun, called off, another trainer, or authorised again
            if (!byId.TryGetValue(lapse.GroupId, out var group) || group.TrainerId != lapse.PersonId || !obstacles.ContainsKey(lapse.GroupId))
            {
                lapse.Resolve(now);
            }
            else if (lapse.TakeOffOn <= today)
            {
                await TakeOffAsync(lapse, group, now, cancellationToken);
            }
        }

        var stillWarned = warned.Where(l => l.Status != LapseStatus.Resolved).Select(l => l.GroupId).ToHashSet();
        foreach (var (groupId, obstacle) in obstacles.Where(o => !stillWarned.Contains(o.Key)))
        {
            await WarnAsync(byId[groupId], obstacle, now, today, cancellationToken);
        }
    }

    private async Task WarnAsync(StudyGroup group, Obstacle obstacle, DateTime now, DateOnly today, CancellationToken cancellationToken)
    {
        // a day before the group begins at the latest, and never on the day of the warning
        var (usual, last, soonest) = (today.AddDays(WarningDays), group.StartsOn.AddDays(-1), today.AddDays(1));
        var on = last < usual ? last : usual;
        var lapse = new TrainerLapse
        {
            GroupId = group.Id,
            PersonId = group.TrainerId,
            Obstacle = obstacle.Kind,
            WarnedAt = now,
            TakeOffOn = on < soonest ? soonest : on,
        };
        db.TrainerLapses.Add(lapse);
        await TellAsync(lapse, group, TrainerNoticeKind.LapseWarning, lapse.TakeOffOn, now, cancellationToken);
    }

    private async Task TakeOffAsync(TrainerLapse lapse, StudyGroup group, DateTime now, CancellationToken cancellationToken)
    {
        if ((lapse.TakeOff(now) ?? group.TakeTrainerOff(now)) is not null)
        {
            return;
        }

        foreach (var session in await db.Sessions.Where(s => s.GroupId == group.Id && s.TrainerId == lapse.PersonId && s.Begins > now).ToListAsync(cancellationToken))
        {
            session.Move(session.Plan with { TrainerId = null });
        }

        await TellAsync(lapse, group, TrainerNoticeKind.TakenOff, group.StartsOn, now, cancellationToken);
    }

    // the trainer, and the coordinators over the branch
    private async Task TellAsync(TrainerLapse lapse, StudyGroup group, TrainerNoticeKind kind, DateOnly day, DateTime now, CancellationToken cancellationToken)
    {
        var path = await db.Organisations.Where(o => o.Id == group.BranchId).Select(o => o.Path).SingleAsync(cancellationToken);
        var coordinators = await db.Persons
            .Where(p => p.Roles.Any(r => r.Role == Role.Coordinator && db.Organisations.Any(o => o.Id == r.OrganisationId && path.StartsWith(o.Path))))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
        foreach (var recipient in coordinators.Prepend(lapse.PersonId).Distinct())
        {
            Tell(recipient, kind, lapse.Id, group.Code, day, now);
        }
    }

    private void Tell(Guid recipient, TrainerNoticeKind kind, Guid subject, string about, DateOnly day, DateTime now) =>
        db.TrainerNotices.Add(new TrainerNotice { RecipientId = recipient, Kind = kind, SubjectId = subject, About = about, Day = day, WrittenAt = now });
}
