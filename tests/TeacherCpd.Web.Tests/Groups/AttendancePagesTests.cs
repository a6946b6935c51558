using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Web.Tests.Groups;

/// <summary>The timetable form, the roster, the code in the room, and calendars of other programmes.</summary>
public sealed class AttendancePagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person trainer = null!;
    private Person teacher = null!;
    private StudyGroup group = null!;
    private Enrolment enrolment = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        trainer = await site.Data.PersonAsync(Role.Trainer);
        teacher = await site.Data.PersonAsync(Role.Teacher);
        group = await site.Data.GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        enrolment = await site.Data.EnrolmentAsync(group, teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_roster_is_marked_and_the_page_shows_what_is_stored()
    {
        var session = await site.Data.SessionAsync(group);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync("/attendance");
        await browser.GetAsync(browser.Page.QuerySelector("main td a")!.GetAttribute("href")!);

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Marks[0].Presence"] = "Absent", ["Marks[0].Reason"] = "Illness" }, "form.roster"));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.NotNull(browser.Page.QuerySelector("input[value=Absent][checked]"));
        Assert.Equal("Illness", browser.Page.QuerySelector("#reason-0 option[selected]")!.GetAttribute("value"));
        Assert.Equal(Presence.Absent, await site.App.LookAsync(db => db.AttendanceMarks.Where(m => m.SessionId == session.Id).Select(m => m.Presence).SingleAsync()));
    }

    [Fact]
    public async Task A_recording_is_linked_and_listeners_find_it_in_their_calendar()
    {
        var session = await site.Data.SessionAsync(group);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/attendance/{session.Id}");
        var wrong = await browser.SubmitAsync(new() { ["Address"] = "javascript:alert(1)" }, "form[action*='handler=recording']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("javascript:alert(1)", browser.Page.QuerySelector("#Address")!.GetAttribute("value"));

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Address"] = "https://video.example/1" }, "form[action*='handler=recording']"));
        var listener = await site.AsAsync(teacher);
        await listener.GetAsync("/my/calendar");
        Assert.NotNull(listener.Page.QuerySelector("main a[href='https://video.example/1']"));
        var other = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await other.GetAsync("/my/calendar");
        Assert.Null(other.Page.QuerySelector("main a[href='https://video.example/1']"));

        await browser.GetAsync($"/attendance/{session.Id}");
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Address"] = "" }, "form[action*='handler=recording']"));
        Assert.Null(await site.App.LookAsync(db => db.Sessions.Where(x => x.Id == session.Id).Select(x => x.Recording).SingleAsync()));
    }

    [Fact]
    public async Task One_button_ticks_everybody_without_a_mark_and_saves_nothing()
    {
        var session = await site.Data.SessionAsync(group);
        await site.Data.MarkAsync(session, await site.Data.EnrolmentAsync(group), Presence.Absent);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/attendance/{session.Id}");
        var fields = browser.Page.QuerySelectorAll("form.roster input[type=hidden], form.roster input[checked]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");

        await browser.PostAsync($"/attendance/{session.Id}?handler=all", new FormUrlEncodedContent(fields));

        Assert.Equal(["Absent", "Present"], browser.Page.QuerySelectorAll("form.roster input[checked]").Select(i => i.GetAttribute("value")).Order());
        Assert.Equal(1, await site.App.LookAsync(db => db.AttendanceMarks.CountAsync()));
    }

    [Fact]
    public async Task The_code_in_the_room_leads_a_teacher_to_one_button_and_to_what_is_stored()
    {
        var session = await site.Data.SessionAsync(group);
        var screen = await site.AsAsync(trainer);
        await screen.GetAsync($"/attendance/{session.Id}");
        await screen.FollowAsync(await screen.SubmitAsync(form: "form[action*=open]"));
        var answer = await screen.GetAsync($"/attendance/{session.Id}/code");
        var code = screen.Page.QuerySelector(".letters")!.TextContent.Trim();
        Assert.NotNull(screen.Page.QuerySelector("svg.qr path"));
        Assert.InRange(int.Parse(answer.Headers.GetValues("Refresh").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 10);

        var phone = await site.AsAsync(teacher);
        await phone.GetAsync($"/attend/{session.Id}?code=WRONGONE");
        var wrong = await phone.SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.NotNull(phone.Page.QuerySelector("#Code[aria-invalid=true]"));
        await phone.GetAsync($"/attend/{session.Id}?code={Uri.EscapeDataString(code)}");
        Assert.Equal(0, await site.App.LookAsync(db => db.AttendanceMarks.CountAsync()));
        await phone.FollowAsync(await phone.SubmitAsync());

        Assert.NotNull(phone.Page.QuerySelector(".card.now .chip.ok"));
        Assert.Null(phone.Page.QuerySelector("main form[method=post]"));
        await screen.GetAsync($"/attendance/{session.Id}/code");
        Assert.Contains(teacher.FamilyName, screen.Page.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timetable_is_checked_kept_while_rows_come_and_go_and_saved()
    {
        var other = await site.Data.GroupAsync(status: GroupStatus.Studying);
        await site.Data.SessionAsync(other, new DateTime(2026, 2, 12, 5, 0, 0, DateTimeKind.Utc), trainer: trainer);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync($"/groups/manage/{group.Id}/timetable");
        var row = new Dictionary<string, string>
        {
            ["Stamp"] = browser.Page.QuerySelector("#Stamp")!.GetAttribute("value")!,
            ["__RequestVerificationToken"] = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Rows[0].Phase"] = "1",
            ["Rows[0].Kind"] = "Classroom",
            ["Rows[0].Day"] = "2026-02-12",
            ["Rows[0].From"] = "09:00",
            ["Rows[0].To"] = "12:00",
            ["Rows[0].TrainerId"] = trainer.Id.ToString(),
            ["Rows[0].Room"] = "204",
        };

        await PostAsync("add");
        Assert.Equal(2, browser.Page.QuerySelectorAll("table.sheet tbody tr").Length);
        await PostAsync("check");
        Assert.NotNull(browser.Page.QuerySelector("#clashes li"));
        Assert.NotNull(browser.Page.QuerySelector("tr.clash"));
        var refused = await PostAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("204", browser.Page.QuerySelector("input[name='Rows[0].Room']")!.GetAttribute("value"));
        Assert.Equal(1, await site.App.LookAsync(db => db.Sessions.CountAsync()));
        row["Rows[0].Day"] = "2030-01-01";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("save")).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("tr.clash .error"));
        row["Rows[0].Day"] = "2026-02-13";
        await browser.FollowAsync(await PostAsync("save"));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal("2026-02-13", browser.Page.QuerySelector("input[name='Rows[0].Day']")!.GetAttribute("value"));

        Task<HttpResponseMessage> PostAsync(string handler) => browser.PostAsync($"/groups/manage/{group.Id}/timetable?handler={handler}", new FormUrlEncodedContent(row));
    }

    [Fact]
    public async Task A_calendar_programme_reads_the_sessions_of_whoever_gave_it_the_address()
    {
        await site.Data.SessionAsync(group, new DateTime(2026, 2, 12, 5, 0, 0, DateTimeKind.Utc), room: "204");
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/calendar");
        await browser.SubmitAsync(form: "form[action*=make]");
        var address = new Uri(browser.Page.QuerySelector("#address")!.GetAttribute("value")!).AbsolutePath;

        var answer = await site.Visitor().GetAsync(address);
        var calendar = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260212T050000Z", calendar, StringComparison.Ordinal);
        Assert.Contains(group.Code, calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(teacher.Iin, calendar, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/calendar/0000.ics")).StatusCode);
        await browser.GetAsync("/my/calendar");
        Assert.Null(browser.Page.QuerySelector("#address"));
        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*='handler=end']"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_was_listed_and_did_not_come_is_shown_by_group()
    {
        var session = await site.Data.SessionAsync(group);
        await site.Data.MarkAsync(session, enrolment, Presence.Absent);
        await site.Data.MarkAsync(session, await site.Data.EnrolmentAsync(group));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));

        await browser.GetAsync("/attendance/no-shows?year=2026");

        Assert.Contains("50,0", browser.Page.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync(browser.Page.QuerySelector("main td a")!.GetAttribute("href")!);
        Assert.Equal(2, browser.Page.QuerySelectorAll("main section table tbody")[0].Children.Length);
    }
}
