using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Domain.Tests.Certificates;

public sealed class CertificateTemplateTests
{
    [Fact]
    public void The_templates_of_the_product_are_right() =>
        Assert.All(Enum.GetValues<CertificateKind>(), kind => Assert.Null(CertificateTemplate.FaultIn(kind, CertificateTemplate.Bundled[kind])));

    [Fact]
    public void A_field_has_to_stand_in_both_languages()
    {
        var text = CertificateTemplate.Bundled[CertificateKind.Course];

        var fault = CertificateTemplate.FaultIn(CertificateKind.Course, text with { Ru = text.Ru with { Lines = "Объём: {hours}" } });

        Assert.Equal(new TemplateFieldMissing("period"), fault);
    }

    [Theory]
    [InlineData("{period} {grounds}", "grounds")]
    [InlineData("{period} {Hours}", "Hours")]
    [InlineData("{period} {}", "")]
    public void A_field_that_the_kind_has_not_is_refused(string lines, string name)
    {
        var text = CertificateTemplate.Bundled[CertificateKind.Course];

        Assert.Equal(new TemplateFieldUnknown(name), CertificateTemplate.FaultIn(CertificateKind.Course, text with { Kk = text.Kk with { Lines = lines } }));
    }

    [Fact]
    public void More_lines_than_there_is_room_for_are_refused()
    {
        var text = CertificateTemplate.Bundled[CertificateKind.Course];

        Assert.Equal(
            new TemplateTooManyLines(CertificateTemplate.MostLines),
            CertificateTemplate.FaultIn(CertificateKind.Course, text with { Kk = text.Kk with { Lines = "{period}\n1\n2\n3" } }));
    }

    [Fact]
    public void A_line_whose_field_has_no_value_is_left_out() =>
        Assert.Equal(["Мерзімі: 2026"], CertificateTemplate.Fill("Көлемі: {hours}\n\nМерзімі: {period}", name => name == "period" ? "2026" : null));
}
