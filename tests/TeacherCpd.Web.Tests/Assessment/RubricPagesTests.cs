using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Assessment;

public sealed class RubricPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_developer_builds_a_rubric_publishes_it_and_begins_the_next_version()
    {
        await browser.GetAsync("/rubrics");
        await browser.GetAsync(browser.Page.QuerySelector("main a[href='/rubrics/new']")!.GetAttribute("href")!);
        var added = await browser.SubmitAsync(await FieldsAsync());
        Assert.Equal("/rubrics/R50/1", added.Headers.Location!.OriginalString);
        await browser.FollowAsync(added);
        Assert.Contains("«Title B қазақша» – 3, «Title A қазақша» – 1", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*='Publish']"));
        Assert.Null(browser.Page.QuerySelector("main a[href$='/edit']"));
        await browser.GetAsync("/rubrics/R50/1/edit");
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        await browser.GetAsync("/rubrics/R50/1");
        var next = await browser.SubmitAsync(form: "form[action*='Next']");

        Assert.Equal("/rubrics/R50/2/edit", next.Headers.Location!.OriginalString);
        await browser.FollowAsync(next);
        Assert.Equal("B", Value("Input_Criteria_0__Code"));
        Assert.Equal("3", Value("Input_Criteria_0__Weight"));
        var reader = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/rubrics/R50/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/rubrics/R50/2")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/rubrics/new")).StatusCode);
    }

    [Fact]
    public async Task A_row_is_added_without_script_and_nothing_typed_is_lost()
    {
        await browser.GetAsync("/rubrics/new");
        Assert.Null(browser.Page.QuerySelector("main form button")!.GetAttribute("name"));
        var fields = await FieldsAsync();
        fields["Add"] = "true";
        fields["Input.Criteria[1].GoodRu"] = "Начатое описание";

        var answer = await browser.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Criteria_3__Code"));
        Assert.Equal("R50", Value("Code"));
        Assert.Equal("Начатое описание", browser.Page.QuerySelector("#Input_Criteria_1__GoodRu")!.TextContent.Trim());
        Assert.Equal(0, await site.App.LookAsync(db => db.Rubrics.CountAsync(r => r.Code == "R50")));
    }

    [Fact]
    public async Task A_fault_stands_at_its_field_in_the_new_order_and_nothing_is_lost()
    {
        await browser.GetAsync("/rubrics/new");
        var fields = await FieldsAsync();
        fields["Input.Criteria[1].Weight"] = "11";
        fields["Input.Criteria[0].TitleRu"] = "";

        var answer = await browser.SubmitAsync(fields);

        // the second criterion asked for the first place
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Criteria_0__Weight_error"));
        Assert.NotNull(browser.Page.QuerySelector("#Input_Criteria_1__TitleRu_error"));
        Assert.Equal("11", Value("Input_Criteria_0__Weight"));
    }

    private async Task<Dictionary<string, string>> FieldsAsync()
    {
        var centre = (await site.Data.WorldAsync()).Centre.Id;
        var fields = new Dictionary<string, string>
        {
            ["Code"] = "R50",
            ["CentreId"] = centre.ToString(),
            ["Input.TitleKk"] = "Жаңа айдар",
            ["Input.TitleRu"] = "Новая рубрика",
            ["Input.UnsatisfactoryPercent"] = "10",
            ["Input.GoodPercent"] = "60",
        };
        foreach (var (i, code, order, weight) in new[] { (0, "A", "2", "1"), (1, "B", "1", "3") })
        {
            fields[$"Input.Criteria[{i}].Order"] = order;
            fields[$"Input.Criteria[{i}].Code"] = code;
            fields[$"Input.Criteria[{i}].Weight"] = weight;
            foreach (var name in new[] { "Title", nameof(Grade.Unsatisfactory), nameof(Grade.Satisfactory), nameof(Grade.Good) })
            {
                fields[$"Input.Criteria[{i}].{name}Kk"] = $"{name} {code} қазақша";
                fields[$"Input.Criteria[{i}].{name}Ru"] = $"{name} {code} по-русски";
            }
        }

        return fields;
    }

    private string? Value(string id) => browser.Page.QuerySelector($"#{id}")!.GetAttribute("value");
}
