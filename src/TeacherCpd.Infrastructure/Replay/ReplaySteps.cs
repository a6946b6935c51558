using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>
/// The steps of a group of the replay, each sent by the people who take it. A step that was broken off is taken again from its beginning:
/// the ids of the forms are the same, and what was done stays as it is.
/// </summary>
internal sealed class ReplaySteps(ReplayWorld world, ReplayPlan plan, SupportPlan support)
{
    private Dictionary<PlannedPerson, PlannedPerson>? sources;
    private Dictionary<Guid, Grade>? grades;
    private Dictionary<string, (Guid Version, ApplicationSteps Steps)>? programmes;
    private IReadOnlyList<Guid>? criteria;

    /// <summary>The trainer who teaches a group.</summary>
    public static Guid TrainerOf(PlannedGroup group, int trainers) => ReplayWorld.IdOf($"teaching/{group.Code}/{group.Number % trainers}");

    /// <summary>How many trainers teach the groups of a programme: about fifteen groups each.</summary>
    public int TrainersFor(string code) => 1 + (plan.Groups.Count(g => g.Code == code) / 15);

    /// <summary>The group is opened, its people apply or are sent, and everybody agrees who is asked.</summary>
    public async Task RecruitAsync(PlannedGroup group, CancellationToken cancellationToken)
    {
        var (version, steps) = (await ProgrammesAsync(cancellationToken))[group.Code];
        await world.AddPeopleAsync(group, cancellationToken);
        await world.SendAsync(
            world.Coordinator,
            new OpenGroupCommand(
                GroupOf(group), version, world.BranchOf(group).Id, group.Language, group.StartsOn, group.EndsOn, TrainerOf(group), group.People.Count, 1, group.Funding),
            cancellationToken);
        if (group.People[0].Team is null)
        {
            foreach (var person in group.People)
            {
                await world.SendAsync(ReplayWorld.PersonOf(person), new ApplyToGroupCommand(GroupOf(group)), cancellationToken);
            }
        }
        else
        {
            foreach (var team in group.People.GroupBy(p => p.Team))
            {
                var (school, coordinator) = await world.SchoolOfTeamAsync(group, team.First(), cancellationToken);
                await world.SendAsync(
                    coordinator,
                    new NominateTeachersCommand(ReplayWorld.IdOf($"team/{group.Code}/{team.Key}"), GroupOf(group), school, [.. team.Select(ReplayWorld.PersonOf)]),
                    cancellationToken);
            }
        }

        foreach (var (step, decider) in new[] { (ApplicationSteps.Region, world.Officer), (ApplicationSteps.Branch, world.Coordinator) }.Where(d => steps.HasFlag(d.Item1)))
        {
            foreach (var id in await WaitingAsync(group, step, cancellationToken))
            {
                // a team is agreed to together: the second of it has been agreed to already
                await world.TrySendAsync(decider, new AcceptApplicationCommand(id), cancellationToken);
            }

            if ((await WaitingAsync(group, step, cancellationToken)).Count > 0)
            {
                throw new InvalidOperationException($"The replay breaks a rule: applications to group {group.Number} were not agreed to.");
            }
        }
    }

    /// <summary>The course begins, and everybody is at its first session.</summary>
    public async Task BeginAsync(PlannedGroup group, CancellationToken cancellationToken)
    {
        await world.SendAsync(world.Coordinator, new StartGroupCommand(GroupOf(group)), cancellationToken);
        var timetable = await world.SendAsync(world.Coordinator, new GetTimetableQuery(GroupOf(group)), cancellationToken);
        if (!await world.ReadAsync(db => db.Sessions.AnyAsync(s => s.GroupId == GroupOf(group), cancellationToken)))
        {
            await world.SendAsync(
                world.Coordinator,
                new SaveTimetableCommand(
                    GroupOf(group),
                    timetable.Stamp,
                    [new SessionRow(null, 1, PhaseKind.Classroom, group.StartsOn, new TimeOnly(9, 0), new TimeOnly(15, 0), null, null, null)],
                    DespiteClashes: true),
                cancellationToken);
        }

        var session = await world.ReadAsync(db => db.Sessions.Where(s => s.GroupId == GroupOf(group)).Select(s => s.Id).SingleAsync(cancellationToken));
        var enrolments = await EnrolmentsAsync(group, cancellationToken);
        await world.SendAsync(
            TrainerOf(group), new SaveRosterCommand(session, [.. enrolments.Values.Select(e => new RosterMark(e, Presence.Present, null))]), cancellationToken);
    }

    /// <summary>Everybody who is assessed hands in, and the engine checks what the plan has checked.</summary>
    public async Task HandInAsync(PlannedGroup group, AssessmentStage stage, CancellationToken cancellationToken)
    {
        var enrolments = await EnrolmentsAsync(group, cancellationToken);
        foreach (var person in group.People.Where(p => p.Grade is not null))
        {
            var (enrolment, id) = (enrolments[ReplayWorld.PersonOf(person)], ReplayWorld.PersonOf(person));
            var version = ReplayWorld.IdOf($"version/{person.Number}/{stage}");
            if (await world.ReadAsync(db => db.PortfolioVersions.AnyAsync(v => v.Id == version, cancellationToken)))
            {
                continue;
            }

            for (var part = 0; part < person.Reports; part++)
            {
                var text = ReplayTexts.Report(person, part, stage, IsCopied(person, part, stage) ? SourceOf(person) : null);
                await AddAsync(id, enrolment, $"{person.Number}/{stage}/{part}", MaterialKind.Report, part + 1, text, cancellationToken);
            }

            if (HasPresentation(group.Code) && stage == AssessmentStage.Formative)
            {
                await AddAsync(id, enrolment, $"{person.Number}/presentation", MaterialKind.Presentation, 1, ReplayTexts.Report(person, 1, stage, null), cancellationToken);
            }

            await world.SendAsync(id, new HandInPortfolioCommand(version, enrolment), cancellationToken);
        }

        await world.SendAsSystemAsync(new TendIndexCommand(), cancellationToken);
        var groupId = GroupOf(group);
        var checks = await world.ReadAsync(db => (
            from check in db.OriginalityChecks
            where check.Status == CheckStatus.Queued
            join portfolio in db.Portfolios on db.PortfolioVersions.Where(v => v.Id == check.VersionId).Select(v => v.PortfolioId).First() equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where enrolment.GroupId == groupId
            select check.Id).ToListAsync(cancellationToken));
        foreach (var check in checks)
        {
            await world.SendAsSystemAsync(new RunOriginalityCheckCommand(check), cancellationToken);
        }
    }

    /// <summary>The trainer gives feedback.</summary>
    public async Task GiveFeedbackAsync(PlannedGroup group, CancellationToken cancellationToken)
    {
        var groupId = GroupOf(group);
        var waiting = await world.ReadAsync(db => (
            from portfolio in db.Portfolios
            where portfolio.Status == PortfolioStatus.AwaitingFeedback
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where enrolment.GroupId == groupId
            select portfolio.Versions.OrderByDescending(v => v.Number).Select(v => v.Id).First()).ToListAsync(cancellationToken));
        foreach (var version in waiting)
        {
            await world.SendAsync(
                TrainerOf(group),
                new SignFeedbackCommand(Guid.CreateVersion7(), version, await MarksAsync(Grade.Satisfactory, group.Language, cancellationToken), ReplayTexts.Remark(group.Language)),
                cancellationToken);
        }
    }

    /// <summary>An assessor takes what waits, one after another, and a moderator releases the results of the group.</summary>
    public async Task AssessAsync(PlannedGroup group, CancellationToken cancellationToken)
    {
        var assessor = world.Assessors[group.Number % world.Assessors.Count];
        while (true)
        {
            // what was taken before the replay was stopped comes first
            var open = await world.ReadAsync(db => db.RubricSheets
                .Where(s => s.AuthorId == assessor && s.SignedAt == null && s.ReturnedAt == null)
                .Select(s => (Guid?)s.Id)
                .FirstOrDefaultAsync(cancellationToken));
            if (open is null)
            {
                var taken = await world.TrySendAsync(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()), cancellationToken);
                if (taken.Error is NothingToAssess)
                {
                    break;
                }

                open = taken.Error is null ? taken.Value : throw new InvalidOperationException($"The replay breaks a rule: {taken.Error.Code}.");
            }

            var person = await world.ReadAsync(db => (
                from sheet in db.RubricSheets
                where sheet.Id == open
                join version in db.PortfolioVersions on sheet.PortfolioVersionId equals version.Id
                join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
                join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
                select enrolment.PersonId).SingleAsync(cancellationToken));
            grades ??= plan.People.Where(p => p.Grade is not null).ToDictionary(ReplayWorld.PersonOf, p => p.Grade!.Value);
            await world.SendAsync(
                assessor,
                new SaveAssessmentCommand(open.Value, await MarksAsync(grades[person], group.Language, cancellationToken), ReplayTexts.Remark(group.Language), IsComplete: true),
                cancellationToken);
            await world.SendAsync(assessor, new SignAssessmentCommand(open.Value), cancellationToken);
        }

        await world.SendAsync(world.Moderator, new ReleaseResultsCommand(GroupOf(group)), cancellationToken);
    }

    /// <summary>On the last day everybody who took part fills the matrix, and the group is closed.</summary>
    public async Task CloseAsync(PlannedGroup group, CancellationToken cancellationToken)
    {
        var enrolments = await EnrolmentsAsync(group, cancellationToken);
        var days = support.DaysAfter(group.EndsOn);
        var filled = await world.ReadAsync(db => db.MatrixEntries
            .Where(m => db.Enrolments.Any(e => e.Id == m.EnrolmentId && e.GroupId == GroupOf(group)))
            .Select(m => m.EnrolmentId)
            .Distinct()
            .ToListAsync(cancellationToken));
        foreach (var person in group.People.Where(p => p.Grade is not null && !filled.Contains(enrolments[ReplayWorld.PersonOf(p)])))
        {
            await world.SendAsync(
                ReplayWorld.PersonOf(person),
                new FillMatrixCommand(enrolments[ReplayWorld.PersonOf(person)], [.. days.Select(d => new MatrixRow(d.Contact.Kind, d.Contact.Month, d.DueOn, null, null))], 0),
                cancellationToken);
        }

        await world.SendAsync(world.Coordinator, new CloseGroupCommand(GroupOf(group)), cancellationToken);
    }

    /// <summary>Whether the plan of a programme asks for a presentation too.</summary>
    public static bool HasPresentation(string code) => code[0] == 'L';

    private Guid TrainerOf(PlannedGroup group) => TrainerOf(group, TrainersFor(group.Code));

    private static Guid GroupOf(PlannedGroup group) => ReplayWorld.IdOf($"group/{group.Number}");

    private static bool IsCopied(PlannedPerson person, int part, AssessmentStage stage) =>
        ((stage == AssessmentStage.Formative ? person.Formative : person.Summative) & (1 << part)) != 0;

    // whoever copies has the text of somebody who handed in before and copied nothing: of the own group where there is one
    private PlannedPerson SourceOf(PlannedPerson person)
    {
        if (sources is null)
        {
            sources = [];
            PlannedPerson? last = null;
            foreach (var group in plan.Groups)
            {
                var alone = group.People.Where(p => p is { IsChecked: true, Formative: 0 }).ToList();
                last = alone.LastOrDefault() ?? last;
                var copying = group.People.Where(p => p.Formative != 0).ToList();
                for (var i = 0; i < copying.Count; i++)
                {
                    sources[copying[i]] = alone.Count > 0 ? alone[i % alone.Count]
                        : last ?? throw new InvalidOperationException("Nobody handed in before the first who copies.");
                }
            }
        }

        return sources[person];
    }

    private Task<Guid> AddAsync(Guid person, Guid enrolment, string name, MaterialKind kind, int number, string text, CancellationToken cancellationToken) => world.SendAsync(
        person,
        new AddMaterialCommand(
            ReplayWorld.IdOf($"material/{name}"),
            enrolment,
            kind,
            number,
            new ReceivedReport(ReplayFiles.Of(kind, text), text, 0, 0)),
        cancellationToken);

    private Task<List<Guid>> WaitingAsync(PlannedGroup group, ApplicationSteps step, CancellationToken cancellationToken) => world.ReadAsync(db => db.Enrolments
        .Where(e => e.GroupId == GroupOf(group) && e.Status == EnrolmentStatus.Applied && e.AwaitedStep == step)
        .Select(e => e.Id)
        .ToListAsync(cancellationToken));

    private Task<Dictionary<Guid, Guid>> EnrolmentsAsync(PlannedGroup group, CancellationToken cancellationToken) => world.ReadAsync(db => db.Enrolments
        .Where(e => e.GroupId == GroupOf(group))
        .Select(e => new { e.PersonId, e.Id })
        .ToDictionaryAsync(e => e.PersonId, e => e.Id, cancellationToken));

    private async Task<Dictionary<string, (Guid Version, ApplicationSteps Steps)>> ProgrammesAsync(CancellationToken cancellationToken) =>
        programmes ??= (await world.ReadAsync(db => (
            from version in db.ProgrammeVersions
            where version.Number == 1
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { programme.Code, version.Id, version.ApplicationSteps }).ToListAsync(cancellationToken)))
            .ToDictionary(p => p.Code, p => (p.Id, p.ApplicationSteps));

    private async Task<IReadOnlyList<MarkEntry>> MarksAsync(Grade level, Language language, CancellationToken cancellationToken)
    {
        criteria ??= await world.ReadAsync(db => db.Rubrics.SelectMany(r => r.Criteria).OrderBy(c => c.Order).Select(c => c.Id).ToListAsync(cancellationToken));
        return [.. criteria.Select(c => new MarkEntry(c, level, ReplayTexts.Remark(language)))];
    }
}
