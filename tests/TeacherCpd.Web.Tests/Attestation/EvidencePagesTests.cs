using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Attestation;

public sealed class EvidencePagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await site.Data.RuleSetAsync();
        teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.CategoryAsync(teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Evidence_goes_by_its_pages_from_a_certificate_to_the_claim_and_the_mark()
    {
        var commission = await site.Data.CommissionAsync();
        var attestationCase = await site.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);
        await site.Data.CourseAsync(teacher, new DateOnly(2026, 1, 15));
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync("/my/evidence");
        await browser.FollowAsync(await browser.SubmitAsync(null, "form[action*='TakeOver']"));
        Assert.Single(browser.Page.QuerySelectorAll("main table tbody tr"));

        await browser.GetAsync($"/my/cases/{attestationCase.Id}/evidence");
        Assert.Equal("4.1", browser.Page.QuerySelector("option[selected]")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Criterion"] = "4.1" }, "form[action*='Put']"));

        // a claim that nothing shows is refused, and what was typed stays
        var refused = await browser.SubmitAsync(new() { ["Points[2.2]"] = "2", ["Points[4.1]"] = "1" }, "form[action*='Claim']");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("2", browser.Page.QuerySelector("input[name='Points[2.2]']")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Points[2.2]"] = "0", ["Points[4.1]"] = "2" }, "form[action*='Claim']"));
        Assert.Equal("2", browser.Page.QuerySelector("input[name='Points[4.1]']")!.GetAttribute("value"));

        await site.App.SendAs(commission.Secretary, new AcceptCaseCommand(attestationCase.Id, commission.Commission.Id));
        await browser.GetAsync($"/my/cases/{attestationCase.Id}/evidence");
        Assert.Null(browser.Page.QuerySelector("main form"));

        var secretary = await site.AsAsync(commission.Secretary);
        await secretary.GetAsync($"/attestation/cases/{attestationCase.Id}/results");
        Assert.Equal("2", secretary.Page.QuerySelector("input[name='Points[4.1]']")!.GetAttribute("value"));
        var silent = await secretary.SubmitAsync(new() { ["Points[4.1]"] = "1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal("true", secretary.Page.QuerySelector("input[name='Reasons[4.1]']")!.GetAttribute("aria-invalid"));
        await secretary.FollowAsync(await secretary.SubmitAsync(new() { ["Points[4.1]"] = "1", ["Reasons[4.1]"] = "80 сағаттан аз" }));
        Assert.Contains("80 сағаттан аз", secretary.Page.QuerySelector("#sheet")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_added_once_and_fetched_again()
    {
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/evidence/add");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)browser.Page.QuerySelector("main form")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(form.QuerySelector("input[name=FormId]")!.GetAttribute("value")!), "FormId" },
            { new StringContent("Talk"), "Kind" },
            { new StringContent("Баяндама"), "Title" },
            { new StringContent("2026-01-15"), "On" },
            { new StringContent("true"), "Consents" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Бағдарламаның көшірмесі, аудандық семинар.")), "File", "program.txt" },
        };

        var added = await browser.PostAsync("/my/evidence/add", content);

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var item = await site.App.LookAsync(db => db.EvidenceItems.SingleAsync());
        Assert.Equal((teacher.Id, "Баяндама"), (item.PersonId, item.Title));
        await browser.GetAsync($"/my/evidence/{item.Id}");
        Assert.Contains(item.FileSha256!, browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/my/evidence/{item.Id}/file")).StatusCode);
        var stranger = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/my/evidence/{item.Id}/file")).StatusCode);
    }

    [Fact]
    public async Task An_essay_is_written_on_its_page_and_what_is_too_short_stays_in_the_form()
    {
        var attestationCase = await site.Data.CaseAsync(AttestationCaseStatus.Open, teacher);
        var browser = await site.AsAsync(teacher);
        var path = $"/my/cases/{attestationCase.Id}/essay";
        await browser.GetAsync(path);
        Assert.Null(browser.Page.QuerySelector("main form"));
        var year = attestationCase.OpenedAt.Year;
        await site.Data.SaveAsync(new YearlyTerms
        {
            Year = year,
            Session = 1,
            ApplyFrom = new DateOnly(year, 1, 10),
            ApplyTo = new DateOnly(year, 2, 20),
            EssayTopics = "Менің үздік сабағым",
            Source = "№ 12 бұйрық",
        });

        var shorter = await PostAsync(browser, path, "HandIn", new() { ["Topic"] = "Менің үздік сабағым", ["Text"] = "Тым қысқа" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shorter.StatusCode);
        Assert.Contains("Тым қысқа", await shorter.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var whole = string.Join(' ', Enumerable.Repeat("сабақ", 250));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, path, "HandIn", new() { ["Topic"] = "Менің үздік сабағым", ["Text"] = whole })).StatusCode);

        await browser.GetAsync($"/my/cases/{attestationCase.Id}");
        Assert.Contains("түпнұсқалығы тексерілмеген", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_begun_kept_signed_and_read_by_its_pages()
    {
        var colleague = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await colleague.GetAsync("/observations/begin");
        var begun = await colleague.SubmitAsync(new()
        {
            ["Iin"] = teacher.Iin,
            ["Part"] = "Organisation",
            ["Variant"] = "Lesson",
            ["On"] = "2026-02-03",
            ["Number"] = "2",
            ["Subject"] = "Математика",
            ["ClassName"] = "8 «А»",
            ["Topic"] = "Квадрат теңдеулер",
        });
        await colleague.FollowAsync(begun);
        Assert.Equal(34, colleague.Page.QuerySelectorAll("main fieldset").Length);
        Assert.Equal("ru", colleague.Page.QuerySelector("main legend")!.GetAttribute("lang"));
        var path = colleague.Path;

        // what was marked stays when the sheet cannot be signed yet
        var levels = Enumerable.Range(0, 33).ToDictionary(i => $"Levels[{i}]", _ => "2");
        var unfinished = await PostAsync(colleague, path, "Sign", levels);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unfinished.StatusCode);
        levels["Levels[33]"] = "3";
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(colleague, path, "Save", levels)).StatusCode);
        await colleague.GetAsync(path);
        Assert.Equal(34, colleague.Page.QuerySelectorAll("main input[type=radio][checked]").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(colleague, path, "Sign", levels)).StatusCode);

        var reader = await site.AsAsync(teacher);
        await reader.GetAsync("/");
        Assert.NotNull(reader.Page.QuerySelector("main a[href='/my/observations']"));
        await reader.GetAsync(path);
        Assert.Contains("69", reader.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        await reader.FollowAsync(await reader.SubmitAsync(new() { ["Answer"] = "Рахмет" }));
        await colleague.GetAsync(path);
        Assert.Contains("Рахмет", colleague.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(colleague.Page.QuerySelector("main form"));
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string path, string handler, Dictionary<string, string> fields)
    {
        await browser.GetAsync(path);
        var token = browser.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync($"{path}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields]));
    }
}
