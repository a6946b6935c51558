using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Programmes;

public sealed class WriteProgrammePageTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await site.Data.RubricAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_developer_adds_a_programme_and_writes_its_version()
    {
        await browser.GetAsync("/programmes");
        await browser.GetAsync(browser.Page.QuerySelector("main a[href='/programmes/new']")!.GetAttribute("href")!);
        var added = await browser.SubmitAsync(NewFields());
        Assert.Equal("/programmes/P50/versions/1/edit", added.Headers.Location!.OriginalString);
        await browser.FollowAsync(added);

        var saved = await browser.SubmitAsync(VersionFields());
        await browser.FollowAsync(saved);

        Assert.Equal(2, browser.Page.QuerySelectorAll("ol.line li").Length);
        Assert.Contains("120", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*='Advance']"));
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(ProgrammeVersionStatus.PreCourseStudy, await site.App.LookAsync(db => db.ProgrammeVersions.Select(v => v.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_row_is_added_without_script_and_nothing_typed_is_lost()
    {
        await WriteAsync();

        var fields = VersionFields();
        fields["Input.Modules[0].TitleRu"] = "Начатый модуль";
        fields["Add"] = "Phases";
        var answer = await browser.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Phases_3__Hours"));
        Assert.Equal("80", Value("Input_Phases_0__Hours"));
        Assert.Equal("Начатый модуль", Value("Input_Modules_0__TitleRu"));
        Assert.Empty(await site.App.LookAsync(db => db.Set<ProgrammePhase>().ToListAsync()));
    }

    [Fact]
    public async Task Hours_that_differ_from_the_phases_come_back_at_their_field()
    {
        await WriteAsync();
        var fields = VersionFields();
        fields["Input.Hours"] = "100";

        var answer = await browser.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("120", browser.Page.QuerySelector("#Input_Hours_error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("100", Value("Input_Hours"));
        Assert.Equal("80", Value("Input_Phases_0__Hours"));
    }

    [Fact]
    public async Task A_fault_of_a_row_stands_at_that_row()
    {
        await WriteAsync();
        var fields = VersionFields();
        fields["Input.Phases[0].Hours"] = "";
        fields["Input.Phases[1].Weeks"] = "500";

        var answer = await browser.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Phases_1__Weeks_error"));
        Assert.Equal("500", Value("Input_Phases_1__Weeks"));
    }

    [Fact]
    public async Task A_missing_audience_is_told_and_the_boxes_stay()
    {
        await browser.GetAsync("/programmes/new");
        var fields = NewFields();
        fields["Input.TitleRu"] = " ";

        var answer = await browser.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_TitleRu_error"));
        Assert.NotNull(browser.Page.QuerySelector("input[value='Mentor'][checked]"));
        Assert.Equal("P50", Value("Input_Code"));
    }

    [Fact]
    public async Task A_version_at_the_council_is_shown_as_frozen()
    {
        var version = await site.Data.ProgrammeAsync(ProgrammeVersionStatus.Agreed, code: "P60");
        await OwnAsync(version.ProgrammeId);

        await browser.GetAsync("/programmes/P60/versions/1/edit");

        Assert.NotNull(browser.Page.QuerySelector(".empty"));
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        await browser.GetAsync("/programmes/P60");
        var draft = await browser.SubmitAsync(new() { ["Input.ChangeReason"] = "Сағат өзгерді" }, "form[action*='NewVersion']");
        Assert.Equal("/programmes/P60/versions/2/edit", draft.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_withdrawal_without_a_reason_is_refused_and_its_form_stands_open()
    {
        var version = await site.Data.ProgrammeAsync(ProgrammeVersionStatus.Agreed, code: "P60");
        await OwnAsync(version.ProgrammeId);
        await browser.GetAsync("/programmes/P60");

        var answer = await browser.SubmitAsync(form: "form[action*='Withdraw']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("details[open] #Input_Reason_error"));
    }

    [Fact]
    public async Task The_ministry_records_a_protocol_for_a_version_and_then_its_letter()
    {
        var version = await site.Data.ProgrammeAsync(ProgrammeVersionStatus.AtCouncil, code: "P60");
        var ministry = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
        await ministry.GetAsync("/programmes");
        await ministry.GetAsync(ministry.Page.QuerySelector("main a[href='/programmes/papers']")!.GetAttribute("href")!);

        var empty = await ministry.SubmitAsync(new() { ["Input.Number"] = "№ 6" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.NotNull(ministry.Page.QuerySelector("#Input_VersionIds_error"));
        Assert.Equal("№ 6", ministry.Page.QuerySelector("#Input_Number")!.GetAttribute("value"));
        await ministry.FollowAsync(await ministry.SubmitAsync(new() { ["Input.Date"] = "2026-02-02", ["Input.VersionIds"] = version.Id.ToString() }));
        await ministry.GetAsync("/programmes/papers?kind=CommitteeLetter");
        await ministry.FollowAsync(await ministry.SubmitAsync(new() { ["Input.Number"] = "18-6/1", ["Input.Date"] = "2026-02-09", ["Input.VersionIds"] = version.Id.ToString() }));

        Assert.NotNull(ministry.Page.QuerySelector(".notice"));
        Assert.Equal(ProgrammeVersionStatus.Listed, (await site.App.SendAs(null, new GetProgrammeQuery("P60"))).Value.Versions.Single().Status);
    }

    [Fact]
    public async Task The_entry_in_the_register_is_corrected_and_typing_is_kept()
    {
        await WriteAsync();
        await browser.GetAsync("/programmes/P50");

        var refused = await browser.SubmitAsync(new() { ["Input.TitleKk"] = "Түзетілді", ["Input.TitleRu"] = " " }, "form[action*='Correct']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("details[open] #Input_TitleRu_error"));
        Assert.Equal("Түзетілді", Value("Input_TitleKk"));
        Assert.NotNull(browser.Page.QuerySelector("input[value='Mentor'][checked]"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.TitleRu"] = "Исправлено", ["Input.Direction"] = "literacy" }, "form[action*='Correct']"));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        var view = (await site.App.SendAs(null, new GetProgrammeQuery("P50"))).Value;
        Assert.Equal(("Түзетілді", "Исправлено", "literacy"), (view.Title.Kk, view.Title.Ru, view.Direction));
    }

    [Fact]
    public async Task The_form_of_a_listed_programme_offers_no_direction()
    {
        var version = await site.Data.ProgrammeAsync(ProgrammeVersionStatus.Listed, code: "P60");
        await OwnAsync(version.ProgrammeId);

        await browser.GetAsync("/programmes/P60");

        Assert.NotNull(browser.Page.QuerySelector("#Input_TitleKk"));
        Assert.Null(browser.Page.QuerySelector("#Input_Direction"));
    }

    [Fact]
    public async Task The_ministry_withdraws_a_listed_version_from_its_page()
    {
        await site.Data.ProgrammeAsync(ProgrammeVersionStatus.Listed, code: "P60");
        var ministry = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
        await ministry.GetAsync("/programmes/P60");
        Assert.Null(ministry.Page.QuerySelector("form[action*='NewVersion']"));

        await ministry.FollowAsync(await ministry.SubmitAsync(new() { ["Input.Reason"] = "Мазмұны ескірді" }, "form[action*='Withdraw']"));

        Assert.NotNull(ministry.Page.QuerySelector(".notice"));
        Assert.Contains("Мазмұны ескірді", ministry.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(ministry.Page.QuerySelector("form[action*='Withdraw']"));
    }

    [Fact]
    public async Task The_table_of_directions_leads_to_the_programmes()
    {
        await site.Data.ProgrammeOfRegisterAsync("P70", TestData.Text("Команда"), ProgrammeVersionStatus.Listed, papers: [TestData.Protocol("13")]);
        var visitor = site.Visitor();

        await visitor.GetAsync("/programmes/by-direction");
        await visitor.GetAsync(visitor.Page.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Equal("/programmes/P70", visitor.Page.QuerySelector("tbody a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        await WriteAsync();
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        foreach (var page in new[] { "/programmes/new", "/programmes/papers", "/programmes/P50/versions/1/edit" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(page)).StatusCode);
        }

        await other.GetAsync("/programmes/P50");
        Assert.Null(other.Page.QuerySelector("main form[method=post]"));
    }

    private static Dictionary<string, string> NewFields() => new()
    {
        ["Input.Code"] = "P50",
        ["Input.TitleKk"] = "Жаңа бағдарлама",
        ["Input.TitleRu"] = "Новая программа",
        ["Input.Direction"] = "secondary",
        ["Input.Audiences"] = "Mentor",
    };

    private static Dictionary<string, string> VersionFields() => new()
    {
        ["Input.AudienceKk"] = "мұғалімдер",
        ["Input.AudienceRu"] = "учителя",
        ["Input.Phases[0].Hours"] = "80",
        ["Input.Phases[0].Days"] = "10",
        ["Input.Phases[1].Kind"] = "SchoolPractice",
        ["Input.Phases[1].Hours"] = "40",
        ["Input.Phases[1].Weeks"] = "1",
    };

    private async Task WriteAsync()
    {
        await browser.GetAsync("/programmes/new");
        await browser.FollowAsync(await browser.SubmitAsync(NewFields()));
    }

    private async Task OwnAsync(Guid programmeId)
    {
        var centre = (await site.Data.WorldAsync()).Centre.Id;
        await site.App.LookAsync(db => db.Programmes.Where(p => p.Id == programmeId).ExecuteUpdateAsync(set => set.SetProperty(p => p.CentreId, centre)));
    }

    private string? Value(string id) => browser.Page.QuerySelector($"#{id}")!.GetAttribute("value");
}
