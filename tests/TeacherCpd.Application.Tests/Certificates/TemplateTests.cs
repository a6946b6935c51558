using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;
using UglyToad.PdfPig;

namespace TeacherCpd.Application.Tests.Certificates;

public sealed class TemplateTests : IAsyncLifetime
{
    private static readonly TemplateText Course = CertificateTemplate.Bundled[CertificateKind.Course];

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task New_words_are_for_new_certificates_and_old_ones_stay_byte_for_byte()
    {
        var administrator = await app.Data.PersonAsync(Role.Administrator);
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var old = await app.Data.CertificateAsync(teacher);
        var before = (await app.SendAs(teacher, new PrintCertificateQuery(old.Id))).Value.Content;

        var changed = Course with { Kk = Course.Kk with { Statement = "жаңа үлгідегі сөздер" } };
        Assert.Equal(1, (await app.SendAs(administrator, new PublishTemplateCommand(CertificateKind.Course, 0, changed))).Value);
        var next = await app.Data.CertificateAsync(teacher);

        Assert.Equal(before, (await app.SendAs(teacher, new PrintCertificateQuery(old.Id))).Value.Content);
        Assert.Equal(1, next.TemplateNumber);
        Assert.Contains("жаңа үлгідегі сөздер", Words((await app.SendAs(teacher, new PrintCertificateQuery(next.Id))).Value.Content), StringComparison.Ordinal);
        Assert.IsType<TemplatePublishedMeanwhile>((await app.SendAs(administrator, new PublishTemplateCommand(CertificateKind.Course, 0, changed))).Error);
    }

    [Fact]
    public async Task A_template_with_a_missing_field_is_neither_shown_nor_published()
    {
        var administrator = await app.Data.PersonAsync(Role.Administrator);
        var wrong = Course with { Ru = Course.Ru with { Lines = "Объём: {hours}" } };

        Assert.Equal(new TemplateFieldMissing("period"), (await app.SendAs(administrator, new PreviewTemplateQuery(CertificateKind.Course, wrong))).Error);
        Assert.Equal(new TemplateFieldMissing("period"), (await app.SendAs(administrator, new PublishTemplateCommand(CertificateKind.Course, 0, wrong))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(administrator, new PublishTemplateCommand(CertificateKind.Course, 0, Course with { Kk = Course.Kk with { Heading = "" } }))).Error);
        Assert.Equal(0, await app.LookAsync(db => db.CertificateTemplates.CountAsync()));
    }

    [Fact]
    public async Task A_preview_shows_the_words_of_each_kind()
    {
        var administrator = await app.Data.PersonAsync(Role.Administrator);
        foreach (var kind in Enum.GetValues<CertificateKind>())
        {
            var words = Words((await app.SendAs(administrator, new PreviewTemplateQuery(kind, CertificateTemplate.Bundled[kind]))).Value.Content);

            Assert.Contains(CertificateTemplate.Bundled[kind].Ru.Statement, words, StringComparison.Ordinal);
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_who_manages_certificates_of_the_whole_country_writes_templates()
    {
        foreach (var person in new[] { await app.Data.PersonAsync(Role.Coordinator), await app.Data.PersonAsync(Role.Administrator, w => w.Region) })
        {
            Assert.IsType<Forbidden>((await app.SendAs(person, new GetTemplateQuery(CertificateKind.Course))).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new PublishTemplateCommand(CertificateKind.Course, 0, Course))).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new PreviewTemplateQuery(CertificateKind.Course, Course))).Error);
        }
    }

    private static string Words(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Join(' ', pdf.GetPage(1).GetWords().Select(w => w.Text));
    }
}
