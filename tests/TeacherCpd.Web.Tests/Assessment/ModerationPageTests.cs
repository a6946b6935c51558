using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Assessment;

/// <summary>Moderation, results told together, appeals, and the plan that asks for them.</summary>
public sealed class ModerationPageTests : IAsyncLifetime
{
    private Site site = null!;
    private Person moderator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        moderator = await site.Data.PersonAsync(Role.Moderator);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_moderator_takes_one_of_the_sample_sees_the_first_marks_and_releases_the_group()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await site.App.LookAsync(db => db.AssessmentPlans.ExecuteUpdateAsync(p => p.SetProperty(x => x.ModerationPercent, 100).SetProperty(x => x.ReleasesTogether, true)));
        await site.Data.AssessAsync(await site.Data.PersonAsync(Role.Assessor), work, Grade.Unsatisfactory);
        var browser = await site.AsAsync(moderator);
        await browser.GetAsync("/moderation");
        await browser.FollowAsync(await browser.SubmitAsync());
        Assert.Contains(browser.Page.QuerySelectorAll("main details summary"), s => s.TextContent.Contains("бірінші бағалау", StringComparison.Ordinal));
        Assert.Equal("Unsatisfactory", browser.Page.QuerySelector("input[name='Marks[0].Level'][checked]")!.GetAttribute("value"));

        var levels = Enumerable.Range(0, 3).ToDictionary(i => $"Marks[{i}].Level", _ => "Satisfactory");
        await browser.FollowAsync(await browser.SubmitAsync(new(levels) { ["Review"] = "true" }));
        await browser.FollowAsync(await browser.SubmitAsync());
        await browser.GetAsync("/moderation");
        Assert.Equal(["қанағаттанарлықсыз", "қанағаттанарлық"], browser.Page.QuerySelectorAll("section:last-of-type td .chip").Select(c => c.TextContent));
        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*=Release]"));

        Assert.Contains("1", browser.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PortfolioStatus.Recommended, await site.App.LookAsync(db => db.Portfolios.Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_moderator_takes_back_what_lies_too_long_and_says_what_an_assessor_is_given()
    {
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var assessor = await site.Data.PersonAsync(Role.Assessor);
        var ofAssessor = await site.AsAsync(assessor);
        await ofAssessor.GetAsync("/assessment");
        await ofAssessor.SubmitAsync();
        var browser = await site.AsAsync(moderator);
        await browser.GetAsync("/moderation");

        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*=TakeBack]"));
        await browser.GetAsync("/moderation/assessors");
        var form = $"form:has(input[value='{assessor.Id}'])";
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Languages"] = "Ru", ["Input.MostOpen"] = "4" }, form));

        Assert.NotNull(await site.App.LookAsync(db => db.RubricSheets.Select(s => s.ReturnedAt).SingleAsync()));
        var profile = await site.App.LookAsync(db => db.AssessorProfiles.SingleAsync());
        Assert.Equal((assessor.Id, TeachingLanguages.Ru, 4), (profile.PersonId, profile.Languages, profile.MostOpen));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Input.MostOpen"] = "0" }, form)).StatusCode);
    }

    [Fact]
    public async Task A_teacher_reads_the_result_prints_it_and_appeals_once()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await site.Data.AssessAsync(await site.Data.PersonAsync(Role.Assessor), work, Grade.Unsatisfactory);
        var browser = await site.AsAsync(work.Teacher);
        var page = $"/my/portfolio/{work.Enrolment.Id}/feedback";
        await browser.GetAsync(page);

        var pdf = await browser.GetAsync(browser.Page.QuerySelector("main a[href*='/results/']")!.GetAttribute("href")!);
        Assert.Equal(("application/pdf", $"Бағалау негіздемесі {work.Enrolment.ListenerCode}-2.pdf"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.FileNameStar));
        await browser.GetAsync(page);
        var empty = await browser.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.True(browser.Page.QuerySelector("main details")!.HasAttribute("open"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Reasons"] = "Екінші критерийдің дәлелі 3-бетте" }));

        Assert.Contains("тәуелсіз тренерді күтуде", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form"));
        var stranger = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(pdf.RequestMessage!.RequestUri!.AbsolutePath)).StatusCode);
    }

    [Fact]
    public async Task A_developer_enters_the_next_edition_of_a_plan_and_others_only_read_it()
    {
        var version = await site.Data.ProgrammeAsync(code: "P77");
        await site.App.LookAsync(db => db.Programmes.Where(p => p.Code == "P77").ExecuteUpdateAsync(p => p.SetProperty(x => x.CentreId, db.Organisations.First(o => o.Kind == Domain.Organisations.OrganisationKind.Centre).Id)));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
        await browser.GetAsync("/programmes/P77/versions/1/plan");

        var past = await browser.SubmitAsync(new() { ["Input.InForceFrom"] = "2026-02-10", ["Input.Basis"] = "№ 5 бұйрық" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
        Assert.Equal("№ 5 бұйрық", browser.Page.QuerySelector("#Input_Basis")!.TextContent.Trim());
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.InForceFrom"] = "2026-03-01", ["Input.Reports"] = "4", ["Input.ThresholdPercent"] = "30", ["Input.Basis"] = "№ 5 бұйрық" }));

        var plan = await site.App.LookAsync(db => db.AssessmentPlans.SingleAsync(p => p.ProgrammeVersionId == version.Id && p.Number == 2));
        Assert.Equal((4, 300, new DateOnly(2026, 3, 1)), (plan.Reports, plan.ThresholdPermille, plan.InForceFrom));
        var visitor = site.Visitor();
        await visitor.GetAsync("/programmes/P77/versions/1/plan");
        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.Equal(2, visitor.Page.QuerySelectorAll("main section").Length);
    }

    [Theory]
    [InlineData("/moderation")]
    [InlineData("/moderation/assessors")]
    public async Task Only_moderators_moderate(string path)
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Moderator))
        {
            var browser = await site.AsAsync(await site.Data.PersonAsync(role));
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
        }
    }
}
