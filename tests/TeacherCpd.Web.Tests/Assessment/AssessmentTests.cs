using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Assessment;

public sealed class AssessmentTests : IAsyncLifetime
{
    private Site site = null!;
    private Person assessor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        assessor = await site.Data.PersonAsync(Role.Assessor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_assessor_takes_the_next_one_reviews_the_grade_and_signs()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());
        Assert.Contains(work.Enrolment.ListenerCode, browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var saved = await browser.SubmitAsync(Levels("Good", "Good", "Satisfactory", review: true));
        await browser.FollowAsync(saved);

        Assert.EndsWith("/review", browser.Path, StringComparison.Ordinal);
        Assert.Equal("жақсы", browser.Page.QuerySelector(".now .chip")!.TextContent);
        Assert.Equal(0, await site.App.LookAsync(db => db.Certificates.CountAsync()));

        var signed = await browser.SubmitAsync();

        Assert.Equal("/assessment", signed.Headers.Location!.OriginalString);
        await browser.FollowAsync(signed);
        Assert.Contains("жақсы", browser.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.App.LookAsync(db => db.Certificates.CountAsync(c => c.PersonId == work.Teacher.Id)));
        var teacher = await site.AsAsync(work.Teacher);
        await teacher.GetAsync($"/my/portfolio/{work.Enrolment.Id}/feedback");
        Assert.Contains("жақсы", teacher.Page.QuerySelector(".chip")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(assessor.FamilyName, teacher.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_the_assessor_tells_whose_work_it_is()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher, familyName: "Тасболатова");
        var trainer = await site.Data.PersonAsync(Role.Trainer, familyName: "Жәнібекова");
        var work = await site.Data.WorkAsync(
            PortfolioStatus.AwaitingAssessment, trainer, teacher, $"Мен, Тасболатова {teacher.GivenName}, №14 мектеп мұғалімімін. ТАСБОЛАТОВОЙ Т.");
        await site.Data.CheckAsync(work.Version, 148, (0, 20));
        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());
        var sheet = browser.Path;
        await browser.SubmitAsync(Levels("Good", "Good", "Good", review: true));
        string[] telling =
        [
            "Тасболатова", "ТАСБОЛАТОВ", teacher.GivenName, teacher.Iin, teacher.Id.ToString(), "№14 мектеп", "есеп.txt",
            work.Group.Code, work.Group.Id.ToString(), work.Enrolment.Id.ToString(), trainer.FamilyName, work.Version.Id.ToString(),
        ];

        foreach (var path in new[] { sheet, $"{sheet}/review", "/assessment", "/" })
        {
            await browser.GetAsync(path);

            // only the assessor's own greeting may hold a name
            var shown = browser.Page.QuerySelector(path == "/" ? ".stack" : "html")!.OuterHtml;
            Assert.All(telling, word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));
        }

        await browser.GetAsync(sheet);
        Assert.Contains("▇▇▇", browser.Page.QuerySelector(".text mark")!.TextContent, StringComparison.Ordinal);
    }

    // every page that a link leads to, from the queue to the signed sheet, and every file, with remarks and an appealed name in the text
    [Fact]
    public async Task Nothing_that_assessors_and_moderators_can_reach_tells_whose_work_it_is()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher, familyName: "Тасболатова");
        await site.App.UseAsync(services => services.GetRequiredService<AppDbContext>().Persons
            .Where(p => p.Id == teacher.Id)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.GivenName, "Тоқжан")));
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, teacher: teacher, text: "Мен, Тасболатова Тоқжан, №14 мектеп мұғалімімін. Сабақ өтті.");
        await site.Data.CheckAsync(work.Version, 148, (0, 30));
        await site.App.UseAsync(services => services.GetRequiredService<AppDbContext>().AssessmentPlans
            .Where(p => p.ProgrammeVersionId == work.Group.ProgrammeVersionId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.ModerationPercent, 100)));
        string[] telling = ["Тасболатов", "Тоқжан", teacher.Iin, teacher.Email!, teacher.Id.ToString(), "№14 мектеп", "есеп.txt", work.Enrolment.Id.ToString(), work.Version.Id.ToString()];

        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());
        var sheet = browser.Path;
        var remarked = await browser.SubmitAsync(
            new() { ["Quote"] = "▇▇▇ мұғалімімін", ["Words"] = "Дәлел қайда?", ["CriterionId"] = browser.Page.QuerySelector("#CriterionId option")!.GetAttribute("value")! },
            handler: "Remark");
        Assert.Equal(HttpStatusCode.OK, remarked.StatusCode);
        Assert.Contains("▇▇▇ мұғалімімін", browser.Page.QuerySelector("figure.passage")!.TextContent, StringComparison.Ordinal);
        await WalkAsync(browser, telling, [sheet, $"{sheet}/review"]);
        await browser.GetAsync(sheet);
        await browser.FollowAsync(await browser.SubmitAsync(Levels("Good", "Good", "Satisfactory", review: true)));
        await browser.SubmitAsync();
        await WalkAsync(browser, telling, [sheet, $"{sheet}/review"]);

        var moderator = await site.AsAsync(await site.Data.PersonAsync(Role.Moderator));
        await moderator.GetAsync("/moderation");
        await moderator.FollowAsync(await moderator.SubmitAsync());
        sheet = moderator.Path;
        Assert.StartsWith("/assessment/", sheet, StringComparison.Ordinal);
        Assert.Contains("▇▇▇ мұғалімімін", moderator.Page.QuerySelector("details figure.passage")!.TextContent, StringComparison.Ordinal);
        await WalkAsync(moderator, telling, [sheet, $"{sheet}/review"]);
    }

    [Fact]
    public async Task A_criterion_without_a_level_comes_back_at_its_field_with_what_was_typed()
    {
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());

        var answer = await browser.SubmitAsync(new() { ["Marks[0].Level"] = "Good", ["Marks[0].Comment"] = "Анық", ["Review"] = "true" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["#Marks_1__Level", "#Marks_2__Level"], browser.Page.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Анық", browser.Page.QuerySelector("#Marks_0__Comment")!.TextContent.Trim());
        Assert.Equal("Good", browser.Page.QuerySelector("input[name='Marks[0].Level'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_review_of_an_unfinished_sheet_leads_back_to_it()
    {
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());

        await browser.GetAsync($"{browser.Path}/review");

        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.NotNull(browser.Page.QuerySelector(".chip.warn"));
    }

    [Fact]
    public async Task A_second_signature_is_refused_with_the_reason()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());
        await browser.FollowAsync(await browser.SubmitAsync(Levels("Good", "Good", "Good", review: true)));
        var other = await site.AsAsync(assessor);
        await other.GetAsync(browser.Path);
        await browser.SubmitAsync();

        var answer = await other.SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("қол қойылған", other.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.App.LookAsync(db => db.Certificates.CountAsync(c => c.EnrolmentId == work.Enrolment.Id)));
    }

    [Fact]
    public async Task The_trainer_of_the_group_cannot_open_its_sheet_by_address()
    {
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, trainer: assessor);
        var independent = await site.AsAsync(await site.Data.PersonAsync(Role.Assessor));
        await independent.GetAsync("/assessment");
        await independent.FollowAsync(await independent.SubmitAsync());
        var browser = await site.AsAsync(assessor);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(independent.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{independent.Path}/review")).StatusCode);
    }

    [Fact]
    public async Task An_empty_queue_offers_no_button_and_a_queue_emptied_meanwhile_says_so()
    {
        var browser = await site.AsAsync(assessor);
        await browser.GetAsync("/assessment");
        Assert.Null(browser.Page.QuerySelector("main form"));
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await browser.GetAsync("/assessment");
        await site.Data.AssessAsync(await site.Data.PersonAsync(Role.Assessor), work, Grade.Good);

        var answer = await browser.SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector(".errors"));
    }

    [Theory]
    [InlineData("/assessment")]
    [InlineData("/assessment/0192b3a0-0000-7000-8000-000000000000")]
    [InlineData("/assessment/0192b3a0-0000-7000-8000-000000000000/review")]
    public async Task Roles_without_the_permission_are_told_that_they_may_not(string path)
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => !r.Holds(Permission.AssessPortfolios)))
        {
            var browser = await site.AsAsync(await site.Data.PersonAsync(role));

            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
        }
    }

    private static async Task WalkAsync(Browser browser, string[] telling, string[] begin)
    {
        var seen = new HashSet<string>(["/", .. begin]);
        var ahead = new Queue<string>(seen);
        while (ahead.TryDequeue(out var address))
        {
            var answer = await browser.GetAsync(address);
            var content = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
            var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";

            // the greeting of the first page holds the own name
            var shown = WebUtility.HtmlDecode(isPage ? browser.Page.QuerySelector(address == "/" ? ".stack" : "main")?.OuterHtml ?? "" : content);
            Assert.All(telling, word => Assert.False(shown.Contains(word, StringComparison.OrdinalIgnoreCase), $"{address} tells {word}."));
            Assert.All(telling, word => Assert.DoesNotContain(word, answer.Content.Headers.ToString(), StringComparison.OrdinalIgnoreCase));
            foreach (var link in isPage ? browser.Page.QuerySelectorAll("nav.rail a[href], main a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]) : [])
            {
                // the catalogue and the programmes are open to everybody, and of no single person
                if (link.StartsWith('/') && !link.StartsWith("/catalogue", StringComparison.Ordinal) && !link.StartsWith("/programmes", StringComparison.Ordinal) && seen.Add(link))
                {
                    ahead.Enqueue(link);
                }
            }
        }

        Assert.True(seen.Count > begin.Length + 3);
    }

    private static Dictionary<string, string> Levels(string a, string b, string c, bool review) => new()
    {
        ["Marks[0].Level"] = a,
        ["Marks[1].Level"] = b,
        ["Marks[2].Level"] = c,
        ["Review"] = review ? "true" : "false",
    };
}
