using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.HelpDesk;

/// <summary>The help desk as people see it, without JavaScript.</summary>
public sealed class HelpDeskPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_visitor_is_warned_of_a_password_nothing_typed_is_lost_and_the_answer_is_the_same_for_everybody()
    {
        var known = await site.Data.PersonAsync(Role.Teacher);
        var visitor = site.Visitor();
        await visitor.GetAsync("/help");
        var typed = new Dictionary<string, string> { ["Input.Subject"] = "Password", ["Input.Words"] = "пароль: alma-2026", ["Input.Contact"] = known.Email! };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(typed, form: "main form.card")).StatusCode);
        Assert.NotNull(visitor.Page.QuerySelector("#Input_SendAnyway"));
        Assert.Equal("пароль: alma-2026", visitor.Page.QuerySelector("#Input_Words")!.TextContent.Trim());
        Assert.Equal(known.Email, visitor.Page.QuerySelector("#Input_Contact")!.GetAttribute("value"));
        Assert.Equal(0, await site.App.LookAsync(db => db.Tickets.CountAsync()));

        await visitor.FollowAsync(await visitor.SubmitAsync(new() { ["Input.Words"] = "Құпиясөзді ұмыттым." }, form: "main form.card"));
        var first = visitor.Page.QuerySelector("main")!.TextContent.Replace("1", "N", StringComparison.Ordinal);
        await visitor.FollowAsync(await visitor.SubmitAsync(new() { ["Input.Words"] = "Құпиясөзді ұмыттым.", ["Input.Contact"] = "nobody@example.kz" }, form: "main form.card"));
        Assert.Equal(first, visitor.Page.QuerySelector("main")!.TextContent.Replace("2", "N", StringComparison.Ordinal));
        Assert.All(await site.App.LookAsync(db => db.Tickets.ToListAsync()), t => Assert.Null(t.PersonId));
    }

    [Fact]
    public async Task A_helper_takes_a_prepared_answer_edits_it_and_the_asker_asks_again()
    {
        var answer = new CannedAnswer();
        answer.Write(TicketSubject.Login, new("Кіру", "Вход", "Signing in"), new("Дайын жауап.", "Готовый ответ.", "Prepared."), isOffered: true);
        await site.Data.SaveAsync(answer);
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var ticket = await site.Data.TicketAsync(teacher);
        var helper = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await helper.GetAsync("/help/tickets");
        Assert.Equal($"/help/tickets/{ticket.Id}", helper.Page.QuerySelector("main tbody a")!.GetAttribute("href"));
        await helper.GetAsync($"/help/tickets/{ticket.Id}?canned={answer.Id}");
        Assert.Equal("Дайын жауап.", helper.Page.QuerySelector("#Words")!.TextContent.Trim());
        await helper.FollowAsync(await helper.SubmitAsync(new() { ["Words"] = "Дайын жауап. Сізге арналған сөз." }, form: "main form[action*=Answer]"));

        var asker = await site.AsAsync(teacher);
        await asker.GetAsync($"/help/tickets/{ticket.Id}");
        Assert.Contains("Сізге арналған сөз.", asker.Page.QuerySelector("main ol")!.TextContent, StringComparison.Ordinal);
        await asker.FollowAsync(await asker.SubmitAsync(new() { ["Words"] = "Көмектеспеді." }, form: "main form[action*=Reopen]"));
        Assert.Equal(TicketStatus.Open, await site.App.LookAsync(db => db.Tickets.Select(t => t.Status).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(await site.Data.PersonAsync(Role.Teacher))).GetAsync($"/help/tickets/{ticket.Id}")).StatusCode);
    }
}
