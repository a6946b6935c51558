using System.Text;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Infrastructure.Certificates;
using TeacherCpd.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace TeacherCpd.Application.Tests.Certificates;

public sealed class CertificatePrinterTests : IDisposable
{
    private static readonly CertificatePrint Facts = new(
        Serial: "KZ-2026-000042",
        HolderName: "Әлімбекова Гүлнұр Жұмағұлқызы",
        ProgrammeTitleKk: "Сабақты зерттеу арқылы оқушының оқу жетістігін арттыру",
        ProgrammeTitleRu: "Повышение учебных достижений ученика через исследование урока",
        ProgrammeCode: "LS-2026",
        VersionNumber: 3,
        Hours: 80,
        StartedOn: new DateOnly(2026, 3, 2),
        EndedOn: new DateOnly(2026, 3, 20),
        IssuedOn: new DateOnly(2026, 3, 25),
        IssuerKk: "Педагогикалық шеберлік орталығы, Астана қаласындағы филиалы",
        IssuerRu: "Центр педагогического мастерства, филиал в городе Астане",
        VerificationUrl: new Uri("https://example.kz/verify/7F3K9M2QX4T8V6B1N5C0D2E7AR"));

    private readonly CertificatePrinter printer = new(new CertificateOptions { FontFolder = RepositoryFolder.Fonts });

    public void Dispose() => printer.Dispose();

    [Fact]
    public void EveryFact_CanBeReadFromThePage()
    {
        var words = Words(printer.Print(Facts));

        foreach (var said in new[]
        {
            "СЕРТИФИКАТ", Facts.Serial, Facts.HolderName, Facts.ProgrammeCode, "3-нұсқа / версия 3",
            "Көлемі: 80 академиялық сағат", "Объём: 80 академических часов",
            "Курс мерзімі: 2026 жылғы 2–20 наурыз", "Сроки курса: 2–20 марта 2026 года",
            "2026 жылғы 25 наурыз", "25 марта 2026 года",
            "https://example.kz/verify/7F3K9M2QX4T8V6B1N5C0D2E7AR",
        })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        // long texts run over several lines: word by word
        foreach (var word in $"{Facts.ProgrammeTitleKk} {Facts.ProgrammeTitleRu} {Facts.IssuerKk} {Facts.IssuerRu}".Split(' '))
        {
            Assert.Contains(word, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryKazakhLetter_IsPrintedAsItself()
    {
        const string letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

        Assert.Contains(letters, Words(printer.Print(Facts with { HolderName = letters })), StringComparison.Ordinal);
        Assert.Contains(letters, Words(printer.Print(Facts with { ProgrammeTitleKk = letters })), StringComparison.Ordinal);
        Assert.Contains("fi ffl", Words(printer.Print(Facts with { ProgrammeTitleKk = "fi ffl" })), StringComparison.Ordinal);
    }

    [Fact]
    public void ALetterInTwoCharacters_IsPrintedAsOne()
    {
        Assert.Contains("Майра", Words(printer.Print(Facts with { HolderName = "Маи\u0306ра" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_IsOneA4LandscapeWithEmbeddedFontsAndALinkToVerification()
    {
        var bytes = printer.Print(Facts);
        using var pdf = PdfDocument.Open(bytes);
        var page = Assert.Single(pdf.GetPages());

        Assert.Equal((842, 595), (page.Width, page.Height));
        Assert.All(page.Letters, l => Assert.Contains("PTSerif", l.FontName, StringComparison.Ordinal));
        Assert.Contains("/FontFile2", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(Facts.VerificationUrl.AbsoluteUri, Assert.Single(page.GetHyperlinks()).Uri);
    }

    [Fact]
    public void WithoutHours_NothingIsSaidOfThem()
    {
        var words = Words(printer.Print(Facts with { Hours = null }));

        Assert.DoesNotContain("Көлемі", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Объём", words, StringComparison.Ordinal);
        Assert.Contains("Сроки курса", words, StringComparison.Ordinal);
    }

    [Fact]
    public void LongTexts_StayInsideTheFrameAndDoNotRunIntoEachOther()
    {
        var title = string.Join(' ', Enumerable.Repeat("Жаратылыстану-математика бағытындағы пәндерді оқыту әдістемесі", 5));
        var facts = Facts with
        {
            HolderName = "Бекмұхамбетова-Жұмағалиева Шынаргүл Нұрмұхаммедқызы-Әбдірахманова",
            ProgrammeTitleKk = title,
            ProgrammeTitleRu = title,
            IssuerKk = title,
            IssuerRu = title,
            ProgrammeCode = "ЕХР-2026-ЖМБ-ҚАЗ-ОРЫС-0001-ҰЗАҚ-КОД",
            VerificationUrl = new Uri("https://certificates.teacher-development.example.gov.kz/kk/certificates/verify/7F3K9M2QX4T8V6B1N5C0D2E7AR"),
        };

        using var pdf = PdfDocument.Open(printer.Print(facts));
        var page = Assert.Single(pdf.GetPages());

        Assert.Contains("Бекмұхамбетова-Жұмағалиева", page.Text, StringComparison.Ordinal);
        Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Left, 60, 782));
        Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Right, 60, 782));
        Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Bottom, 30, 565));
        AssertNoOverlap(page);
    }

    [Fact]
    public void TheSameFacts_GiveTheSameFile()
    {
        using var another = new CertificatePrinter(new CertificateOptions { FontFolder = RepositoryFolder.Fonts });

        Assert.Equal(printer.Print(Facts), another.Print(Facts));
    }

    [Fact]
    public async Task ManyAtOnce_AreAllTheSame()
    {
        var expected = printer.Print(Facts);

        var prints = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => printer.Print(Facts))));

        Assert.All(prints, p => Assert.Equal(expected, p));
    }

    [Fact]
    public void MissingFont_IsNamed()
    {
        using var homeless = new CertificatePrinter(new CertificateOptions { FontFolder = Path.Combine(RepositoryFolder.Fonts, "none") });

        var error = Assert.Throws<InvalidOperationException>(() => homeless.Print(Facts));
        Assert.Contains("PTSerif", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FontFolder_IsTheOneTheBuildFills()
    {
        Assert.Equal(RepositoryFolder.Fonts, CertificateOptions.FindFontFolder());
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02", "2026 жылғы 2 наурыз", "2 марта 2026 года")]
    [InlineData("2026-03-02", "2026-03-20", "2026 жылғы 2–20 наурыз", "2–20 марта 2026 года")]
    [InlineData("2026-03-30", "2026-04-05", "2026 жылғы 30 наурыз – 5 сәуір", "30 марта – 5 апреля 2026 года")]
    [InlineData("2025-12-20", "2026-01-15", "2025 жылғы 20 желтоқсан – 2026 жылғы 15 қаңтар", "20 декабря 2025 года – 15 января 2026 года")]
    public void CourseDates_ReadNaturally(string from, string to, string kk, string ru)
    {
        var words = Words(printer.Print(Facts with { StartedOn = Day(from), EndedOn = Day(to) }));

        Assert.Contains($"Курс мерзімі: {kk}", words, StringComparison.Ordinal);
        Assert.Contains($"Сроки курса: {ru}", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 академический час ")]
    [InlineData(11, "11 академических часов ")]
    [InlineData(22, "22 академических часа ")]
    [InlineData(72, "72 академических часа ")]
    [InlineData(80, "80 академических часов ")]
    [InlineData(112, "112 академических часов ")]
    [InlineData(121, "121 академический час ")]
    public void Hours_AreDeclined(int hours, string said)
    {
        Assert.Contains($"Объём: {said}", Words(printer.Print(Facts with { Hours = hours })), StringComparison.Ordinal);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static string Words(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Join(' ', pdf.GetPage(1).GetWords().Select(w => w.Text)) + " ";
    }

    private static void AssertNoOverlap(Page page)
    {
        var words = page.GetWords().ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            for (var j = i + 1; j < words.Length; j++)
            {
                var (a, b) = (words[i].BoundingBox, words[j].BoundingBox);
                var across = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
                var up = Math.Min(a.Top, b.Top) - Math.Max(a.Bottom, b.Bottom);
                Assert.False(across > 0.5 && up > 0.5, $"\"{words[i].Text}\" runs into \"{words[j].Text}\".");
            }
        }
    }
}
