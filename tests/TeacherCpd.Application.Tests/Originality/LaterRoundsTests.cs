using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Originality;

/// <summary>The rounds after the last day and a week later, and who is told of what.</summary>
public sealed class LaterRoundsTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person trainer = null!;
    private Person coordinator = null!;
    private StudyGroup group = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        group = await app.Data.GroupWithThresholdAsync(300, trainer: trainer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_the_last_day_of_the_course_and_a_week_later_each_report_is_checked_again_once()
    {
        var (enrolment, check) = await HandInAsync(SampleTexts.Lesson);
        await RunAsync(check);
        app.Jobs.Take();

        // the course ends on 20 February: on that day handing in is still in time
        await OnAsync(new DateOnly(2026, 2, 20));
        Assert.Empty(app.Jobs.Take());
        await OnAsync(new DateOnly(2026, 2, 21));
        var job = Assert.Single(app.Jobs.Take());
        await app.SendAsSystem(new QueueLaterRoundsCommand());
        Assert.Empty(app.Jobs.Take());
        await app.SendAsSystem(new RunOriginalityCheckCommand(job.Id));

        await OnAsync(new DateOnly(2026, 2, 27));
        Assert.Empty(app.Jobs.Take());
        await OnAsync(new DateOnly(2026, 2, 28));
        await app.SendAsSystem(new RunOriginalityCheckCommand(Assert.Single(app.Jobs.Take()).Id));
        await OnAsync(new DateOnly(2026, 6, 1));
        Assert.Empty(app.Jobs.Take());

        var rounds = await app.LookAsync(db => db.OriginalityChecks.Where(c => c.VersionId == check.VersionId).ToListAsync());
        Assert.Equal([CheckRound.HandedIn, CheckRound.Deadline, CheckRound.WeekLater], rounds.Select(r => r.Round).Order());
        Assert.All(rounds, r => Assert.Equal((CheckStatus.Done, null), (r.Status, r.NextRoundOn)));
        Assert.Equal(PortfolioStatus.AwaitingFeedback, await StatusAsync(enrolment));
    }

    [Fact]
    public async Task A_day_of_the_plan_comes_before_the_end_of_the_course()
    {
        await app.Data.ChangeAsync(async db =>
        {
            var plan = await db.AssessmentPlans.SingleAsync(p => p.ProgrammeVersionId == group.ProgrammeVersionId && p.Number == 2);
            db.Entry(plan).Property(p => p.FormativeDays).CurrentValue = -5;
        });
        await HandInAsync(SampleTexts.Lesson);
        app.Jobs.Take();

        await OnAsync(new DateOnly(2026, 2, 15));
        Assert.Empty(app.Jobs.Take());
        await OnAsync(new DateOnly(2026, 2, 16));
        Assert.Single(app.Jobs.Take());
    }

    [Fact]
    public async Task A_course_that_ends_later_is_waited_for()
    {
        await HandInAsync(SampleTexts.Lesson);
        app.Jobs.Take();
        await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(g => g.SetProperty(x => x.EndsOn, new DateOnly(2026, 3, 6))));

        await OnAsync(new DateOnly(2026, 2, 21));
        Assert.Empty(app.Jobs.Take());
        await OnAsync(new DateOnly(2026, 3, 7));
        Assert.Single(app.Jobs.Take());
    }

    [Fact]
    public async Task What_others_handed_in_later_is_found_then_and_the_crossing_is_told_until_it_is_noted()
    {
        var (_, check) = await HandInAsync(SampleTexts.Lesson);
        await RunAsync(check);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var (_, copy) = await HandInAsync($"{SampleTexts.Lesson}\n{SampleTexts.Reading}");
        await RunAsync(copy);

        // the copy reaches the threshold at once; the one that was copied is told of after the last day
        Assert.Equal(1, await CrossedAsync(trainer));
        await app.SendAs(coordinator, new NoteCrossingCommand(copy.Id));
        Assert.Equal((0, 0), (await CrossedAsync(trainer), await CrossedAsync(coordinator)));

        app.Jobs.Take();
        await OnAsync(new DateOnly(2026, 2, 21));
        foreach (var job in app.Jobs.Take())
        {
            await app.SendAsSystem(new RunOriginalityCheckCommand(job.Id));
        }

        var later = await app.LookAsync(db => db.OriginalityChecks.SingleAsync(c => c.VersionId == check.VersionId && c.Round == CheckRound.Deadline));
        Assert.Equal((1000, ThresholdCrossing.Reached), (later.SimilarityPermille, later.Crossing));
        Assert.Equal((1, 1), (await CrossedAsync(trainer), await CrossedAsync(coordinator)));
        Assert.Equal(0, await CrossedAsync(await app.Data.PersonAsync(Role.Trainer)));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Trainer), new NoteCrossingCommand(later.Id))).Error);
        Assert.Null((await app.SendAs(trainer, new NoteCrossingCommand(later.Id))).Error);
        Assert.Equal(0, await CrossedAsync(coordinator));

        // a warning opens no case
        Assert.Empty(await app.LookAsync(db => db.OriginalityCases.ToListAsync()));
    }

    [Fact]
    public async Task A_report_that_another_version_replaced_is_checked_no_more()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.FeedbackGiven, trainer, group: group);
        var source = (await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer, group: group)).Version.Materials.First();
        await app.Data.MoveAsync(work.Enrolment, PortfolioStatus.AwaitingAssessment);
        await app.Data.MoveAsync(work.Enrolment, PortfolioStatus.InAssessment);
        await app.Data.MoveAsync(work.Enrolment, PortfolioStatus.ReAssessment);
        await app.Data.HandInAgainAsync(work);
        await app.Data.ChangeAsync(async db =>
        {
            var portfolio = await db.Portfolios.Include(p => p.Versions).ThenInclude(v => v.Materials).SingleAsync(p => p.Id == work.Portfolio.Id);
            var (old, _) = (portfolio.Versions.Last(), source);
            var check = new OriginalityCheck
            {
                VersionId = old.Id,
                MaterialId = old.Materials.First().Id,
                Stage = AssessmentStage.Summative,
                QueuedAt = app.Time.UtcNow(),
            };
            check.PlanNextRound(new DateOnly(2026, 2, 21));
            db.OriginalityChecks.Add(check);
        });
        await app.Data.ChangeAsync(async db =>
        {
            var portfolio = await db.Portfolios.Include(p => p.Materials).Include(p => p.Versions).SingleAsync(p => p.Id == work.Portfolio.Id);
            portfolio.Move(PortfolioStatus.InAssessment, app.Time.UtcNow());
            portfolio.Move(PortfolioStatus.ReAssessment, app.Time.UtcNow());
            db.PortfolioTexts.Add(TestData.HandIn(portfolio, "Үшінші нұсқа.", app.Time.UtcNow()).Text);
        });

        await OnAsync(new DateOnly(2026, 2, 22));

        Assert.Empty(app.Jobs.Take());
        Assert.Equal(0, await app.LookAsync(db => db.OriginalityChecks.CountAsync(c => c.NextRoundOn != null)));
    }

    private async Task OnAsync(DateOnly day)
    {
        var moment = new DateTimeOffset(Clock.BeginOf(day), TimeSpan.Zero).AddHours(9);
        app.Time.Advance(moment - app.Time.GetUtcNow());
        Assert.Null((await app.SendAsSystem(new QueueLaterRoundsCommand())).Error);
    }

    private async Task<int> CrossedAsync(Person person) =>
        (await app.SendAs(person, new GetTodayQuery())).Value.Items.SingleOrDefault(i => i.TextKey == "originality.today.crossed")?.Count ?? 0;

    private async Task<(Enrolment Enrolment, OriginalityCheck Check)> HandInAsync(string text)
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync(group);
        return (enrolment, await app.Data.HandInAsync(teacher, enrolment, text));
    }

    private async Task RunAsync(OriginalityCheck check) =>
        Assert.Null((await app.SendAsSystem(new RunOriginalityCheckCommand(check.Id))).Error);

    private Task<PortfolioStatus> StatusAsync(Enrolment enrolment) =>
        app.LookAsync(db => db.Portfolios.Where(p => p.EnrolmentId == enrolment.Id).Select(p => p.Status).SingleAsync());
}
