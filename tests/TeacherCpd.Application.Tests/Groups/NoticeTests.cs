using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Groups.Notices;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

/// <summary>Applicants are told by mail what others decided: once, in their language, and only while it holds.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private Person coordinator = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(Language.Kk, "Кезегіңіз келді")]
    [InlineData(Language.Ru, "Подошла ваша очередь")]
    [InlineData(Language.En, "A place became free for you")]
    public async Task Who_comes_up_from_the_line_is_told_once_in_their_language(Language language, string subject)
    {
        await app.LookAsync(db => db.Persons.Where(p => p.Id == teacher.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, language)));
        var group = await app.Data.OpenGroupAsync(capacity: 1);
        var first = await app.Data.EnrolmentAsync(group);
        await AcceptAsync(group);
        await RunAsync();
        Assert.Empty(mail.Taken);

        await app.SendAs(coordinator, new WithdrawEnrolmentCommand(first.Id, "Ауырып қалды"));
        await RunAsync();
        await RunAsync();

        var sent = Assert.Single(mail.Taken);
        Assert.Equal((teacher.Email, $"/groups/{group.Id}"), (sent.To, sent.Link!.AbsolutePath));
        Assert.StartsWith(subject, sent.Subject, StringComparison.Ordinal);
        Assert.Contains(group.Code, sent.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_accepted_is_told()
    {
        await AcceptAsync(await app.Data.OpenGroupAsync());

        await RunAsync();

        Assert.StartsWith("Курстан орын берілді", Assert.Single(mail.Taken).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_declined_is_told_why()
    {
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand((await app.Data.OpenGroupAsync()).Id))).Value;

        await app.SendAs(coordinator, new DeclineApplicationCommand(id, "Курс басшыларға арналған"));
        await app.SendAs(coordinator, new DeclineApplicationCommand(id, "Басқа себеп"));
        await RunAsync();

        Assert.Contains("Курс басшыларға арналған", Assert.Single(mail.Taken).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teachers_whom_their_school_sends_are_told_of_their_places()
    {
        var school = await app.Data.PersonAsync(Role.SchoolCoordinator);
        var colleague = await app.Data.PersonAsync(Role.Teacher);
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School, teamSize: 2));

        await app.SendAs(school, new NominateTeachersCommand(Guid.CreateVersion7(), group.Id, (await app.Data.WorldAsync()).School.Id, [teacher.Id, colleague.Id]));
        await RunAsync();

        Assert.Equal(new[] { teacher.Email, colleague.Email }.Order(), mail.Taken.Select(m => m.To).Order());
    }

    [Fact]
    public async Task Who_takes_a_place_that_nobody_else_decides_on_gets_no_mail()
    {
        await app.SendAs(teacher, new ApplyToGroupCommand((await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.None))).Id));

        Assert.Empty(await QueueAsync());
        Assert.Equal(0, await app.LookAsync(db => db.EnrolmentNotices.CountAsync()));
    }

    [Fact]
    public async Task What_holds_no_more_is_not_sent()
    {
        var id = await AcceptAsync(await app.Data.OpenGroupAsync());
        await app.SendAs(teacher, new WithdrawEnrolmentCommand(id, null));

        await RunAsync();

        Assert.Empty(mail.Taken);
        Assert.Equal([ReminderStatus.Cancelled], await StatesAsync());
    }

    [Fact]
    public async Task Twenty_senders_at_once_send_one_mail()
    {
        await AcceptAsync(await app.Data.OpenGroupAsync());
        var id = Assert.Single(await QueueAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => app.SendAsSystem(new SendNoticeCommand(id)))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Single(mail.Taken);
        Assert.Equal([ReminderStatus.Sent], await StatesAsync());
    }

    [Fact]
    public async Task Without_an_address_the_coordinator_reads_that_nobody_was_told()
    {
        await app.LookAsync(db => db.Persons.Where(p => p.Id == teacher.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, (string?)null)));
        var group = await app.Data.OpenGroupAsync();
        await AcceptAsync(group);

        await RunAsync();

        var notice = Assert.Single(Assert.Single((await app.SendAs(coordinator, new GetManagedGroupQuery(group.Id))).Value.Participants).Notices);
        Assert.Equal((ReminderStatus.NoAddress, false), (notice.Status, notice.MayRetry));
    }

    [Fact]
    public async Task A_refused_mail_is_tried_again_and_then_left_to_the_coordinator_of_the_branch()
    {
        var group = await app.Data.OpenGroupAsync();
        await AcceptAsync(group);
        mail.Failure = new MailNotTakenException("full", new IOException());
        for (var i = 0; i < 5; i++)
        {
            await RunAsync();
            Assert.Empty(await QueueAsync());
            app.Time.Advance(TimeSpan.FromMinutes(31));
        }

        var notice = Assert.Single(Assert.Single((await app.SendAs(coordinator, new GetManagedGroupQuery(group.Id))).Value.Participants).Notices);
        Assert.Equal((ReminderStatus.Failed, true), (notice.Status, notice.MayRetry));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), new RetryNoticeCommand(notice.Id))).Error);
        mail.Failure = null;
        Assert.Null((await app.SendAs(coordinator, new RetryNoticeCommand(notice.Id))).Error);
        foreach (var job in app.Jobs.Take())
        {
            await app.SendAsSystem(new SendNoticeCommand(job.Id));
        }

        Assert.Single(mail.Taken);
    }

    [Fact]
    public async Task A_sender_that_died_leaves_the_notice_to_a_person()
    {
        await AcceptAsync(await app.Data.OpenGroupAsync());
        var id = Assert.Single(await QueueAsync());
        Assert.Equal(1, (await app.SendAsSystem(new ClaimNoticeCommand(id))).Value);

        app.Time.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();

        Assert.Empty(mail.Taken);
        Assert.Equal([ReminderStatus.Unconfirmed], await StatesAsync());
    }

    private async Task<Guid> AcceptAsync(StudyGroup group)
    {
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;
        Assert.Null((await app.SendAs(coordinator, new AcceptApplicationCommand(id))).Error);
        return id;
    }

    private Task<List<ReminderStatus>> StatesAsync() => app.LookAsync(db => db.EnrolmentNotices.OrderBy(n => n.WrittenAt).Select(n => n.Status).ToListAsync());

    private async Task<List<Guid>> QueueAsync()
    {
        Assert.Null((await app.SendAsSystem(new QueueNoticesCommand())).Error);
        return [.. app.Jobs.Take().Where(j => j.Kind == nameof(CollectedJobs.SendNotice)).Select(j => j.Id)];
    }

    private async Task RunAsync()
    {
        foreach (var id in await QueueAsync())
        {
            Assert.Null((await app.SendAsSystem(new SendNoticeCommand(id))).Error);
        }
    }
}
