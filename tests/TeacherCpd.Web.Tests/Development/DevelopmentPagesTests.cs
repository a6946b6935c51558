using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Tests.Portfolios;

namespace TeacherCpd.Web.Tests.Development;

public sealed class DevelopmentPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person teacher = null!;

    private static Dictionary<string, string> Seminar => new()
    {
        ["Input.Kind"] = "Seminar",
        ["Input.Title"] = "Бағалау семинары",
        ["Input.Organiser"] = "Әдістемелік кабинет",
        ["Input.From"] = "2026-01-20",
        ["Input.To"] = "2026-01-20",
        ["Input.Hours"] = "12",
    };

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        teacher = await site.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_file_chosen_once_stays_with_the_form_until_the_rest_is_right_and_the_school_confirms_what_it_shows()
    {
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/record");
        Assert.NotNull(browser.Page.QuerySelector("progress[aria-labelledby]"));
        await browser.GetAsync("/my/record/add");

        var answer = await browser.SubmitAsync(new(Seminar) { ["Input.Title"] = "" }, file: ("Input.File", "сертификат.txt", Uploads.Text("Сертификат № 7")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Title_error"));
        Assert.Equal("12", browser.Page.QuerySelector("#Input_Hours")!.GetAttribute("value"));
        Assert.Contains("сертификат.txt", browser.Page.QuerySelector("main form .notice")!.TextContent, StringComparison.Ordinal);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Title"] = "Бағалау семинары" }));
        Assert.Contains("Бағалау семинары", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var school = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await school.GetAsync("/development");
        await school.GetAsync(school.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        var page = school.Path;
        var file = await school.GetAsync(school.Page.QuerySelector("a[href$='/file']")!.GetAttribute("href")!);
        Assert.Equal("Сертификат № 7", Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF'));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        await school.GetAsync(page);
        await school.FollowAsync(await school.SubmitAsync());
        Assert.NotNull(school.Page.QuerySelector(".notice"));

        await browser.GetAsync("/my/record");
        Assert.Contains("12 сағат көрсетілді, 8 есептелді", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_of_a_certificate_is_given_back_as_an_attachment_of_its_type()
    {
        byte[] photo =
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 1, .. "IDAT"u8, 1, 0, 0, 0, 0,
            0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0,
        ];
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/record/add");
        Assert.Contains(".png", browser.Page.QuerySelector("input[type=file]")!.GetAttribute("accept"), StringComparison.Ordinal);
        await browser.FollowAsync(await browser.SubmitAsync(new(Seminar), file: ("Input.File", "сертификат.png", photo)));
        var id = await site.App.LookAsync(db => db.DevelopmentActivities.Select(a => a.Id).SingleAsync());

        var answer = await browser.GetAsync($"/development/{id}/file");

        Assert.Equal(("image/png", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_sealed_file_of_another_opens_in_no_other_form()
    {
        var other = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await other.GetAsync("/my/record/add");
        await other.SubmitAsync(new(Seminar) { ["Input.Title"] = "" }, file: ("Input.File", "құпия.txt", Uploads.Text("Құпия")));
        var stolen = other.Page.QuerySelector("input[name='Input.Kept']")!.GetAttribute("value")!;
        Assert.NotEmpty(stolen);
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/record/add");

        var answer = await browser.SubmitAsync(new(Seminar) { ["Input.Kept"] = stolen });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_DocumentNumber_error"));
    }

    [Fact]
    public async Task A_returned_record_is_corrected_or_taken_back()
    {
        var activity = await site.Data.ActivityAsync(teacher);
        var second = await site.Data.ActivityAsync(teacher);
        var school = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await school.GetAsync($"/development/{activity.Id}/return");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await school.SubmitAsync()).StatusCode);
        await school.FollowAsync(await school.SubmitAsync(new() { ["Reason"] = "Нөмірін тексеріңіз" }));

        var browser = await site.AsAsync(teacher);
        await browser.GetAsync($"/my/record/{activity.Id}");
        Assert.Contains("Нөмірін тексеріңіз", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-01-21", browser.Page.QuerySelector("#Input_From")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.DocumentNumber"] = "№ 8" }));
        await browser.GetAsync($"/my/record/{second.Id}");
        await browser.FollowAsync(await browser.SubmitAsync(form: "#withdraw"));

        Assert.Equal("/my/record", browser.Path);
        Assert.Equal(
            [(ActivityStatus.Recorded, "№ 8"), (ActivityStatus.Withdrawn, "№ 7")],
            await site.App.LookAsync(async db => (await db.DevelopmentActivities.OrderBy(a => a.Status).ToListAsync()).ConvertAll(a => (a.Status, a.DocumentNumber!))));
    }

    [Fact]
    public async Task The_list_of_a_school_is_downloaded_as_a_table_in_which_nothing_is_a_formula()
    {
        var formula = await site.Data.PersonAsync(Role.Teacher, familyName: "=HYPERLINK(1;2)");
        await site.Data.CourseAsync(formula, new DateOnly(2025, 3, 1));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator));
        await browser.GetAsync("/training?state=InOrder");
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));

        var answer = await browser.GetAsync(browser.Page.QuerySelector("a[href^='/training/file']")!.GetAttribute("href")!);

        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("\"'=HYPERLINK(1;2)", lines[1], StringComparison.Ordinal);
        Assert.Contains(";01.03.2025;80;01.03.2028;", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_goes_down_from_the_country_to_a_school()
    {
        await site.Data.CourseAsync(teacher, new DateOnly(2022, 3, 1));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
        await browser.GetAsync("/training");
        for (var i = 0; i < 3; i++)
        {
            await browser.GetAsync(browser.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        }

        Assert.Contains(teacher.FamilyName, browser.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main tbody .chip.bad"));
        Assert.Equal("true", browser.Page.QuerySelector("main nav a[aria-current]")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Only_those_it_is_for_see_each_page()
    {
        var activity = await site.Data.ActivityAsync(teacher);
        var own = await site.AsAsync(teacher);
        var trainer = await site.AsAsync(await site.Data.PersonAsync(Role.Trainer));
        var otherSchool = await site.AsAsync(await site.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool));
        foreach (var path in new[] { "/development", $"/development/{activity.Id}", "/training", "/training/file" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync(path)).StatusCode);
        }

        foreach (var path in new[] { "/my/record", "/my/record/add", $"/my/record/{activity.Id}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await trainer.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await otherSchool.GetAsync($"/development/{activity.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await otherSchool.GetAsync($"/training?place={(await site.Data.WorldAsync()).School.Id}")).StatusCode);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync("/my/record")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }
}
