using AngleSharp.Html.Dom;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Common;

/// <summary>Enter in a field presses the first button of its form: in forms of many rows it must save, and not add or take out a row.</summary>
public sealed class EnterKeyTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task In_the_form_of_a_version()
    {
        await site.Data.RubricAsync();
        var developer = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
        await developer.GetAsync("/programmes/new");
        await developer.FollowAsync(await developer.SubmitAsync(new()
        {
            ["Input.Code"] = "P50",
            ["Input.TitleKk"] = "Жаңа бағдарлама",
            ["Input.TitleRu"] = "Новая программа",
            ["Input.Direction"] = "secondary",
            ["Input.Audiences"] = "Mentor",
        }));

        var first = FirstButton(developer, "main form[method=post]");

        Assert.True(string.IsNullOrEmpty(first.Name));
        Assert.Null(first.GetAttribute("formaction"));
        Assert.NotNull(developer.Page.QuerySelector("button[name=Add]"));
    }

    [Fact]
    public async Task In_a_timetable()
    {
        var group = await site.Data.OpenGroupAsync();
        await site.Data.SessionAsync(group, new DateTime(2026, 3, 3, 4, 0, 0, DateTimeKind.Utc));
        var coordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await coordinator.GetAsync($"/groups/manage/{group.Id}/timetable");
        Assert.NotNull(coordinator.Page.QuerySelector("button[name=remove]"));

        Assert.Equal("?handler=save", FirstButton(coordinator, "main form:has(button[name=remove])").GetAttribute("formaction"));
    }

    [Fact]
    public async Task In_a_roster()
    {
        var group = await site.Data.GroupAsync(status: Domain.Groups.GroupStatus.Studying);
        await site.Data.EnrolmentAsync(group);
        var session = await site.Data.SessionAsync(group, TestApp.Start.UtcDateTime.AddHours(-1));
        var coordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await coordinator.GetAsync($"/attendance/{session.Id}");

        Assert.Null(FirstButton(coordinator, "form.roster").GetAttribute("formaction"));
        Assert.NotNull(coordinator.Page.QuerySelector("form.roster button[formaction*=all]"));
    }

    private static IHtmlButtonElement FirstButton(Browser browser, string form) =>
        (IHtmlButtonElement)browser.Page.QuerySelector(form)!.QuerySelector("button:not([type=button])")!;
}
