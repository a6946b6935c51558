using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Testing;

/// <summary>The player: one way forward, the server's time, nothing lost and nothing counted twice.</summary>
public sealed class PlayerTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person author = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        author = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        var (first, second) = (await app.Data.PersonAsync(Role.Assessor), await app.Data.PersonAsync(Role.Assessor));
        for (var i = 0; i < 4; i++)
        {
            await app.Data.ApprovedItemAsync(author, first, second);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_test_is_taken_to_its_end_and_scored()
    {
        var test = await app.Data.OpenTestAsync(3, answersAtOnce: true);
        var attempt = await StartAsync(test);
        Assert.Equal(attempt, await StartAsync(test));
        var asked = await ViewAsync(attempt);
        Assert.Equal((1, 3, TimeSpan.FromMinutes(20)), (asked.Question!.Position, asked.Total, asked.Left));
        Assert.Equal([0, 1, 2], asked.Question.Options.Select(o => o.Place).Order());

        Assert.Equal(AnswerReceipt.Kept, await AnswerAsync(attempt, 1, 0));
        Assert.Equal(AnswerReceipt.Kept, (await app.SendAs(teacher, new AnswerItemCommand(attempt, 2, [], true))).Value);
        Assert.True((await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value.IsRunning);
        Assert.Equal(AnswerReceipt.Last, await AnswerAsync(attempt, 3, 1));
        Assert.Equal(AnswerReceipt.Last, await AnswerAsync(attempt, 3, 1));

        Assert.Null((await ViewAsync(attempt)).Question);
        var result = (await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value;
        Assert.Equal((1, 3, 333, true), (result.Points, result.Total, result.PerMille, result.ShowsAnswers));
        Assert.Equal([AnswerOutcome.Answered, AnswerOutcome.Skipped, AnswerOutcome.Answered], result.Questions.Select(q => q.Outcome));
        Assert.All(result.Questions, q => Assert.Equal([0], q.Key!));
        Assert.Equal(attempt, await StartAsync(test));
        Assert.Equal(1, await app.LookAsync(db => db.TestAttempts.CountAsync()));
    }

    [Fact]
    public async Task Responses_of_a_closed_test_are_a_table_without_names()
    {
        var test = await app.Data.OpenTestAsync(4, answersAtOnce: true);
        var attempt = await StartAsync(test);
        await AnswerAsync(attempt, 1, 0);
        await app.SendAs(teacher, new AnswerItemCommand(attempt, 2, [], true));
        await AnswerAsync(attempt, 3, 1);
        await app.SendAs(teacher, new EndAttemptCommand(attempt));
        Assert.Equal("step_not_allowed", (await app.SendAs(author, new GetResponsesQuery(test.Id, Language.Kk))).Error!.Code);
        await app.SendAs(author, new CloseTrialTestCommand(test.Id));

        var table = System.Text.Encoding.UTF8.GetString((await app.SendAs(author, new GetResponsesQuery(test.Id, Language.Kk))).Value);

        var lines = table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.EndsWith(";A;A;A;A", lines[2], StringComparison.Ordinal);
        Assert.Equal(["*", "*", "A", "B"], lines[3].Split(';')[1..].Order(StringComparer.Ordinal));
        Assert.DoesNotContain(teacher.FamilyName, table, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.Forbidden, (await app.SendAs(teacher, new GetResponsesQuery(test.Id, Language.Kk))).Error!.Kind);
    }

    [Fact]
    public async Task The_back_button_a_second_tab_and_a_form_sent_twice_change_nothing()
    {
        var attempt = await StartAsync(await app.Data.OpenTestAsync(3));
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => AnswerAsync(attempt, 1, i % 3)));
        Assert.Contains(AnswerReceipt.Kept, sent);
        Assert.Contains(AnswerReceipt.DealtWith, sent);
        var kept = await app.LookAsync(db => db.AttemptAnswers.Where(a => a.AttemptId == attempt && a.Position == 1).Select(a => a.Chosen).SingleAsync());
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(kept == $"{i % 3}" ? AnswerReceipt.Kept : AnswerReceipt.DealtWith, sent[i]));

        Assert.Equal(AnswerReceipt.DealtWith, (await app.SendAs(teacher, new AnswerItemCommand(attempt, 1, [], true))).Value);
        Assert.Equal(AnswerReceipt.DealtWith, await AnswerAsync(attempt, 3, 0));
        Assert.Equal(AnswerReceipt.DealtWith, await AnswerAsync(attempt, 99, 0));
        Assert.Equal(2, (await ViewAsync(attempt)).Question!.Position);
        Assert.Equal(1, await app.LookAsync(db => db.AttemptAnswers.CountAsync(a => a.AttemptId == attempt && a.Outcome != AnswerOutcome.Waiting)));
    }

    [Fact]
    public async Task On_another_device_it_goes_on_where_it_was_with_the_time_that_really_passed()
    {
        var attempt = await StartAsync(await app.Data.OpenTestAsync(3));
        await AnswerAsync(attempt, 1, 0);
        var before = (await ViewAsync(attempt)).Question!;
        app.Time.Advance(TimeSpan.FromMinutes(12));
        var after = await ViewAsync(attempt);
        Assert.Equal(TimeSpan.FromMinutes(8), after.Left);
        Assert.Equal((before.Position, before.Text), (after.Question!.Position, after.Question.Text));
        Assert.Equal(before.Options, after.Question.Options);
    }

    [Fact]
    public async Task What_comes_after_the_end_is_not_kept_and_what_came_in_time_is()
    {
        var attempt = await StartAsync(await app.Data.OpenTestAsync(3));
        app.Time.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(AnswerReceipt.Kept, await AnswerAsync(attempt, 1, 0));
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(AnswerReceipt.TooLate, await AnswerAsync(attempt, 2, 0));
        Assert.Equal(AnswerReceipt.TooLate, await AnswerAsync(attempt, 2, 0));
        var result = (await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value;
        Assert.Equal((1, TestApp.Start.UtcDateTime.AddMinutes(20)), (result.Points, result.EndedAt!.Value));
        Assert.Equal(1, await app.LookAsync(db => db.AttemptAnswers.CountAsync(a => a.Outcome == AnswerOutcome.Answered)));
    }

    [Fact]
    public async Task An_attempt_to_which_nobody_came_back_is_ended_once_and_shows_the_same_result_before_and_after()
    {
        var attempt = await StartAsync(await app.Data.OpenTestAsync(3));
        await AnswerAsync(attempt, 1, 0);
        await app.SendAsSystem(new EndOverdueAttemptsCommand());
        Assert.Null(await app.LookAsync(db => db.TestAttempts.Select(a => a.EndedAt).SingleAsync()));
        app.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Null((await ViewAsync(attempt)).Question);
        var before = (await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value;
        await app.SendAsSystem(new EndOverdueAttemptsCommand());
        await app.SendAsSystem(new EndOverdueAttemptsCommand());
        Assert.Null((await app.SendAs(teacher, new EndAttemptCommand(attempt))).Error);
        var after = (await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value;
        Assert.Equal((before.Points, before.EndedAt), (after.Points, after.EndedAt));
        Assert.Equal(1, await app.LookAsync(db => db.TestAttempts.SelectMany(a => a.Scores).CountAsync()));
    }

    [Fact]
    public async Task Keys_are_hidden_until_nobody_can_be_taking_the_test()
    {
        var test = await app.Data.OpenTestAsync(3);
        var attempt = await StartAsync(test);
        await app.SendAs(teacher, new EndAttemptCommand(attempt));
        var hidden = (await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value;
        Assert.False(hidden.ShowsAnswers);
        Assert.All(hidden.Questions, q => Assert.Null(q.Key));
        Assert.All(hidden.Questions, q => Assert.Null(q.HasPoint));

        // the last day ends, then the longest attempt that began on it
        app.Time.SetUtcNow(new DateTimeOffset(hidden.AnswersFrom.AddMilliseconds(-1)));
        Assert.False((await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value.ShowsAnswers);
        app.Time.SetUtcNow(new DateTimeOffset(hidden.AnswersFrom));
        Assert.True((await app.SendAs(teacher, new GetMyResultQuery(attempt))).Value.ShowsAnswers);
        Assert.Equal(new DateTime(2026, 2, 17, 20, 0, 0, DateTimeKind.Utc), hidden.AnswersFrom);
    }

    [Fact]
    public async Task A_choice_has_to_be_one_of_those_offered()
    {
        var attempt = await StartAsync(await app.Data.OpenTestAsync(3));
        await AssertFaultAsync("choose_or_skip");
        await AssertFaultAsync("option_not_offered", 0, 1);
        await AssertFaultAsync("option_not_offered", 3);
        await AssertFaultAsync("option_not_offered", -1);
        Assert.Equal(1, (await ViewAsync(attempt)).Question!.Position);

        async Task AssertFaultAsync(string code, params int[] chosen) => Assert.Equal(
            code, Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(teacher, new AnswerItemCommand(attempt, 1, chosen, false))).Error).Faults).Code);
    }

    [Fact]
    public async Task It_is_started_on_its_days_by_those_who_do_not_know_the_keys_and_is_nobody_elses()
    {
        var test = await app.Data.OpenTestAsync(3);
        var attempt = await StartAsync(test);
        var other = await app.Data.PersonAsync(Role.Teacher);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetMyAttemptQuery(attempt))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetMyResultQuery(attempt))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new AnswerItemCommand(attempt, 1, [0], false))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new EndAttemptCommand(attempt))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(author, new StartAttemptCommand(test.Id, Language.Kk, false))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(other, new StartAttemptCommand(test.Id, Language.En, false))).Error);

        var expert = await app.Data.PersonAsync(Role.Teacher);
        var assessment = (await app.Data.WorldAsync()).AssessmentCentre.Id;
        await app.Data.ChangeAsync(async db => (await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == expert.Id)).Receives(Role.Assessor, assessment));
        Assert.IsType<SeesTheBank>((await app.SendAs(expert, new StartAttemptCommand(test.Id, Language.Kk, false))).Error);

        app.Time.Advance(TimeSpan.FromDays(8));
        Assert.IsType<TrialTestNotOpen>((await app.SendAs(other, new StartAttemptCommand(test.Id, Language.Kk, false))).Error);
        Assert.Empty((await app.SendAs(other, new GetMyTestsQuery())).Value.Open);
    }

    [Fact]
    public async Task Who_needs_more_time_has_it_and_the_items_are_in_the_language_chosen()
    {
        var test = await app.Data.OpenTestAsync(3);
        var attempt = (await app.SendAs(teacher, new StartAttemptCommand(test.Id, Language.Ru, NeedsMoreTime: true))).Value;
        var view = await ViewAsync(attempt);
        Assert.Equal(TimeSpan.FromMinutes(60), view.Left);
        Assert.EndsWith("(ru)", view.Question!.Text, StringComparison.Ordinal);
        Assert.All(view.Question.Options, o => Assert.StartsWith("вариант", o.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_needs_its_items_and_is_closed_early_only_by_whoever_makes_it()
    {
        var places = await app.Data.WorldAsync();
        var id = Guid.CreateVersion7();
        var day = new DateOnly(2026, 2, 10);
        var plan = new TrialTestPlan(TestData.Text("Байқау"), day, day, 20, false, [new SectionPlan(TestSection.AttestationRules, "", 5)]);
        Assert.Null((await app.SendAs(author, new PlanTrialTestCommand(id, places.Centre.Id, plan))).Error);
        Assert.Null((await app.SendAs(author, new PlanTrialTestCommand(id, places.Centre.Id, plan))).Error);
        Assert.IsType<TooFewItems>((await app.SendAs(author, new OpenTrialTestCommand(id))).Error);
        Assert.Null((await app.SendAs(author, new ReviseTrialTestCommand(id, plan with { Sections = [new SectionPlan(TestSection.AttestationRules, "", 4)] }))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new StartAttemptCommand(id, Language.Kk, false))).Error);
        Assert.Null((await app.SendAs(author, new OpenTrialTestCommand(id))).Error);
        Assert.IsType<TrialTestFixed>((await app.SendAs(author, new ReviseTrialTestCommand(id, plan))).Error);

        var elsewhere = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.OtherBranch);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new CloseTrialTestCommand(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new GetTrialTestQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new PlanTrialTestCommand(Guid.CreateVersion7(), places.Centre.Id, plan))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetTrialTestsQuery(1))).Error);
        var attempt = await StartAsync((await app.LookAsync(db => db.TrialTests.SingleAsync(t => t.Id == id)))!);
        Assert.Null((await app.SendAs(author, new CloseTrialTestCommand(id))).Error);
        Assert.IsType<TrialTestNotOpen>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new StartAttemptCommand(id, Language.Kk, false))).Error);
        Assert.Equal(AnswerReceipt.Kept, await AnswerAsync(attempt, 1, 0));

        var faults = Assert.IsType<InvalidInput>((await app.SendAs(author, new PlanTrialTestCommand(
            Guid.CreateVersion7(), places.Centre.Id, plan with { Minutes = 4, ClosesOn = day.AddDays(-1), Sections = [] }))).Error).Faults;
        Assert.Equal(["ClosesOn", "Minutes", "Sections"], faults.Select(f => f.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_statistics_of_an_item_count_those_who_saw_it()
    {
        var test = await app.Data.OpenTestAsync(4);
        for (var i = 0; i < 3; i++)
        {
            var person = await app.Data.PersonAsync(Role.Teacher);
            var attempt = (await app.SendAs(person, new StartAttemptCommand(test.Id, Language.Kk, false))).Value;
            await app.SendAs(person, new AnswerItemCommand(attempt, 1, [i == 0 ? 0 : 1], false));
            await app.SendAs(person, new EndAttemptCommand(attempt));
        }

        var rows = (await app.SendAs(author, new GetItemsQuery(null, null, 1))).Value.Items.Items;
        Assert.Equal((6, 1), (rows.Sum(r => r.Sums.Seen), rows.Sum(r => r.Sums.Right)));
        foreach (var row in rows)
        {
            var statistics = (await app.SendAs(author, new GetItemQuery(row.Id))).Value.Versions[0].Statistics;
            Assert.Equal(row.Sums, statistics?.Sums ?? default);
        }

        var view = (await app.SendAs(author, new GetTrialTestQuery(test.Id))).Value;
        Assert.Equal((0, 3, 83), (view.Running, view.Ended, view.MeanPerMille!.Value));
    }

    private async Task<Guid> StartAsync(TrialTest test) => (await app.SendAs(teacher, new StartAttemptCommand(test.Id, Language.Kk, false))).Value;

    private async Task<AttemptView> ViewAsync(Guid attempt) => (await app.SendAs(teacher, new GetMyAttemptQuery(attempt))).Value;

    private async Task<AnswerReceipt> AnswerAsync(Guid attempt, int position, params int[] chosen) =>
        (await app.SendAs(teacher, new AnswerItemCommand(attempt, position, chosen, false))).Value;
}
