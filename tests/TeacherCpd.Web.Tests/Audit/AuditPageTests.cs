using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Web.Tests.Audit;

/// <summary>The page on which administrators see who did what.</summary>
public sealed class AuditPageTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser browser = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator));
        teacher = await site.Data.PersonAsync(Role.Teacher, familyName: "Әлімқұлова");
        var group = await site.Data.OpenGroupAsync();
        Assert.Null((await site.App.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Error);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("kk", "Топқа өтінім берілді", "Топқа жазылу")]
    [InlineData("ru", "Подана заявка в группу", "Зачисление")]
    [InlineData("en", "Applied to a group", "Enrolment")]
    public async Task What_happened_stands_in_words_of_each_language(string language, string process, string record)
    {
        await browser.GetAsync($"/language?to={language}&back=/audit");
        await browser.GetAsync("/audit");

        var first = browser.Page.QuerySelector("main tbody tr")!;
        Assert.StartsWith(process, first.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(record, first.QuerySelector("details h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(first.QuerySelectorAll("details tbody tr"), row => row.TextContent.Contains("Applied", StringComparison.Ordinal));
        Assert.Equal("page", browser.Page.QuerySelector("nav.rail a[href='/audit']")!.GetAttribute("aria-current"));
        Assert.DoesNotContain("audit.", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_found_by_number_and_the_number_gets_into_no_address()
    {
        await browser.GetAsync("/audit?process=ApplyToGroupCommand");

        var answer = await FindAsync(teacher.Iin);

        Assert.Equal($"/audit?person={teacher.Id}&process=ApplyToGroupCommand", answer.Headers.Location!.OriginalString);
        await browser.FollowAsync(answer);
        Assert.Single(browser.Page.QuerySelectorAll("main section > table > tbody > tr"));
        Assert.DoesNotContain(teacher.Iin, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_people_of_one_name_one_is_chosen()
    {
        await site.Data.PersonAsync(Role.Trainer, familyName: "Әлімқұлова");
        await browser.GetAsync("/audit");

        Assert.Equal(HttpStatusCode.OK, (await FindAsync("Әлімқұлова")).StatusCode);

        var links = browser.Page.QuerySelectorAll("section[aria-labelledby=person] li a");
        Assert.Equal(2, links.Length);
        Assert.Contains(links, a => a.GetAttribute("href") == $"/audit?person={teacher.Id}");
    }

    [Fact]
    public async Task Nobody_of_the_name_is_told_at_the_field()
    {
        await browser.GetAsync("/audit");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FindAsync("Жоқбаев")).StatusCode);

        Assert.NotNull(browser.Page.QuerySelector(".errors a[href='#Text']"));
        Assert.Equal("Жоқбаев", browser.Page.QuerySelector("#Text")!.GetAttribute("value"));
        Assert.NotEmpty(browser.Page.QuerySelectorAll("main tbody tr"));
    }

    [Theory]
    [InlineData("from=today", "#From")]
    [InlineData("to=2026-02-31", "#To")]
    [InlineData("recordId=17", "#RecordId")]
    [InlineData("person=ayna", "#Person")]
    [InlineData("before=newest", "#Before")]
    [InlineData("process=DropTables", "#Process")]
    [InlineData("from=2026-02-10&to=2026-02-01", "#To")]
    public async Task A_filter_that_makes_no_sense_is_told_and_everything_is_shown(string filter, string field)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.GetAsync($"/audit?{filter}")).StatusCode);

        Assert.NotNull(browser.Page.QuerySelector($".errors a[href='{field}']"));
        Assert.DoesNotContain("The value", browser.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(browser.Page.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task Older_ones_are_a_link_away_and_the_newest_too()
    {
        for (var i = 0; i < 25; i++)
        {
            await site.Data.RubricAsync();
        }

        await browser.GetAsync("/audit");
        await browser.GetAsync(browser.Page.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);

        Assert.Contains(browser.Page.QuerySelectorAll("summary"), s => s.TextContent.StartsWith("Топқа өтінім берілді", StringComparison.Ordinal));
        Assert.NotNull(browser.Page.QuerySelector("main nav a[href='/audit']"));
    }

    [Fact]
    public async Task The_button_says_whether_the_chain_is_whole()
    {
        await browser.GetAsync("/audit");
        await browser.SubmitAsync(form: "#check-chain");
        Assert.NotNull(browser.Page.QuerySelector("section[aria-labelledby=chain] .chip.ok"));

        await site.App.LookAsync(db => db.AuditProcesses.Where(p => p.Sequence == 2).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, "Other")));
        await browser.SubmitAsync(form: "#check-chain");

        Assert.Contains("2", browser.Page.QuerySelector("section[aria-labelledby=chain] [role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_form_shows_the_page_again()
    {
        await browser.GetAsync("/audit");

        var answer = await browser.PostAsync("/audit?handler=person", new FormUrlEncodedContent([new("Text", "Әлімқұлова")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#find-person"));

        // where the language switch of that page leads
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/audit?handler=person")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    public async Task Other_roles_are_told_that_they_may_not(Role role) => await RefusedAsync(await site.Data.PersonAsync(role));

    [Fact]
    public async Task An_administrator_of_one_region_may_not_either() =>
        await RefusedAsync(await site.Data.PersonAsync(Role.Administrator, w => w.Region));

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        var answer = await site.Visitor().GetAsync("/audit");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(Person person)
    {
        var other = await site.AsAsync(person);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/audit")).StatusCode);
        Assert.Null(other.Page.QuerySelector("nav.rail a[href='/audit']"));
    }

    private Task<HttpResponseMessage> FindAsync(string text) => browser.SubmitAsync(new() { ["Text"] = text }, "#find-person");
}
