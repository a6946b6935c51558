using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>The database holds something that the replay did not make, or a replay at another scale.</summary>
public sealed class NotAReplayException(string message) : InvalidOperationException(message);

/// <summary>
/// Replays the year 2022: everybody of the plan goes the whole way by the commands of the application, on the days of the year, as the
/// people who may send them. It may be stopped anywhere, by force too, and goes on where it was: which step was finished is a row, ids follow
/// from names, and a step that was broken off finds what it did (ADR 0032).
/// </summary>
/// <param name="services">Services with <see cref="ReplayClock"/> as the time and <see cref="NoJobs"/> as the jobs.</param>
/// <param name="year">Tables.</param>
/// <param name="plan">Plan.</param>
public sealed class Replay2022(IServiceProvider services, Year2022 year, ReplayPlan plan)
{
    /// <summary>Matched words of a thousand from which a report is flagged. The source names no threshold.</summary>
    public const int ThresholdPermille = 300;

    private const string Row = "replay-2022 at ";
    private const string Basis = "НЗМ 2022 ж. есебі, 4.3-бөлім; шекті мән дереккөзде аталмаған";

    private readonly ReplayClock clock = (ReplayClock)services.GetRequiredService<TimeProvider>();

    private string Name => string.Create(CultureInfo.InvariantCulture, $"{Row}{plan.Scale:0.####}");

    /// <summary>Does what is left of the replay.</summary>
    /// <param name="done">Told after each step: which one of how many, and the day of the year.</param>
    /// <param name="cancellationToken">Stops after the step that is being done.</param>
    /// <exception cref="NotAReplayException">The database holds other people.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; another call goes on.</exception>
    public async Task RunAsync(Action<int, int, ReplayClock>? done, CancellationToken cancellationToken)
    {
        var world = new ReplayWorld(services, plan.Scale);
        var last = await LastAsync(world, cancellationToken);
        var steps = Steps(world);
        clock.GoTo(steps[0].At);

        // what every start needs: it finds what it made before
        await world.SendAsSystemAsync(new SeedReferenceDataCommand(), CancellationToken.None);
        await world.PrepareAsync(CancellationToken.None);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].At > last)
            {
                cancellationToken.ThrowIfCancellationRequested();
                clock.GoTo(steps[i].At);
                await steps[i].Do();
                await RememberAsync(world, steps[i].At);
            }

            done?.Invoke(i + 1, steps.Count, clock);
        }
    }

    /// <summary>Compares the reports of the application with the tables.</summary>
    public async Task<IReadOnlyList<ComparedFigure>> CompareAsync(CancellationToken cancellationToken)
    {
        var world = new ReplayWorld(services, plan.Scale);
        return await new ReplayComparison(world, year, plan).MakeAsync(cancellationToken);
    }

    // each step at a moment of its own, so that the last one finished says where to go on
    private List<(DateTime At, Func<Task> Do)> Steps(ReplayWorld world)
    {
        var none = CancellationToken.None;
        var groups = new ReplaySteps(world, plan, services.GetRequiredService<SupportPlan>());
        var trainers = new ReplayTrainers(world, plan, groups);
        var steps = new List<(DateOnly Day, int Order, Func<Task> Do)>
        {
            (new DateOnly(2021, 9, 1), 0, () => BeginAsync(world)),
            (new DateOnly(2021, 9, 2), 0, () => trainers.AddTeachingAsync(none)),
            (new DateOnly(2022, 10, 10), 0, () => trainers.OpenCampaignAsync(none)),
            (new DateOnly(2022, 11, 14), 0, () => trainers.AssessAsync(none)),
            (new DateOnly(2022, 12, 6), 0, () => trainers.DecideAsync(none)),
        };
        foreach (var of in new[] { 2020, 2021 })
        {
            steps.AddRange(Enumerable.Range(0, 10).Select(i => (new DateOnly(2021, 9, 3), (of * 100) + i, (Func<Task>)(() => trainers.TrainAsync(of, i, 10, new DateOnly(of, 2, 1).AddDays(i * 20), none)))));
        }

        steps.AddRange(Enumerable.Range(0, 10).Select(i => (new DateOnly(2022, 2, 1).AddDays(i * 28), -1, (Func<Task>)(() => trainers.TrainAsync(2022, i, 10, clock.Today(), none)))));
        foreach (var group in plan.Groups)
        {
            // counted from the last day, so that who began earlier hands in earlier: from them the others copy
            steps.Add((group.StartsOn.AddDays(-14), group.Number, () => groups.RecruitAsync(group, none)));
            steps.Add((group.StartsOn, group.Number, () => groups.BeginAsync(group, none)));
            if (group.People.Any(p => p.Grade is not null))
            {
                steps.Add((group.EndsOn.AddDays(-11), group.Number, () => groups.HandInAsync(group, AssessmentStage.Formative, none)));
                steps.Add((group.EndsOn.AddDays(-9), group.Number, () => groups.GiveFeedbackAsync(group, none)));
                steps.Add((group.EndsOn.AddDays(-4), group.Number, () => groups.HandInAsync(group, AssessmentStage.Summative, none)));
                steps.Add((group.EndsOn.AddDays(-1), group.Number, () => groups.AssessAsync(group, none)));
            }

            steps.Add((group.EndsOn, group.Number, () => groups.CloseAsync(group, none)));
        }

        return
        [
            .. steps
                .OrderBy(s => s.Day)
                .ThenBy(s => s.Order)
                .GroupBy(s => s.Day)
                .SelectMany(day => day.Select((s, i) => (Clock.BeginOf(day.Key).AddHours(4).AddSeconds(i), s.Do))),
        ];
    }

    private async Task BeginAsync(ReplayWorld world)
    {
        var none = CancellationToken.None;
        var centre = world.Places["kz/pso/"].Id;
        await world.SendAsync(
            world.Officer, new RecordQualityReviewCommand(ReplayWorld.IdOf("review"), centre, new DateOnly(2020, 12, 31), ReviewResult.Passed, "2020 жылғы жылдық есеп"), none);

        // the programmes were accredited from 2018 on (table 36)
        await world.SendAsync(
            world.Officer, new AccreditProviderCommand(ReplayWorld.IdOf("accreditation"), centre, "ACQUIN", "2018", new DateOnly(2018, 12, 1), null), none);
        await AddProgrammesAsync(world);
        var assessed = year.Assessed.SelectMany(r => r.Codes, (r, code) => (Code: code, IsChecked: r.Reports > 0)).ToList();
        var late = plan.People.Where(p => p.Time == GroupTime.Late).ToLookup(p => p.Code, p => p.IsChecked);
        foreach (var (code, isChecked) in assessed)
        {
            var (first, second) = plan.ReportsOf(code);
            await SetPlanAsync(world, code, 1, new DateOnly(2021, 11, 1), first, isChecked);
            if (late.Contains(code))
            {
                await SetPlanAsync(world, code, 2, ReplayPlan.SecondEdition, second, late[code].First());
            }
        }
    }

    private Task AddProgrammesAsync(ReplayWorld world) => world.WriteAsync("ReplayProgrammes", async db =>
    {
        var rubric = await db.Rubrics.Where(r => r.PublishedAt != null).OrderBy(r => r.Code).Select(r => r.Id).FirstAsync();
        foreach (var taught in year.Programmes)
        {
            var programme = await db.Programmes.Include(p => p.Versions).SingleOrDefaultAsync(p => p.Code == taught.Code);
            if (programme is null)
            {
                programme = new Programme
                {
                    Code = taught.Code,
                    Title = taught.Title,
                    Direction = taught.Direction,
                    CentreId = world.Places["kz/pso/"].Id,
                    Audiences = AudienceTypes.Teacher,
                    Level = taught.Level,
                };
                db.Programmes.Add(programme);
            }

            if (programme.Versions.Count == 0)
            {
                var version = new ProgrammeVersion
                {
                    ProgrammeId = programme.Id,
                    Number = 1,
                    Status = ProgrammeVersionStatus.Agreed,
                    Format = ProgrammeFormat.NotStated,
                    Audience = taught.Audience,
                    ApplicationSteps = ApplicationSteps.Branch,
                };
                programme.Add(version);
                db.ProgrammeVersions.Add(version);
                db.AssessmentPlans.Add(AssessmentPlan.First(version.Id, rubric));
            }
        }
    }, CancellationToken.None);

    private static async Task SetPlanAsync(ReplayWorld world, string code, int after, DateOnly from, int reports, bool isChecked)
    {
        var newest = await world.ReadAsync(db => (
            from assessed in db.AssessmentPlans
            join version in db.ProgrammeVersions on assessed.ProgrammeVersionId equals version.Id
            where version.Number == 1 && db.Programmes.Any(p => p.Id == version.ProgrammeId && p.Code == code)
            orderby assessed.Number descending
            select new { assessed.Number, assessed.RubricId }).FirstAsync());
        if (newest.Number == after)
        {
            await world.SendAsync(
                world.Developer,
                new SetAssessmentPlanCommand(code, 1, after, from, new PlanContent(
                    newest.RubricId,
                    reports,
                    ReplaySteps.HasPresentation(code),
                    isChecked,
                    isChecked ? ThresholdPermille : null,
                    OriginalityConsequence.Warning,
                    null,
                    null,
                    Marking.OneAssessor,
                    0,
                    ReleasesTogether: true,
                    10,
                    Basis)),
                CancellationToken.None);
        }
    }

    private async Task<DateTime> LastAsync(ReplayWorld world, CancellationToken cancellationToken)
    {
        var row = await world.ReadAsync(db => db.Set<ScheduleRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name.StartsWith(Row), cancellationToken));
        if (row is not null && row.Name != Name)
        {
            throw new NotAReplayException($"The database holds a replay of another size ({row.Name}). Take that scale, or an empty database.");
        }

        if (row is null && await world.ReadAsync(db => db.Persons.AnyAsync(p => p.Id != world.Officer, cancellationToken)))
        {
            throw new NotAReplayException("The database holds people already. The replay needs a database of its own.");
        }

        await RememberAsync(world, row?.FinishedAt ?? DateTime.UnixEpoch);
        return row?.FinishedAt ?? DateTime.UnixEpoch;
    }

    private Task<bool> RememberAsync(ReplayWorld world, DateTime at) => world.ReadAsync(async db =>
    {
        var runs = db.Set<ScheduleRun>();
        if (await runs.Where(r => r.Name == Name).ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, at)) == 0)
        {
            runs.Add(new ScheduleRun { Name = Name, FinishedAt = at });
            await db.SaveChangesAsync();
        }

        return true;
    });
}
