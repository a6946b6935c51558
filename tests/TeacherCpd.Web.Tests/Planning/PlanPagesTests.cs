using System.Net;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Planning;

/// <summary>Plans on the pages: made, written, understood or not, done with a document.</summary>
public sealed class PlanPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person coordinator = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        coordinator = await site.Data.PersonAsync(Role.SchoolCoordinator);
        teacher = await site.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_school_writes_a_plan_sees_what_a_deadline_became_and_the_teacher_finishes_it()
    {
        var school = await site.AsAsync(coordinator);
        await school.GetAsync("/plans");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await school.SubmitAsync(new() { ["Input.Title"] = "" })).StatusCode);
        await school.FollowAsync(await school.SubmitAsync(new() { ["Input.Title"] = "Жоспар <b>2026</b>" }));
        var plan = school.Path;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await school.SubmitAsync(new() { ["Input.Title"] = "Семинар <i>", ["Input.Deadline"] = "" }, "main form[action*=Item]")).StatusCode);
        Assert.Equal("Семинар <i>", school.Page.QuerySelector("details[open] #Input_Title")!.TextContent.Trim());
        await school.FollowAsync(await school.SubmitAsync(
            new() { ["Input.Deadline"] = "тоқсанның соңғы сәрсенбісі", ["Input.Responsible"] = $"{teacher.FamilyName} {teacher.GivenName}", ["Input.Form"] = "Хаттама" }, "main form[action*=Item]"));
        Assert.Equal(4, school.Page.QuerySelectorAll("main ol.line li").Length);
        Assert.Contains("әр тоқсанның соңғы сәрсенбісі", school.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var item = school.Path;

        var mine = await site.AsAsync(teacher);
        await mine.GetAsync("/my/plan-items");
        await mine.GetAsync(mine.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mine.SubmitAsync(new() { ["Link"] = "javascript:alert(1)", ["Words"] = "№ 1 хаттама" }, "main form[action*=Finish]")).StatusCode);
        Assert.Equal("№ 1 хаттама", mine.Page.QuerySelector("#Words")!.TextContent.Trim());
        await mine.FollowAsync(await mine.SubmitAsync(new() { ["Link"] = "", ["WindowId"] = "" }, "main form[action*=Finish]"));
        Assert.Null(mine.Page.QuerySelector("main form[action*=Finish]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await mine.GetAsync(plan)).StatusCode);

        await school.GetAsync($"{plan}?month=3");
        Assert.Single(school.Page.QuerySelectorAll("main tbody tr"));
        await school.GetAsync(item);
        Assert.Null(school.Page.QuerySelector("main form[action*=Move]"));
    }

    [Fact]
    public async Task A_deadline_that_is_not_understood_is_kept_and_told()
    {
        var item = await site.Data.PlanItemAsync(await site.Data.PlanAsync(coordinator), "жақын арада");
        var school = await site.AsAsync(coordinator);
        await school.GetAsync($"/plans/items/{item.Id}");
        Assert.Contains("жақын арада", school.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(school.Page.QuerySelector("main .chip.bad"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await school.SubmitAsync(new() { ["Deadline"] = "кейінірек", ["Reason"] = "Себеп" }, "main form[action*=Move]")).StatusCode);
        Assert.NotNull(school.Page.QuerySelector(".field.wrong #Deadline[value='кейінірек']"));
        await school.FollowAsync(await school.SubmitAsync(new() { ["Deadline"] = "қазан" }, "main form[action*=Move]"));
        Assert.Null(school.Page.QuerySelector("main .chip.bad"));
    }
}
