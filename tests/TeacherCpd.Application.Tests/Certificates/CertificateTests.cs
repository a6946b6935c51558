using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;
using UglyToad.PdfPig;

namespace TeacherCpd.Application.Tests.Certificates;

public sealed class CertificateTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await TestApp.StartAsync(new Dictionary<string, string?> { ["Site:PublicUrl"] = "https://cpd.example.kz" });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_holder_gets_a_pdf_that_leads_to_the_public_page()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var certificate = await app.Data.CertificateAsync(teacher);

        var file = (await app.SendAs(teacher, new PrintCertificateQuery(certificate.Id))).Value;

        using var pdf = PdfDocument.Open(file.Content);
        var text = string.Join(' ', pdf.GetPage(1).GetWords().Select(w => w.Text));
        Assert.Contains($"https://cpd.example.kz/verify/{certificate.VerificationCode}", text, StringComparison.Ordinal);
        Assert.Contains(teacher.FullName, text, StringComparison.Ordinal);
        Assert.Equal($"Біліктілік сертификаты KZ-2026-000001 {teacher.FullName}.pdf", file.Name);
    }

    [Fact]
    public async Task A_coordinator_prints_in_the_own_branch_only()
    {
        var certificate = await app.Data.CertificateAsync();
        var query = new PrintCertificateQuery(certificate.Id);

        Assert.True((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), query)).IsOk);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), query)).Error);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task For_anybody_else_it_does_not_exist(Role role)
    {
        var certificate = await app.Data.CertificateAsync();

        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(role), new PrintCertificateQuery(certificate.Id))).Error);
        Assert.IsType<SignInNeeded>((await app.SendAs(null, new PrintCertificateQuery(certificate.Id))).Error);
    }

    [Fact]
    public async Task The_list_holds_the_own_ones_the_newest_first()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CertificateAsync(teacher);
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.Data.CertificateAsync(teacher);
        await app.Data.CertificateAsync();

        var list = (await app.SendAs(teacher, new GetMyCertificatesQuery())).Value;

        Assert.Equal(["KZ-2026-000002", "KZ-2026-000001"], list.Select(c => c.Serial));
        Assert.All(list, c => Assert.StartsWith("Тиімді оқыту", c.ProgrammeTitle.Kk, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_year_begins_at_one_again()
    {
        await app.Data.CertificateAsync();
        app.Time.Advance(TimeSpan.FromDays(365));

        Assert.Equal("KZ-2027-000001", (await app.Data.CertificateAsync()).Serial);
    }

    [Theory]
    [InlineData(" 0123-4567 89ab ", "0123456789AB")]
    [InlineData("oil", "011")]
    [InlineData("<b>", "B")]
    public void A_code_is_read_as_people_type_it(string typed, string read)
    {
        Assert.Equal(read, VerifyCertificateQuery.Normalise(typed));
    }
}
