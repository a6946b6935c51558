using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Attestation;

public sealed class RulePagesTests : IAsyncLifetime
{
    private Site site = null!;
    private RuleSet edition = null!;
    private Browser ministry = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        edition = await site.Data.RuleSetAsync();
        ministry = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_change_is_looked_at_before_it_is_saved_as_a_draft_and_put_in_force()
    {
        await ministry.GetAsync($"/attestation/rules/{edition.Id}/edit?section=term");
        var field = ministry.Page.QuerySelectorAll("input[type=hidden]").Single(i => i.GetAttribute("value") == "term/years/head").GetAttribute("name")!.Replace(".Path", ".Text", StringComparison.Ordinal);
        await ministry.SubmitAsync(new() { [field] = "4", ["Step"] = "preview", ["Input.Code"] = "X/2" });

        Assert.Equal(["3", "4"], ministry.Page.QuerySelectorAll("#preview td.num, #preview tbody td").Skip(1).Take(2).Select(c => c.TextContent.Trim()));
        Assert.Equal(1, await site.App.LookAsync(db => db.RuleSets.CountAsync()));

        await ministry.FollowAsync(await ministry.SubmitAsync(new() { ["Step"] = "save" }));
        var draft = await site.App.LookAsync(db => db.RuleSets.SingleAsync(r => r.Code == "X/2"));
        Assert.Equal(edition.Id, draft.BasedOnId);

        await ministry.GetAsync($"/attestation/rules/{draft.Id}/in-force");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ministry.SubmitAsync(new() { ["From"] = "2026-02-09" })).StatusCode);
        Assert.NotNull(ministry.Page.QuerySelector("#From_error"));
        await ministry.FollowAsync(await ministry.SubmitAsync(new() { ["From"] = "2026-02-11" }));
        Assert.Equal(RuleSetStatus.InForce, await site.App.LookAsync(db => db.RuleSets.Where(r => r.Id == draft.Id).Select(r => r.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_value_that_cannot_be_comes_back_as_typed_with_its_fault()
    {
        await ministry.GetAsync($"/attestation/rules/{edition.Id}/edit?section=term");
        var field = ministry.Page.QuerySelectorAll("input[type=hidden]").Single(i => i.GetAttribute("value") == "term/years/head").GetAttribute("name")!.Replace(".Path", ".Text", StringComparison.Ordinal);
        await ministry.SubmitAsync(new() { [field] = "үш", ["Step"] = "preview" });

        Assert.Equal("үш", ministry.Page.QuerySelector("input[aria-invalid]")!.GetAttribute("value"));
        Assert.Null(ministry.Page.QuerySelector("button[value=save]"));
    }

    [Fact]
    public async Task An_edition_shows_the_paragraph_beside_every_rule_and_warns_of_the_deputies_sheet()
    {
        var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await teacher.GetAsync($"/attestation/rules/{edition.Id}?section=sheets/deputy");

        Assert.All(teacher.Page.QuerySelectorAll("table tbody tr"), row => Assert.NotEmpty(row.QuerySelector("td:last-child")!.TextContent.Trim()));
        Assert.Contains(teacher.Page.QuerySelectorAll("p.now"), p => p.TextContent.Contains("48", StringComparison.Ordinal) && p.TextContent.Contains("47", StringComparison.Ordinal));
        Assert.Null(teacher.Page.QuerySelector("main a[href*='/edit']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync($"/attestation/rules/{edition.Id}/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync("/attestation/rules/import")).StatusCode);
    }

    [Fact]
    public async Task Terms_of_a_year_are_filled_in_and_shown_to_teachers()
    {
        await ministry.GetAsync("/attestation/rules/years?year=2026&session=1");
        Assert.NotNull(ministry.Page.QuerySelector("main .empty"));
        await ministry.FollowAsync(await ministry.SubmitAsync(new()
        {
            ["Input.ApplyFrom"] = "2026-02-15",
            ["Input.ApplyTo"] = "2026-03-01",
            ["Input.EssayTopics"] = "Бірінші\nЕкінші",
            ["Input.Source"] = "№ 12",
        }));

        var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await teacher.GetAsync("/my/readiness");
        Assert.Contains("15.02.2026", teacher.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await teacher.GetAsync("/attestation/rules/years");
        Assert.Equal(2, teacher.Page.QuerySelectorAll("main td li").Length);
        Assert.Null(teacher.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_school_enters_a_category_and_the_teacher_sees_it()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var school = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await school.GetAsync("/attestation/categories");
        await school.GetAsync(school.Page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).Single(h => h.EndsWith(teacher.Id.ToString(), StringComparison.Ordinal)));
        var refused = await school.SubmitAsync(new() { ["Input.Category"] = "expert", ["Input.Ground"] = "№ 15" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("№ 15", school.Page.QuerySelector("#Input_Ground")!.GetAttribute("value"));
        await school.FollowAsync(await school.SubmitAsync(new() { ["Input.GrantedOn"] = "2022-06-25" }));

        var own = await site.AsAsync(teacher);
        await own.GetAsync("/my/readiness");
        Assert.Contains("№ 15", own.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_is_a_table_and_a_file()
    {
        var officer = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer, w => w.Region));
        await site.Data.CategoryAsync(await site.Data.PersonAsync(Role.Teacher), "expert");
        await officer.GetAsync("/attestation/forecast");
        Assert.Contains("2026/1", officer.Page.QuerySelector("main thead")!.TextContent, StringComparison.Ordinal);

        var file = await officer.GetAsync(officer.Page.QuerySelector("main a[href*='forecast.csv']")!.GetAttribute("href")!);
        Assert.Contains("2026/1", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await officer.GetAsync("/reports/categories");
        Assert.NotNull(officer.Page.QuerySelector("main .empty"));
    }
}
