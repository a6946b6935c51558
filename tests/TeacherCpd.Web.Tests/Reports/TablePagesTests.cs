using System.Net;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Web.Tests.Reports;

public sealed class TablePagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_officer_goes_from_the_list_to_a_report_narrows_it_and_takes_it_along()
    {
        var group = await site.Data.GroupAsync();
        await site.Data.EnrolmentAsync(group);
        await site.Data.EnrolmentAsync(group);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
        await browser.GetAsync("/reports/tables");
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/reports/tables/trainees-by-level']"));

        await browser.GetAsync("/reports/tables/trainees-by-level?year=2026");

        Assert.Equal(["2", "100,0 % 2 / 2"], Figures("main tbody tr:first-child td.num"));
        Assert.Equal(["2", "100,0 % 2 / 2"], Figures("main tfoot td.num"));
        foreach (var (kind, type) in new[] { ("Csv", "text/csv"), ("Xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("Pdf", "application/pdf") })
        {
            var file = await browser.GetAsync(browser.Page.QuerySelector($"main a[href*='format={kind}']")!.GetAttribute("href")!);
            Assert.Equal((HttpStatusCode.OK, type), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        }

        await browser.GetAsync("/reports/tables/trainees-by-level?year=2026&language=Ru");
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
        Assert.NotNull(browser.Page.QuerySelector("#CourseLanguage option[value=Ru][selected]"));

        string[] Figures(string cells) =>
            [.. browser.Page.QuerySelectorAll(cells).Select(c => string.Join(' ', c.TextContent.Split([' ', '\n', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)))];
    }

    [Fact]
    public async Task A_day_of_another_year_is_told_beside_its_field_and_stays_there()
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));

        var answer = await browser.GetAsync("/reports/tables/trainees-by-level?year=2026&day=2025-03-01");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("2025-03-01", browser.Page.QuerySelector("#Day")!.GetAttribute("value"));
        Assert.NotNull(browser.Page.QuerySelector("#Day[aria-invalid]"));
    }

    [Theory]
    [InlineData("year=2026&day=2025-03-01&format=Csv")]
    [InlineData("year=2026&format=docx")]
    [InlineData("year=abc")]
    public async Task A_file_that_is_asked_for_wrongly_leads_to_the_page_that_says_why(string question)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));

        var answer = await browser.GetAsync($"/reports/tables/trainees-by-level/file?{question}");

        Assert.Equal($"/reports/tables/trainees-by-level?{question}", answer.Headers.Location!.OriginalString);
        await browser.FollowAsync(answer);
        Assert.NotNull(browser.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_place_of_somebody_else_and_a_report_that_is_not_are_not_found()
    {
        var world = await site.Data.WorldAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer, w => w.Region));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/reports/tables/trainees-by-level?placeId={world.OtherRegion.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/reports/tables/trainees-by-level/file?placeId={world.OtherRegion.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/reports/tables/nothing")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Teacher, "trainees-by-level")]
    [InlineData(Role.Trainer, "grades")]
    [InlineData(Role.Assessor, "originality")]
    [InlineData(Role.Moderator, "teachers-by-category")]
    public async Task Other_roles_are_told_that_they_may_not(Role role, string name)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/reports/tables/{name}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/reports/tables/{name}/file")).StatusCode);
    }
}
