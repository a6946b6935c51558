using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Networks;

/// <summary>Networks, events of coaches and visits as people see them, without JavaScript.</summary>
public sealed class NetworkPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private World world = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await site.Data.WorldAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_region_writes_its_list_by_search_and_approves_it_and_a_wrong_form_keeps_what_was_typed()
    {
        await site.Data.SchoolAsync("S3", "№3 мектеп");
        var officer = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer, w => w.Region));
        await officer.GetAsync("/networks");
        await officer.FollowAsync(await officer.SubmitAsync(new() { ["Input.YearStart"] = "2025" }, form: "main form"));
        var list = await site.App.LookAsync(db => db.NetworkLists.Select(l => l.Id).SingleAsync());
        Assert.Equal($"/networks/lists/{list}", officer.Path);
        await officer.GetAsync($"/networks/lists/{list}?q=№14");
        await officer.FollowAsync(await officer.SubmitAsync([], form: "main form[action*=Lead]"));
        var network = officer.Page.QuerySelector("main tbody a")!.GetAttribute("href")!;
        Assert.NotNull(officer.Page.QuerySelector("main details .chip.warn"));

        await officer.GetAsync($"{network}?q=№3");
        await officer.FollowAsync(await officer.SubmitAsync([], form: "main form[action*=Join]"));
        Assert.Equal(2, officer.Page.QuerySelectorAll("main tbody tr").Length);

        await officer.GetAsync($"/networks/lists/{list}");
        Assert.Null(officer.Page.QuerySelector("main details .chip.warn"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(new() { ["OrderNumber"] = "11-4/874" }, form: "main form[action*=Approve]")).StatusCode);
        Assert.Equal("11-4/874", officer.Page.QuerySelector("#OrderNumber")!.GetAttribute("value"));
        Assert.NotNull(officer.Page.QuerySelector("details[open] #OrderNumber"));
        await officer.FollowAsync(await officer.SubmitAsync(new() { ["OrderNumber"] = "11-4/874", ["OrderedOn"] = "2026-02-01" }, form: "main form[action*=Approve]"));
        Assert.Equal(NetworkListStatus.Approved, await site.App.LookAsync(db => db.NetworkLists.Select(l => l.Status).SingleAsync()));
        Assert.Null(officer.Page.QuerySelector("main form[action*=Approve]"));
        var file = await (await officer.GetAsync($"/networks/lists/{list}/file")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("№14 мектеп;№3 мектеп", file, StringComparison.Ordinal);

        var school = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await school.GetAsync("/networks");
        Assert.Equal(network, school.Page.QuerySelector("main tbody a")!.GetAttribute("href"));
        await school.GetAsync(network);
        Assert.Null(school.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await school.GetAsync($"/networks/lists/{list}")).StatusCode);
    }

    [Fact]
    public async Task A_coach_finds_the_own_events_plans_one_and_records_it_with_what_was_typed_kept()
    {
        var partner = await site.Data.SchoolAsync("S3", "№3 мектеп");
        await site.Data.NetworkAsync(world.School, partners: partner);
        var coach = await site.AsAsync(await site.Data.CoachAsync());
        await coach.GetAsync("/my/collaboration");
        Assert.NotNull(coach.Page.QuerySelector("main a[href='/networks/events']"));
        await coach.GetAsync("/networks/events/new");
        Assert.Equal(2, coach.Page.QuerySelectorAll("input[name='Input.Schools'][checked]").Length);
        var typed = new Dictionary<string, string> { ["Input.Topic"] = "Бағалау тапсырмалары", ["Input.From"] = "2026-02-09" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coach.SubmitAsync(typed, form: "main form[method=post]")).StatusCode);
        Assert.Equal("Бағалау тапсырмалары", coach.Page.QuerySelector("#Input_Topic")!.GetAttribute("value"));
        Assert.NotNull(coach.Page.QuerySelector("#Input_Place_error"));
        await coach.FollowAsync(await coach.SubmitAsync(new() { ["Input.Place"] = "204-кабинет" }, form: "main form[method=post]"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coach.SubmitAsync(
            new() { ["Turnout[0].Count"] = "7", ["Turnout[0].Iins"] = "000000000000", ["Outcome"] = "Өтті" }, form: "main form[action*=Hold]")).StatusCode);
        Assert.Equal("7", coach.Page.QuerySelector("#Turnout_0__Count")!.GetAttribute("value"));
        Assert.Equal("000000000000", coach.Page.QuerySelector("#Turnout_0__Iins")!.TextContent.Trim());
        await coach.FollowAsync(await coach.SubmitAsync(new() { ["Turnout[0].Iins"] = "" }, form: "main form[action*=Hold]"));
        Assert.Equal("7", coach.Page.QuerySelector("main tfoot td")!.TextContent.Trim());
        Assert.Equal(CoachEventStatus.Held, await site.App.LookAsync(db => db.CoachEvents.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_visit_goes_from_template_to_report_and_summary()
    {
        await site.Data.SaveAsync(new BranchRegion { BranchId = world.Branch.Id, RegionId = world.Region.Id });
        var coordinator = await site.Data.PersonAsync(Role.SchoolCoordinator);
        var manager = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await manager.GetAsync("/visits/templates/new");
        Assert.Equal(5, manager.Page.QuerySelectorAll("main form textarea").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SubmitAsync(new() { ["Input.Title"] = "Мониторинг", ["Input.Stages[0].DueAfterDays"] = "300" }, form: "main form")).StatusCode);
        Assert.Equal("300", manager.Page.QuerySelector("#Input_Stages_0__DueAfterDays")!.GetAttribute("value"));
        await manager.FollowAsync(await manager.SubmitAsync(new() { ["Input.Stages[0].DueAfterDays"] = "3" }, form: "main form"));

        await manager.GetAsync("/visits/new?q=№14");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SubmitAsync([], form: "main form[method=post]")).StatusCode);
        await manager.FollowAsync(await manager.SubmitAsync(new() { ["Input.SchoolId"] = world.School.Id.ToString() }, form: "main form[method=post]"));
        var visit = await site.App.LookAsync(db => db.SchoolVisits.Select(v => v.Id).SingleAsync());
        Assert.Equal($"/visits/{visit}", manager.Path);
        await CloseAsync("Preparation", new() { ["Counts[0].Number"] = "20" });
        await CloseAsync("Survey", new() { ["Counts[1].Number"] = "15" });
        await CloseAsync("Programme", []);
        await CloseAsync("Visit", new() { ["Counts[0].Number"] = "66", ["Counts[1].Number"] = "22", ["Counts[2].Number"] = "21" });
        await CloseAsync("Report", []);
        await manager.FollowAsync(await manager.SubmitAsync([], form: "main form[action*=Send]"));

        var school = await site.AsAsync(coordinator);
        await school.GetAsync("/visits");
        Assert.Equal($"/visits/{visit}/report", school.Page.QuerySelector("main tbody a")!.GetAttribute("href"));
        await school.GetAsync($"/visits/{visit}/report");
        Assert.Contains("33,3", school.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(school.Page.QuerySelector("main .chip.bad"));
        Assert.Equal("application/pdf", (await school.GetAsync($"/visits/{visit}/report/file?format=Pdf")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/visits/{visit}")).StatusCode);
        await manager.GetAsync("/visits/summary?year=2026");
        Assert.Equal($"/visits/{visit}/report", manager.Page.QuerySelector("main tbody a")!.GetAttribute("href"));
        Assert.Contains("66", await (await manager.GetAsync("/visits/summary/file?year=2026&region=")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task CloseAsync(string stage, Dictionary<string, string> numbers) =>
            await manager.FollowAsync(await manager.SubmitAsync(new(numbers) { ["Outcome"] = "Жасалды" }, form: $"main form[action*='stage={stage}'][action*=Close]"));
    }
}
