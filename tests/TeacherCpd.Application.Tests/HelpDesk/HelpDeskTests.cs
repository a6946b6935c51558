using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.HelpDesk.Answers;
using TeacherCpd.Application.HelpDesk.Notices;
using TeacherCpd.Application.HelpDesk.Tickets;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.HelpDesk;

/// <summary>Who asks, who answers, who sees what, and what is counted.</summary>
public sealed class HelpDeskTests : IAsyncLifetime
{
    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private Person teacher = null!;
    private Person helper = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        teacher = await app.Data.PersonAsync(Role.Teacher);
        helper = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_ticket_is_asked_once_answered_asked_again_and_closed()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(1, (await app.SendAs(teacher, Ask(id))).Value);
        Assert.Equal(1, (await app.SendAs(teacher, Ask(id))).Value);
        Assert.Equal(2, (await app.SendAs(null, Ask(Guid.CreateVersion7()))).Value);
        app.Time.Advance(TimeSpan.FromMinutes(45));
        app.Jobs.Take();
        Assert.Null((await app.SendAs(helper, new AnswerTicketCommand(id, " Осылай. ", false))).Error);
        var notice = await app.LookAsync(db => db.TicketNotices.SingleAsync());
        Assert.Equal([(nameof(IBackgroundJobs.SendTicketNotice), notice.Id)], app.Jobs.Take());
        Assert.Null((await app.SendAs(teacher, new ReopenTicketCommand(id, "Көмектеспеді.", false))).Error);
        Assert.Null((await app.SendAs(helper, new AnswerTicketCommand(id, "Басқаша.", false))).Error);
        Assert.Null((await app.SendAs(teacher, new CloseTicketCommand(id))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(helper, new AnswerTicketCommand(id, "Кеш.", false))).Error);

        var seen = (await app.SendAs(teacher, new GetTicketQuery(id))).Value;
        Assert.Equal((TicketStatus.Closed, 45), (seen.Status, seen.AnswerMinutes));
        Assert.Equal(["Кіре алмаймын.", "Осылай.", "Көмектеспеді.", "Басқаша."], seen.Entries.Select(e => e.Words));
        Assert.All(seen.Entries.Where(e => e.IsAnswer), e => Assert.Equal("", e.Writer));
        Assert.True(seen is { MayAnswer: false, MayReopen: true, MayClose: false, Contact: null });
    }

    [Fact]
    public async Task A_ticket_is_seen_by_who_asked_and_by_those_who_answer()
    {
        var ticket = await app.Data.TicketAsync(teacher);
        var other = await app.Data.PersonAsync(Role.Teacher);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetTicketQuery(ticket.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new ReopenTicketCommand(ticket.Id, "Менікі.", false))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new CloseTicketCommand(ticket.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(other, new AnswerTicketCommand(ticket.Id, "Осылай.", false))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(other, new GetTicketsQuery(null, null, 1))).Error);
        Assert.IsType<SignInNeeded>((await app.SendAs(null, new GetTicketQuery(ticket.Id))).Error);
        Assert.Empty((await app.SendAs(other, new GetMyTicketsQuery())).Value.Tickets);
        Assert.Single((await app.SendAs(teacher, new GetMyTicketsQuery())).Value.Tickets);
        Assert.Single((await app.SendAs(helper, new GetTicketsQuery(TicketStatus.Open, TicketSubject.Login, 1))).Value.Tickets.Items);
        Assert.True((await app.SendAs(helper, new GetTicketQuery(ticket.Id))).Value.MayAnswer);
        Assert.IsType<OwnTicket>((await app.SendAs(helper, new AnswerTicketCommand((await app.Data.TicketAsync(helper)).Id, "Өзім.", false))).Error);
    }

    [Fact]
    public async Task A_visitor_gives_an_address_and_the_answer_goes_there_once()
    {
        foreach (var contact in new[] { null, " ", "айгүл", "a@b.kz\r\nBcc: c@d.kz", "Айгүл <a@b.kz>" })
        {
            Assert.Equal("Contact", Assert.IsType<InvalidInput>((await app.SendAs(null, Ask(Guid.CreateVersion7(), contact))).Error).Faults[0].Field);
        }

        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(null, Ask(id, " aigul@example.kz "))).Error);
        await app.SendAs(helper, new AnswerTicketCommand(id, "Әкімшіге барыңыз.", false));
        var notice = await app.LookAsync(db => db.TicketNotices.Select(n => n.Id).SingleAsync());
        await app.SendAsSystem(new QueueTicketNoticesCommand());
        await app.SendAsSystem(new SendTicketNoticeCommand(notice));
        await app.SendAsSystem(new SendTicketNoticeCommand(notice));
        Assert.Equal((ReminderStatus.Sent, 1), await app.LookAsync(async db =>
        {
            var sent = await db.TicketNotices.SingleAsync();
            return (sent.Status, sent.Attempts);
        }));
        var sentMail = Assert.Single(mail.Taken);
        Assert.Equal("aigul@example.kz", sentMail.To);
        Assert.Contains("Әкімшіге барыңыз.", sentMail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_reads_the_answer_on_the_page_not_in_the_mail()
    {
        var ticket = await app.Data.TicketAsync(teacher);
        await app.SendAs(helper, new AnswerTicketCommand(ticket.Id, "Құпия емес жауап.", false));
        await app.SendAsSystem(new SendTicketNoticeCommand(await app.LookAsync(db => db.TicketNotices.Select(n => n.Id).SingleAsync())));
        var sentMail = Assert.Single(mail.Taken);
        Assert.Equal(teacher.Email, sentMail.To);
        Assert.DoesNotContain("Құпия емес жауап.", sentMail.TextBody, StringComparison.Ordinal);
        Assert.EndsWith($"/help/tickets/{ticket.Id}", sentMail.Link!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_warned_of_before_it_is_sent_and_the_audit_does_not_repeat_words()
    {
        var ask = Ask(Guid.CreateVersion7()) with { Words = "Менің құпиясөзім: alma-2026" };
        Assert.IsType<PasswordSeems>((await app.SendAs(teacher, ask)).Error);
        Assert.Equal(0, await app.LookAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(1, (await app.SendAs(teacher, ask with { SendAnyway = true })).Value);
        Assert.Equal(0, await app.LookAsync(db => db.AuditProcesses.SelectMany(p => p.Events).CountAsync(e => e.Values.Contains("alma-2026"))));
    }

    [Fact]
    public async Task An_answer_given_often_is_offered_in_the_language_of_the_ticket()
    {
        var id = Guid.CreateVersion7();
        var text = new LocalizedText("Қазақша", "По-русски", "In English");
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new WriteCannedAnswerCommand(id, TicketSubject.Login, text, text, true))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(helper, new WriteCannedAnswerCommand(id, TicketSubject.Login, text, text with { Ru = "" }, true))).Error);
        Assert.Null((await app.SendAs(helper, new WriteCannedAnswerCommand(id, TicketSubject.Login, text, text, true))).Error);
        var ticket = await app.Data.TicketAsync(teacher);
        Assert.Equal("Қазақша", Assert.Single((await app.SendAs(helper, new GetTicketQuery(ticket.Id))).Value.Canned).Text);
        Assert.Empty((await app.SendAs(teacher, new GetTicketQuery(ticket.Id))).Value.Canned);
        Assert.Null((await app.SendAs(helper, new WriteCannedAnswerCommand(id, TicketSubject.Login, text, text, false))).Error);
        Assert.Empty((await app.SendAs(helper, new GetTicketQuery(ticket.Id))).Value.Canned);
        Assert.Single((await app.SendAs(helper, new GetCannedAnswersQuery())).Value);
    }

    [Fact]
    public async Task Tickets_are_counted_by_subject_month_and_region_with_the_median_answer_time()
    {
        foreach (var minutes in new[] { 10, 30, 100 })
        {
            var id = Guid.CreateVersion7();
            await app.SendAs(teacher, Ask(id));
            app.Time.Advance(TimeSpan.FromMinutes(minutes));
            await app.SendAs(helper, new AnswerTicketCommand(id, "Осылай.", false));
        }

        await app.SendAs(null, Ask(Guid.CreateVersion7()) with { Subject = TicketSubject.Password });
        var figures = (await app.SendAs(helper, new GetHelpFiguresQuery(2026))).Value;
        Assert.Equal(new TicketCounts(4, 3, 30), figures.Total);
        Assert.Equal(new TicketCounts(3, 3, 30), figures.Subjects.Single(s => s.Subject == TicketSubject.Login).Counts);
        Assert.Equal(new TicketCounts(1, 0, null), figures.Subjects.Single(s => s.Subject == TicketSubject.Password).Counts);
        Assert.Equal(4, figures.Months.Single(m => m.Month == 2).Counts.Asked);
        Assert.Equal([("Қостанай облысы", 3), (null, 1)], figures.Regions.Select(r => (r.Region?.Kk, r.Counts.Asked)));
        Assert.Equal((0, 4), ((await app.SendAs(helper, new GetHelpFiguresQuery(2025))).Value.Total.Asked, figures.SinceStart));
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new[] { 9, 1 }, 5)]
    [InlineData(new[] { 100, 1, 2 }, 2)]
    public void A_median_is_the_middle(int[] minutes, int? median) => Assert.Equal(median, TicketCounts.Of(minutes.Select(m => (int?)m).Append(null)).MedianMinutes);

    private static AskHelpCommand Ask(Guid id, string? contact = "aigul@example.kz") =>
        new(id, TicketSubject.Login, "Кіре алмаймын.", Language.Kk, "Айгүл", contact, false);
}
