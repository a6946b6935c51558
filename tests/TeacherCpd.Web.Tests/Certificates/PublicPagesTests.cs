using System.Net;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Certificates;

/// <summary>What everybody sees without an account.</summary>
public sealed class PublicPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_number_that_exists_and_one_that_does_not_are_answered_alike()
    {
        await site.Data.CertificateAsync();
        var visitor = site.Visitor();

        var there = await AnswerAsync("KZ-2026-000001");
        var notThere = await AnswerAsync("KZ-2026-000002");

        Assert.Equal(HttpStatusCode.NotFound, there.Status);
        Assert.Equal(there.Text, notThere.Text);

        async Task<(HttpStatusCode Status, string Text)> AnswerAsync(string code)
        {
            var answer = await visitor.GetAsync($"/verify/{code}");
            var text = visitor.Page.QuerySelector("main")!.InnerHtml;
            return (answer.StatusCode, text.Replace(code, "", StringComparison.Ordinal).Replace(VerifyCertificateQuery.Normalise(code), "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_edited_file_is_told_apart_and_the_true_facts_are_shown()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var certificate = await site.Data.CertificateAsync(teacher);
        var holder = await site.AsAsync(teacher);
        var pdf = await (await holder.GetAsync($"/certificates/{certificate.Id}.pdf")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var visitor = site.Visitor();
        await visitor.GetAsync($"/verify/{certificate.VerificationCode}");

        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(form: "form[action='/verify/file']", file: ("Upload", "c.pdf", pdf))).StatusCode);
        Assert.Contains("түпнұсқа файл", visitor.Page.QuerySelector("main .chip.ok")!.TextContent, StringComparison.Ordinal);

        pdf[pdf.Length / 2] ^= 1;
        await visitor.SubmitAsync(form: "form[action='/verify/file']", file: ("Upload", "c.pdf", pdf));
        Assert.Contains("берілмеген файл", visitor.Page.QuerySelector("main .chip.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(teacher.FullName, visitor.Page.QuerySelector("main .facts")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(form: "form[action='/verify/file']", file: ("Upload", "c.pdf", []))).StatusCode);
    }

    [Fact]
    public async Task Programs_find_keys_and_the_list_of_states()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var certificate = await site.Data.CertificateAsync(teacher);
        var visitor = site.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/credentials/status/1")).StatusCode);

        // the first download makes the first key
        var credential = await (await site.AsAsync(teacher)).GetAsync($"/certificates/{certificate.Id}.jwt");
        Assert.Equal("application/jwt", credential.Content.Headers.ContentType!.MediaType);

        foreach (var (path, type) in new[] { ("/.well-known/jwks.json", "application/jwk-set+json"), ("/credentials/status/1", "application/vc+jwt") })
        {
            var answer = await visitor.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/credentials/keys/none")).StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_too_often_waits()
    {
        var visitor = site.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            answers.Add((await visitor.GetAsync("/verify/file")).StatusCode);
        }

        Assert.All(answers.Take(30), a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30]);
        Assert.Contains("Тым көп сұрау", visitor.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        // codes have a limit of their own
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/verify")).StatusCode);
    }
}
