using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Testing.Appeals;
using TeacherCpd.Application.Testing.Notices;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Testing;

/// <summary>Appeals item by item: the term, who decides, and that everybody who was asked is scored again, once.</summary>
public sealed class ItemAppealTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person author = null!;
    private Person first = null!;
    private Person second = null!;
    private Person expert = null!;
    private TestItem item = null!;
    private TrialTest test = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        author = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        first = await app.Data.PersonAsync(Role.Assessor);
        second = await app.Data.PersonAsync(Role.Assessor);
        expert = await app.Data.PersonAsync(Role.Moderator);
        item = await app.Data.ApprovedItemAsync(author, first, second);
        test = await app.Data.OpenTestAsync(1, answersAtOnce: true);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Upheld_it_retires_the_item_and_scores_all_who_were_asked_it_once_and_tells_them()
    {
        var (wrong, wrongToo, right, running) = (await TakeAsync(1), await TakeAsync(2), await TakeAsync(0), await TakeAsync(null));
        await AppealAsync(wrong);
        await AppealAsync(wrong);
        await AppealAsync(right);
        var appeals = await app.LookAsync(db => db.ItemAppeals.OrderBy(a => a.FiledAt).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync());
        Assert.Equal(2, appeals.Count);

        Assert.Null((await app.SendAs(expert, new DecideItemAppealCommand(appeals[0], true, "Кілт қате."))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(expert, new DecideItemAppealCommand(appeals[0], false, "Басқаша."))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(expert, new DecideItemAppealCommand(appeals[1], false, "Басқаша."))).Error);

        Assert.Equal(1, await PointsAsync(wrong));
        Assert.Equal(1, await PointsAsync(wrongToo));
        Assert.Equal(1, await PointsAsync(right));
        Assert.Equal([0, 1], await app.LookAsync(db => db.TestAttempts.Where(a => a.Id == wrong.Attempt).SelectMany(a => a.Scores).OrderBy(s => s.Number).Select(s => s.Points).ToListAsync()));
        Assert.Equal([ItemStatus.Retired], await app.LookAsync(db => db.ItemVersions.Where(v => v.ItemId == item.Id).Select(v => v.Status).ToListAsync()));

        // who runs an attempt has the point at its end
        await app.SendAs(running.Person, new AnswerItemCommand(running.Attempt, 1, [2], false));
        Assert.Equal(1, await PointsAsync(running));
        Assert.IsType<TooFewItems>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new StartAttemptCommand(test.Id, Language.Kk, false))).Error);

        var told = await app.LookAsync(db => db.TestingNotices.Select(n => new { n.PersonId, n.Kind }).ToListAsync());
        Assert.Equal(
            new[]
            {
                (wrong.Person.Id, TestingNoticeKind.AppealDecided), (right.Person.Id, TestingNoticeKind.AppealDecided), (wrong.Person.Id, TestingNoticeKind.ResultChanged),
                (wrongToo.Person.Id, TestingNoticeKind.ResultChanged),
            }.Order(),
            told.Select(t => (t.PersonId, t.Kind)).Order());
        var result = (await app.SendAs(wrong.Person, new GetMyResultQuery(wrong.Attempt))).Value;
        Assert.Equal((0, 1, "Кілт қате."), (result.First, result.Points, result.Questions[0].Appeal!.Decision));
        Assert.True(result.Questions[0].IsStruckOut);
    }

    [Fact]
    public async Task Rejected_the_item_stands_and_nothing_is_scored_again()
    {
        var wrong = await TakeAsync(1);
        await AppealAsync(wrong);
        var id = await app.LookAsync(db => db.ItemAppeals.Select(a => a.Id).SingleAsync());
        Assert.IsType<InvalidInput>((await app.SendAs(expert, new DecideItemAppealCommand(id, false, " "))).Error);
        Assert.Null((await app.SendAs(expert, new DecideItemAppealCommand(id, false, "53-тармақта солай."))).Error);
        Assert.Equal(0, await PointsAsync(wrong));
        Assert.Equal(1, await app.LookAsync(db => db.TestingNotices.CountAsync()));
        Assert.Equal(ItemStatus.Approved, await app.LookAsync(db => db.ItemVersions.Select(v => v.Status).SingleAsync()));
    }

    [Fact]
    public async Task Who_wrote_or_reviewed_the_item_or_appeals_does_not_decide()
    {
        await AppealAsync(await TakeAsync(1));
        var id = await app.LookAsync(db => db.ItemAppeals.Select(a => a.Id).SingleAsync());
        Assert.IsType<AppealOfOwnItem>((await app.SendAs(first, new DecideItemAppealCommand(id, true, "Иә."))).Error);
        Assert.IsType<AppealOfOwnItem>((await app.SendAs(second, new DecideItemAppealCommand(id, false, "Жоқ."))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(author, new DecideItemAppealCommand(id, true, "Иә."))).Error);
        Assert.False((await app.SendAs(first, new GetItemAppealQuery(id))).Value.MayDecide);
        Assert.True((await app.SendAs(expert, new GetItemAppealQuery(id))).Value.MayDecide);
        Assert.Equal(ItemAppealStatus.Filed, await app.LookAsync(db => db.ItemAppeals.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task It_is_filed_within_the_term_with_a_reason_about_a_question_that_was_seen()
    {
        var taken = await TakeAsync(1);
        Assert.Equal(["Ground", "Reason"], Assert.IsType<InvalidInput>((await app.SendAs(taken.Person, new AppealItemCommand(taken.Attempt, 1, null, ""))).Error).Faults.Select(f => f.Field).Order(StringComparer.Ordinal));
        Assert.IsType<NotFound>((await app.SendAs(taken.Person, new AppealItemCommand(taken.Attempt, 2, AppealGround.KeyDisputed, "Себебі."))).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new AppealItemCommand(taken.Attempt, 1, AppealGround.KeyDisputed, "Себебі."))).Error);
        var running = await TakeAsync(null);
        Assert.IsType<NotFound>((await app.SendAs(running.Person, new AppealItemCommand(running.Attempt, 1, AppealGround.KeyDisputed, "Себебі."))).Error);

        var until = (await app.SendAs(taken.Person, new GetMyResultQuery(taken.Attempt))).Value.AppealUntil;
        app.Time.SetUtcNow(new DateTimeOffset(until));
        Assert.IsType<ItemAppealTermOver>((await app.SendAs(taken.Person, new AppealItemCommand(taken.Attempt, 1, AppealGround.KeyDisputed, "Себебі."))).Error);
    }

    [Fact]
    public async Task On_the_last_moment_of_the_term_it_is_taken()
    {
        var taken = await TakeAsync(1);
        var until = (await app.SendAs(taken.Person, new GetMyResultQuery(taken.Attempt))).Value.AppealUntil;
        Assert.Equal(TestApp.Start.UtcDateTime.AddDays(3), until);
        app.Time.SetUtcNow(new DateTimeOffset(until.AddMilliseconds(-1)));
        Assert.Null((await app.SendAs(taken.Person, new AppealItemCommand(taken.Attempt, 1, AppealGround.KeyDisputed, "Себебі."))).Error);
    }

    [Fact]
    public async Task A_mail_goes_out_once_however_often_it_is_tried()
    {
        await AppealAsync(await TakeAsync(1));
        await app.SendAs(expert, new DecideItemAppealCommand(await app.LookAsync(db => db.ItemAppeals.Select(a => a.Id).SingleAsync()), false, "Дұрыс."));
        var notice = await app.LookAsync(db => db.TestingNotices.Select(n => n.Id).SingleAsync());
        await app.SendAsSystem(new QueueTestingNoticesCommand());
        await app.SendAsSystem(new SendTestingNoticeCommand(notice));
        await app.SendAsSystem(new SendTestingNoticeCommand(notice));
        Assert.Equal((ReminderStatus.Sent, 1), await app.LookAsync(async db =>
        {
            var sent = await db.TestingNotices.SingleAsync();
            return (sent.Status, sent.Attempts);
        }));
    }

    // null: started, and still running
    private async Task<(Person Person, Guid Attempt)> TakeAsync(int? chosen)
    {
        var person = await app.Data.PersonAsync(Role.Teacher);
        var attempt = (await app.SendAs(person, new StartAttemptCommand(test.Id, Language.Kk, false))).Value;
        if (chosen is { } place)
        {
            Assert.Equal(AnswerReceipt.Last, (await app.SendAs(person, new AnswerItemCommand(attempt, 1, [place], false))).Value);
        }

        return (person, attempt);
    }

    private async Task AppealAsync((Person Person, Guid Attempt) taken) =>
        Assert.Null((await app.SendAs(taken.Person, new AppealItemCommand(taken.Attempt, 1, AppealGround.KeyDisputed, "Кілт заңға қайшы."))).Error);

    private async Task<int> PointsAsync((Person Person, Guid Attempt) taken) => (await app.SendAs(taken.Person, new GetMyResultQuery(taken.Attempt))).Value.Points;
}
