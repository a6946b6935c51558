using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Web.Tests.Groups;

/// <summary>What a teacher, a school and a coordinator do on the way to a place and away from it.</summary>
public sealed class EnrolmentPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_teacher_joins_the_line_of_a_full_group_sees_the_place_in_it_and_gives_it_back()
    {
        var group = await site.Data.OpenGroupAsync(await site.Data.ProgrammeAsync(steps: ApplicationSteps.None), capacity: 1);
        await site.Data.EnrolmentAsync(group);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await browser.GetAsync($"/groups/{group.Id}");

        await browser.FollowAsync(await browser.SubmitAsync(form: "main form.now"));

        Assert.NotNull(browser.Page.QuerySelector(".card.now .chip.warn"));
        await browser.FollowAsync(await browser.SubmitAsync(form: "main .actions form"));
        Assert.NotNull(browser.Page.QuerySelector("main form.now"));
    }

    [Fact]
    public async Task A_school_sends_a_team_and_what_was_ticked_stays_when_it_is_too_small()
    {
        var group = await site.Data.OpenGroupAsync(await site.Data.ProgrammeAsync(steps: ApplicationSteps.School, teamSize: 2));
        var (first, second) = (await site.Data.PersonAsync(Role.Teacher), await site.Data.PersonAsync(Role.Teacher));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await browser.GetAsync($"/groups/{group.Id}");
        await browser.GetAsync(browser.Page.QuerySelector("main .card.now a")!.GetAttribute("href")!);

        var refused = await browser.SubmitAsync(new() { ["PersonIds"] = first.Id.ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector($"input[value='{first.Id}'][checked]"));
        Assert.Null(browser.Page.QuerySelector($"input[value='{second.Id}'][checked]"));

        var page = browser.Page.QuerySelector("main form[method=post]")!;
        using var both = new FormUrlEncodedContent(
        [
            .. page.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
            KeyValuePair.Create("PersonIds", first.Id.ToString()),
            KeyValuePair.Create("PersonIds", second.Id.ToString()),
        ]);
        await browser.FollowAsync(await browser.PostAsync($"/groups/{group.Id}/nominate", both));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(2, await site.App.LookAsync(db => db.Enrolments.CountAsync(e => e.GroupId == group.Id && e.Status == EnrolmentStatus.Accepted)));
    }

    [Fact]
    public async Task A_school_agrees_to_an_application_or_declines_it_with_a_reason()
    {
        var group = await site.Data.OpenGroupAsync(await site.Data.ProgrammeAsync(steps: ApplicationSteps.School | ApplicationSteps.Branch));
        foreach (var _ in new[] { 1, 2 })
        {
            var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
            await teacher.GetAsync($"/groups/{group.Id}");
            await teacher.SubmitAsync(form: "main form.now");
        }

        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await browser.GetAsync("/applications");
        var empty = await browser.SubmitAsync(form: "form[action*=decline]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*=accept]"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["reason"] = "Ауыстыратын адам жоқ" }, "form[action*=decline]"));

        Assert.Null(browser.Page.QuerySelector("main td form"));
        Assert.Equal(1, await site.App.LookAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.Declined && e.DeclineReason == "Ауыстыратын адам жоқ")));
        Assert.Equal(1, await site.App.LookAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.Applied && e.AwaitedStep == ApplicationSteps.Branch)));
    }

    [Fact]
    public async Task Whoever_decides_reads_of_another_course_in_the_same_days()
    {
        var group = await site.Data.OpenGroupAsync(await site.Data.ProgrammeAsync(steps: ApplicationSteps.School | ApplicationSteps.Branch));
        var other = await site.Data.OpenGroupAsync();
        var person = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.EnrolmentAsync(other, person);
        var school = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await school.GetAsync($"/groups/{group.Id}/nominate");
        Assert.Contains(other.Code, school.Page.QuerySelector($"label[for='p-{person.Id}'] .chip.warn")!.TextContent, StringComparison.Ordinal);
        var teacher = await site.AsAsync(person);
        await teacher.GetAsync($"/groups/{group.Id}");
        await teacher.SubmitAsync(form: "main form.now");

        await school.GetAsync("/applications");
        Assert.Contains(other.Code, school.Page.QuerySelector("td .chip.warn")!.TextContent, StringComparison.Ordinal);
        await school.SubmitAsync(form: "form[action*=accept]");
        var branch = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await branch.GetAsync($"/groups/manage/{group.Id}");

        Assert.Contains(other.Code, branch.Page.QuerySelector("td .chip.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_coordinators_edit_one_group_and_the_second_keeps_what_was_typed()
    {
        var group = await site.Data.OpenGroupAsync();
        var (first, second) = (await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator)), await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator)));
        await first.GetAsync($"/groups/manage/{group.Id}/edit");
        await second.GetAsync($"/groups/manage/{group.Id}/edit");

        await first.FollowAsync(await first.SubmitAsync(new() { ["Input.Venue"] = "204 кабинет" }));
        var answer = await second.SubmitAsync(new() { ["Input.Venue"] = "Акт залы" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull(second.Page.QuerySelector(".errors"));
        Assert.Equal("Акт залы", second.Page.QuerySelector("#Input_Venue")!.GetAttribute("value"));
        Assert.Equal("204 кабинет", await site.App.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.Venue).SingleAsync()));
    }

    [Fact]
    public async Task Faults_of_the_form_stand_at_their_fields()
    {
        var group = await site.Data.OpenGroupAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync($"/groups/manage/{group.Id}/edit");

        foreach (var (field, value) in new[]
        {
            ("Input.Capacity", "0"), ("Input.SmallestSize", "26"), ("Input.MeetingLink", "javascript:alert(1)"), ("Input.EndsOn", "2026-01-01"), ("Input.StartsOn", ""),
        })
        {
            await browser.GetAsync($"/groups/manage/{group.Id}/edit");
            var answer = await browser.SubmitAsync(new() { [field] = value });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull(browser.Page.QuerySelector($"#{field.Replace('.', '_')}[aria-invalid=true]"));
        }
    }

    [Fact]
    public async Task A_coordinator_takes_somebody_out_adds_somebody_late_and_calls_the_group_off()
    {
        var group = await site.Data.OpenGroupAsync();
        var enrolment = await site.Data.EnrolmentAsync(group);
        var late = await site.Data.PersonAsync(Role.Teacher);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));

        await browser.GetAsync($"/groups/manage/{group.Id}/leave/{enrolment.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(form: "form[action*=withdraw]")).StatusCode);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Reason"] = "Ауырып қалды" }, "form[action*=withdraw]"));
        await browser.GetAsync($"/groups/manage/{group.Id}/late");
        var unknown = await browser.SubmitAsync(new() { ["Iin"] = "123", ["Basis"] = "№ 5 хат" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal("№ 5 хат", browser.Page.QuerySelector("#Basis")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Iin"] = late.Iin, ["Basis"] = "№ 5 хат" }));
        await browser.GetAsync($"/groups/manage/{group.Id}/cancel");
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Reason"] = "Адам аз" }));

        Assert.Equal(
            [EnrolmentStatus.Withdrawn, EnrolmentStatus.Withdrawn],
            await site.App.LookAsync(db => db.Enrolments.Where(e => e.GroupId == group.Id).Select(e => e.Status).ToListAsync()));
        Assert.Equal(GroupStatus.Cancelled, await site.App.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_officer_plans_a_quota_moves_places_and_says_why_some_are_not_used()
    {
        var world = await site.Data.WorldAsync();
        var version = await site.Data.ProgrammeAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
        await browser.GetAsync("/quotas?year=2026");
        var missing = await browser.SubmitAsync(new() { ["Input.Planned"] = "30" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Equal("30", browser.Page.QuerySelector("#Input_Planned")!.GetAttribute("value"));

        await browser.FollowAsync(await browser.SubmitAsync(new()
        {
            ["Input.ProgrammeId"] = version.ProgrammeId.ToString(),
            ["Input.RegionId"] = world.Region.Id.ToString(),
            ["Input.Planned"] = "30",
            ["Input.Granted"] = "25",
        }));
        await browser.GetAsync(browser.Page.QuerySelector("main td a[href^='/quotas/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(
            new() { ["ToRegionId"] = world.OtherRegion.Id.ToString(), ["Places"] = "26", ["Reason"] = "Кезек бар" }, "form[action*=move]")).StatusCode);
        await browser.FollowAsync(await browser.SubmitAsync(
            new() { ["ToRegionId"] = world.OtherRegion.Id.ToString(), ["Places"] = "5", ["Reason"] = "Кезек бар" }, "form[action*=move]"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Why"] = "NoTravelFunds", ["Unused"] = "3" }, "form[action*=explain]"));

        Assert.Equal([5, 20], await site.App.LookAsync(db => db.Quotas.OrderBy(q => q.Granted).Select(q => q.Granted).ToListAsync()));
        Assert.Contains("іссапар", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionMember)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        var group = await site.Data.OpenGroupAsync();
        var enrolment = await site.Data.EnrolmentAsync(group);
        var session = await site.Data.SessionAsync(group);
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        foreach (var path in new[]
        {
            $"/groups/manage/{group.Id}/edit", $"/groups/manage/{group.Id}/timetable", $"/groups/manage/{group.Id}/late", $"/groups/manage/{group.Id}/cancel",
            $"/groups/manage/{group.Id}/leave/{enrolment.Id}", $"/groups/{group.Id}/nominate", "/applications", "/quotas", "/attendance", $"/attendance/{session.Id}",
            $"/attendance/{session.Id}/code", $"/attendance/groups/{group.Id}", "/attendance/no-shows",
        })
        {
            Assert.Equal((HttpStatusCode.Forbidden, path), ((await browser.GetAsync(path)).StatusCode, path));
        }
    }
}
