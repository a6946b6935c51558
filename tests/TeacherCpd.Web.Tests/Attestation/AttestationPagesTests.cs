using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Attestation;

public sealed class AttestationPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public static TheoryData<string, Role> ForeignAddresses
    {
        get
        {
            var id = Guid.CreateVersion7();
            var data = new TheoryData<string, Role>();
            foreach (var (owner, paths) in new[]
            {
                (Role.Teacher, new[] { "/my/category", $"/my/cases/{id}", $"/my/cases/{id}/withdraw", "/my/evidence", "/my/evidence/add", $"/my/evidence/{id}", $"/my/cases/{id}/evidence", "/my/observations" }),
                (Role.CommissionSecretary, ["/attestation/cases", $"/attestation/cases/{id}", $"/attestation/cases/{id}/results", $"/attestation/cases/{id}/decide"]),
                (Role.CommissionMember, ["/attestation/votes", $"/attestation/votes/{id}", $"/attestation/votes/{id}/conforms", $"/attestation/votes/{id}/not"]),
            })
            {
                foreach (var role in Enum.GetValues<Role>().Where(r => r != owner))
                {
                    foreach (var path in paths)
                    {
                        data.Add(path, role);
                    }
                }
            }

            return data;
        }
    }

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_case_goes_by_its_pages_from_the_category_to_the_protocol()
    {
        await site.Data.RuleSetAsync();
        var commission = await site.Data.CommissionAsync();
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.CategoryAsync(teacher);

        // the teacher opens and hands in
        var candidate = await site.AsAsync(teacher);
        await candidate.GetAsync("/my/category");
        Assert.Contains("педагог-модератор", candidate.Page.QuerySelector(".chip.info")!.TextContent, StringComparison.Ordinal);
        var opened = await candidate.SubmitAsync();
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        await candidate.FollowAsync(opened);
        Assert.Equal("ашылды", candidate.Page.QuerySelector(".line .here")!.TextContent.Trim().Split('\n')[0]);
        var casePath = candidate.Path;
        await candidate.FollowAsync(await candidate.SubmitAsync());
        Assert.Null(candidate.Page.QuerySelector("main form"));
        var id = Guid.Parse(casePath.Split('/')[^1]);

        // the secretary accepts, records and puts to the vote
        var secretary = await site.AsAsync(commission.Secretary);
        await secretary.GetAsync("/attestation/cases");
        Assert.NotNull(secretary.Page.QuerySelector($"a[href='/attestation/cases/{id}']"));
        await secretary.GetAsync($"/attestation/cases/{id}");
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.SubmitAsync()).StatusCode);
        await secretary.GetAsync($"/attestation/cases/{id}/results");
        var results = TestData.PointsFor("expert").ToDictionary(p => $"Points[{p.Key}]", p => p.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        results["TestPercent"] = "74";
        results["TestOn"] = "2026-02-02";
        await secretary.FollowAsync(await secretary.SubmitAsync(results));
        Assert.Contains("84", secretary.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        // she plans a sitting, opens it with all members and puts the agenda to the vote
        await secretary.GetAsync($"/attestation/commissions/{commission.Commission.Id}");
        await secretary.FollowAsync(await secretary.SubmitAsync(new() { ["PlannedOn"] = "2026-02-10" }, "form[action*='Plan']"));
        var sitting = secretary.Path;
        var token = secretary.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var opened2 = await secretary.PostAsync(
            $"{sitting}?handler=Open",
            new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. commission.Members.Select(m => new KeyValuePair<string, string>("Present", m.Id.ToString()))]));
        Assert.Equal(HttpStatusCode.Redirect, opened2.StatusCode);
        await secretary.GetAsync(sitting);
        await secretary.FollowAsync(await secretary.SubmitAsync(null, "form[action*='PutAll']"));
        Assert.Contains("дауыс", secretary.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        // five members vote
        foreach (var (member, index) in commission.Members.Take(5).Select((m, i) => (m, i)))
        {
            var browser = await site.AsAsync(member);
            await browser.GetAsync("/attestation/votes");
            Assert.NotNull(browser.Page.QuerySelector($"a[href='/attestation/votes/{id}']"));
            await browser.GetAsync($"/attestation/votes/{id}");
            Assert.Null(browser.Page.QuerySelector("main form"));
            await browser.GetAsync($"/attestation/votes/{id}/{(index == 4 ? "not" : "conforms")}");
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(index == 4 ? new() { ["Reason"] = "Сабақ аз" } : null)).StatusCode);
        }

        // the secretary decides; the candidate reads the extract
        await secretary.GetAsync($"/attestation/cases/{id}/decide");
        var decided = await secretary.SubmitAsync();
        await secretary.FollowAsync(decided);
        Assert.Contains("Сабақ аз", secretary.Page.Body!.TextContent, StringComparison.Ordinal);
        await candidate.GetAsync(casePath);
        Assert.Contains("педагог-сарапшы", candidate.Page.QuerySelector(".card.now")!.TextContent, StringComparison.Ordinal);
        await candidate.GetAsync(secretary.Path);
        Assert.Contains("PR-2026-000001", candidate.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Сабақ аз", candidate.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_speaks_three_languages_and_styles_nothing_by_itself()
    {
        var commission = await site.Data.CommissionAsync();
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.CategoryAsync(teacher);
        await site.Data.HoursAsync(teacher, await site.Data.ProgrammeAsync(), new DateOnly(2025, 3, 1));
        var decided = await site.Data.CaseAsync(AttestationCaseStatus.Voting, teacher, commission);
        var voting = await site.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var submitted = await site.Data.CaseAsync(AttestationCaseStatus.Submitted);
        var reviewed = await site.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        foreach (var member in commission.Members.Skip(1))
        {
            await site.App.SendAs(member, new CastVoteCommand(decided.Id, false, "Себебі"));
        }

        var protocol = (await site.App.SendAs(commission.Secretary, new DecideCaseCommand(decided.Id))).Value;
        await SpeaksAsync(teacher, "/", "/my/category", "/my/category?claimed=master", $"/my/cases/{decided.Id}", $"/my/cases/{decided.Id}/withdraw", $"/attestation/protocols/{protocol}");
        await SpeaksAsync(
            commission.Secretary,
            "/",
            "/attestation/cases",
            "/attestation/cases?status=Withdrawn",
            $"/attestation/cases/{submitted.Id}",
            $"/attestation/cases/{reviewed.Id}",
            $"/attestation/cases/{reviewed.Id}/results",
            $"/attestation/cases/{voting.Id}",
            $"/attestation/cases/{voting.Id}/decide",
            $"/attestation/cases/{decided.Id}",
            $"/attestation/protocols/{protocol}");
        await SpeaksAsync(
            commission.Members[1],
            "/",
            "/attestation/votes",
            $"/attestation/votes/{decided.Id}",
            $"/attestation/votes/{voting.Id}",
            $"/attestation/votes/{voting.Id}/conforms",
            $"/attestation/votes/{voting.Id}/not");
    }

    [Fact]
    public async Task A_claim_that_the_rules_refuse_has_no_button_and_says_why()
    {
        await site.Data.RuleSetAsync();
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.CategoryAsync(teacher);
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync("/my/category?claimed=master");

        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.Contains("бірден өтуге болмайды", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_the_rules_refuse_is_refused_when_it_is_sent_all_the_same()
    {
        await site.Data.RuleSetAsync();
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.CategoryAsync(teacher);
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/category");

        var answer = await browser.SubmitAsync(new() { ["Claimed"] = "master" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Іс ашылмады", browser.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_rules_in_force_the_page_says_what_that_means()
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));

        var answer = await browser.GetAsync("/my/category");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("ережелері жүйеге енгізілмеген", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_case_back_is_confirmed_on_a_page_of_its_own()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var own = await site.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync($"/my/cases/{own.Id}/withdraw");

        var first = await browser.SubmitAsync();

        Assert.Equal($"/my/cases/{own.Id}", first.Headers.Location!.OriginalString);
        Assert.Equal(AttestationCaseStatus.Withdrawn, await site.App.LookAsync(db => db.AttestationCases.Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task Wrong_results_come_back_with_what_was_typed_and_the_error_at_its_field()
    {
        var commission = await site.Data.CommissionAsync();
        var reviewed = await site.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        var browser = await site.AsAsync(commission.Secretary);
        await browser.GetAsync($"/attestation/cases/{reviewed.Id}/results");

        var answer = await browser.SubmitAsync(new() { ["TestPercent"] = "80", ["Points[1.2]"] = "500", ["Points[2.1]"] = "3" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var field = browser.Page.GetElementById("Points_1_2_")!;
        Assert.Equal("500", field.GetAttribute("value"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.NotNull(browser.Page.QuerySelector(".errors a[href='#Points_1_2_']"));
        Assert.Equal("3", browser.Page.GetElementById("Points_2_1_")!.GetAttribute("value"));
        Assert.Equal("80", browser.Page.GetElementById("TestPercent")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_result_of_a_claim_without_a_sheet_is_the_test_alone()
    {
        var commission = await site.Data.CommissionAsync();
        var reviewed = await site.Data.CaseAsync(AttestationCaseStatus.Submitted, claimed: "teacher", current: null);
        await site.App.SendAs(commission.Secretary, new AcceptCaseCommand(reviewed.Id, commission.Commission.Id));
        var browser = await site.AsAsync(commission.Secretary);
        await browser.GetAsync($"/attestation/cases/{reviewed.Id}/results");

        var answer = await browser.SubmitAsync(new() { ["TestPercent"] = "86", ["TestOn"] = "2026-02-02" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await browser.FollowAsync(answer);
        await site.Data.SittingAsync(commission, reviewed);
        Assert.Null((await site.App.SendAs(commission.Secretary, new OpenVotingCommand(reviewed.Id))).Error);
    }

    [Fact]
    public async Task A_vote_against_without_a_reason_comes_back()
    {
        var commission = await site.Data.CommissionAsync();
        var voting = await site.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var browser = await site.AsAsync(commission.Members[1]);
        await browser.GetAsync($"/attestation/votes/{voting.Id}/not");

        var answer = await browser.SubmitAsync(new() { ["Reason"] = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Reason_error"));
        Assert.Equal(0, await site.App.LookAsync(db => db.AttestationCases.SelectMany(c => c.Votes).CountAsync()));
    }

    [Fact]
    public async Task The_same_vote_sent_twice_is_harmless()
    {
        var commission = await site.Data.CommissionAsync();
        var voting = await site.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var browser = await site.AsAsync(commission.Members[1]);
        await browser.GetAsync($"/attestation/votes/{voting.Id}/conforms");

        await browser.SubmitAsync();
        var second = await browser.SubmitAsync();

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(1, await site.App.LookAsync(db => db.AttestationCases.SelectMany(c => c.Votes).CountAsync()));
    }

    [Fact]
    public async Task Without_quorum_there_is_no_button_to_decide()
    {
        var commission = await site.Data.CommissionAsync();
        var voting = await site.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var browser = await site.AsAsync(commission.Secretary);

        await browser.GetAsync($"/attestation/cases/{voting.Id}/decide");

        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.Contains("Кворум жоқ", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_others_is_not_found()
    {
        var commission = await site.Data.CommissionAsync();
        var foreign = await site.Data.CaseAsync(AttestationCaseStatus.Voting, await site.Data.PersonAsync(Role.Teacher, w => w.OtherSchool), commission);
        var other = await site.Data.CommissionAsync();
        var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        var secretary = await site.AsAsync(commission.Secretary);
        var member = await site.AsAsync(other.Members[0]);

        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/my/cases/{foreign.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/attestation/cases/{foreign.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/attestation/cases/{foreign.Id}/results")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/attestation/cases/{foreign.Id}/decide")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/attestation/votes/{foreign.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/attestation/votes/{foreign.Id}/conforms")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/attestation/protocols/{foreign.Id}")).StatusCode);
    }

    [Fact]
    public async Task Other_roles_are_told_that_they_may_not()
    {
        var answers = new List<string>();
        foreach (var byRole in ForeignAddresses.Select(row => (Path: row.Data.Item1, Role: row.Data.Item2)).GroupBy(a => a.Role))
        {
            var browser = await site.AsAsync(await site.Data.PersonAsync(byRole.Key));
            foreach (var (path, role) in byRole)
            {
                var answer = await browser.GetAsync(path);
                if (answer.StatusCode != HttpStatusCode.Forbidden)
                {
                    answers.Add($"{role} {path}: {answer.StatusCode}");
                }
            }
        }

        Assert.Empty(answers);
    }

    [Theory]
    [InlineData("/my/category")]
    [InlineData("/attestation/cases")]
    [InlineData("/attestation/votes")]
    [InlineData("/attestation/protocols/01a21263-7fe3-7e02-9ae1-07debc962f70")]
    public async Task A_visitor_is_sent_to_sign_in(string path)
    {
        var answer = await site.Visitor().GetAsync(path);

        Assert.StartsWith("/sign-in?back=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private async Task SpeaksAsync(Person person, params string[] paths)
    {
        var browser = await site.AsAsync(person);
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            await browser.GetAsync($"/language?to={language}");
            foreach (var path in paths)
            {
                var answer = await browser.GetAsync(path);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                var page = browser.Page;
                Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
                Assert.DoesNotMatch(@"\b(attestation|enum|error|category|requirement)\.[a-zA-Z_]+\b", page.Body!.TextContent);
                Assert.Empty(page.QuerySelectorAll("[style], main script, main style"));
                Assert.Single(page.QuerySelectorAll("h1"));
            }
        }
    }
}
