using System.Net;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Certificates;

public sealed class CertificateTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_teacher_downloads_the_certificate_under_a_kazakh_name()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.CertificateAsync(teacher);
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/certificates");

        var answer = await browser.GetAsync(browser.Page.QuerySelector("a[href$='.pdf']")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("Біліктілік сертификаты KZ-2026-000001", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
    }

    [Fact]
    public async Task A_list_without_certificates_says_how_one_is_earned()
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));

        await browser.GetAsync("/my/certificates");

        Assert.NotNull(browser.Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Anothers_certificate_is_not_found_and_a_visitor_signs_in_first()
    {
        var certificate = await site.Data.CertificateAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/certificates/{certificate.Id}.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/certificates/{Guid.CreateVersion7()}.pdf")).StatusCode);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync($"/certificates/{certificate.Id}.pdf")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_checks_a_certificate_by_its_code()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var certificate = await site.Data.CertificateAsync(teacher);
        var visitor = site.Visitor();
        await visitor.GetAsync("/verify");
        Assert.Equal("typed", visitor.Page.QuerySelector("form[action='/verify'] input")!.GetAttribute("name"));

        await visitor.FollowAsync(await visitor.GetAsync($"/verify?typed={certificate.VerificationCode.ToLowerInvariant().Insert(13, "-")}"));
        var answer = await visitor.GetAsync(visitor.Path);

        Assert.Equal($"/verify/{certificate.VerificationCode}", visitor.Path);
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        var shown = visitor.Page.QuerySelector("main")!.TextContent;
        foreach (var fact in new[] { certificate.Serial, teacher.FullName, certificate.ProgrammeTitle.Kk, certificate.Issuer.Kk, "80 академиялық сағат", "12.01.2026", "20.02.2026", "10.02.2026" })
        {
            Assert.Contains(fact, shown, StringComparison.Ordinal);
        }

        Assert.NotNull(visitor.Page.QuerySelector(".chip.ok"));
    }

    [Fact]
    public async Task A_revoked_certificate_says_since_when()
    {
        var certificate = await site.Data.CertificateAsync();
        var coordinator = await site.Data.PersonAsync(Role.Coordinator);
        site.App.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await site.App.SendAs(coordinator, new RevokeCertificateCommand(certificate.Id, CertificateReason.IssuedInError, "№ 12 бұйрық"))).IsOk);
        var visitor = site.Visitor();

        await visitor.GetAsync($"/verify/{certificate.VerificationCode}");

        Assert.Null(visitor.Page.QuerySelector(".chip.ok"));
        Assert.Contains("11.02.2026", visitor.Page.QuerySelector(".chip.bad")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // the reason is for everybody, the words are not
        var shown = visitor.Page.QuerySelector("main")!.TextContent;
        Assert.Contains("қате берілген", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("№ 12 бұйрық", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KZ-2026-000001")]
    [InlineData("00000000000000000000000000")]
    public async Task A_code_that_was_never_given_out_is_not_found_and_may_be_typed_again(string code)
    {
        await site.Data.CertificateAsync();
        var visitor = site.Visitor();

        var answer = await visitor.GetAsync($"/verify/{code}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Мұндай сертификат жоқ", visitor.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("form[action='/verify'] input"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_has_a_list_and_only_those_who_keep_it_the_register()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await site.AsAsync(await site.Data.PersonAsync(role));

            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/certificates")).StatusCode);
            Assert.Equal(
                role is Role.Coordinator or Role.CommissionSecretary ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await browser.GetAsync("/certificates")).StatusCode);
        }
    }

    [Fact]
    public async Task A_coordinator_replaces_a_certificate_and_the_old_paper_says_so()
    {
        var certificate = await site.Data.CertificateAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/certificates");
        await browser.GetAsync(browser.Page.QuerySelector("main td a")!.GetAttribute("href")!);
        await browser.GetAsync(browser.Page.QuerySelector("main a[href$='/replace']")!.GetAttribute("href")!);

        // without a reason it comes back with what was typed
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["HolderName"] = "Әшімова Қымбат" })).StatusCode);
        Assert.Equal("Әшімова Қымбат", browser.Page.QuerySelector("#HolderName")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Reason"] = "FactsWrong", ["Words"] = "№ 3 өтініш", ["HolderName"] = "Әшімова Қымбат" }));

        Assert.Contains("KZ-2026-000002", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var visitor = site.Visitor();
        await visitor.GetAsync($"/verify/{certificate.VerificationCode}");
        var old = visitor.Page.QuerySelector("main")!.TextContent;
        Assert.Null(visitor.Page.QuerySelector(".chip.ok"));
        Assert.Contains("KZ-2026-000002", old, StringComparison.Ordinal);
        Assert.DoesNotContain("Әшімова", old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_finds_by_name_without_a_name_in_the_address()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher, familyName: "Ерекше");
        await site.Data.CertificateAsync(teacher);
        await site.Data.CertificateAsync(await site.Data.PersonAsync(Role.Teacher, familyName: "Басқа"));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/certificates");
        Assert.Equal(2, browser.Page.QuerySelectorAll("main tbody tr").Length);

        var answer = await browser.SubmitAsync(new() { ["Text"] = "ерекш" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(teacher.FullName, Assert.Single(browser.Page.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal("/certificates", browser.Path);
    }
}
