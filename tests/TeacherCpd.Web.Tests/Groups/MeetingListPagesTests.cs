using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Groups;

/// <summary>The list of a meeting on the roster, without JavaScript.</summary>
public sealed class MeetingListPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_list_fills_the_roster_keeps_what_is_marked_and_is_saved_only_by_hand()
    {
        var group = await site.Data.GroupAsync();
        var session = await site.Data.SessionAsync(group);
        var (first, second) = (await site.Data.PersonAsync(Role.Teacher, familyName: "Серікбаев"), await site.Data.PersonAsync(Role.Teacher, familyName: "Жұмабаев"));
        var (there, marked) = (await site.Data.EnrolmentAsync(group, first, EnrolmentStatus.Accepted), await site.Data.EnrolmentAsync(group, second, EnrolmentStatus.Accepted));
        await site.Data.MarkAsync(session, marked, Presence.Late);
        var coordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await coordinator.GetAsync($"/attendance/{session.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync([], form: "main form[enctype]")).StatusCode);
        var list = Encoding.UTF8.GetBytes($"Name,Join Time,Leave Time,Duration\n{first.GivenName} {first.FamilyName},2/10/2026 9:00,2/10/2026 11:00,120\nБөтен адам,2/10/2026 9:00,2/10/2026 9:30,30\n");
        Assert.Equal(HttpStatusCode.OK, (await coordinator.SubmitAsync([], form: "main form[enctype]", file: ("Input.File", "meeting.csv", list))).StatusCode);

        Assert.Contains("Бөтен адам", coordinator.Page.QuerySelector("main details[open] ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Late", "Present"], coordinator.Page.QuerySelectorAll("main form.roster input[type=radio][checked]").Select(r => r.GetAttribute("value")!).Order(StringComparer.Ordinal));
        Assert.Equal(1, await site.App.LookAsync(db => db.AttendanceMarks.CountAsync()));

        await coordinator.FollowAsync(await coordinator.SubmitAsync([], form: "main form.roster"));
        var marks = await site.App.LookAsync(db => db.AttendanceMarks.ToDictionaryAsync(m => m.EnrolmentId, m => m.Presence));
        Assert.Equal((Presence.Present, Presence.Late), (marks[there.Id], marks[marked.Id]));

        await coordinator.SubmitAsync(new() { ["Input.ReplacesMarks"] = "true" }, form: "main form[enctype]", file: ("Input.File", "meeting.csv", list));
        Assert.Equal(["Absent", "Present"], coordinator.Page.QuerySelectorAll("main form.roster input[type=radio][checked]").Select(r => r.GetAttribute("value")!).Order(StringComparer.Ordinal));
    }
}
