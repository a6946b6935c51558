using System.Text;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Infrastructure.Certificates;
using TeacherCpd.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace TeacherCpd.Application.Tests.Certificates;

public sealed class CertificatePrinterTests : IDisposable
{
    private static readonly Uri Address = new("https://example.kz/verify/7F3K9M2QX4T8V6B1N5C0D2E7AR");

    private static readonly CertificateFacts Facts = new(
        CertificateKind.Course,
        Serial: "KZ-2026-000042",
        HolderName: "Әлімбекова Гүлнұр Жұмағұлқызы",
        ProgrammeTitle: new("Сабақты зерттеу арқылы оқушының оқу жетістігін арттыру", "Повышение учебных достижений ученика через исследование урока", "Lesson Study"),
        ProgrammeCode: "LS-2026",
        ProgrammeVersionNumber: 3,
        Hours: 80,
        StartedOn: new DateOnly(2026, 3, 2),
        EndedOn: new DateOnly(2026, 3, 20),
        ValidFrom: null,
        ValidUntil: null,
        Grounds: null,
        Appendix: null,
        IssuedOn: new DateOnly(2026, 3, 25),
        ReissuedOn: null,
        Issuer: new("Педагогикалық шеберлік орталығы, Астана қаласындағы филиалы", "Центр педагогического мастерства, филиал в городе Астане", "Centre"),
        CertificateStatus.Valid,
        StatusSince: null);

    private readonly CertificatePrinter printer = new(new CertificateOptions { FontFolder = RepositoryFolder.Fonts });

    public void Dispose() => printer.Dispose();

    [Fact]
    public void EveryFact_CanBeReadFromThePage()
    {
        var words = Words(Print(Facts));

        foreach (var said in new[]
        {
            "СЕРТИФИКАТ", Facts.Serial, Facts.HolderName, Facts.ProgrammeCode!, "3-нұсқа / версия 3",
            "Көлемі: 80 академиялық сағат", "Объём: 80 академических часов",
            "Курс мерзімі: 2026 жылғы 2–20 наурыз", "Сроки курса: 2–20 марта 2026 года",
            "2026 жылғы 25 наурыз", "25 марта 2026 года",
            "https://example.kz/verify/7F3K9M2QX4T8V6B1N5C0D2E7AR",
        })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        // long texts run over several lines: word by word
        foreach (var word in $"{Facts.ProgrammeTitle.Kk} {Facts.ProgrammeTitle.Ru} {Facts.Issuer.Kk} {Facts.Issuer.Ru}".Split(' '))
        {
            Assert.Contains(word, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryKazakhLetter_IsPrintedAsItself()
    {
        const string letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

        Assert.Contains(letters, Words(Print(Facts with { HolderName = letters })), StringComparison.Ordinal);
        Assert.Contains(letters, Words(Print(Facts with { ProgrammeTitle = Facts.ProgrammeTitle with { Kk = letters } })), StringComparison.Ordinal);
        Assert.Contains("fi ffl", Words(Print(Facts with { ProgrammeTitle = Facts.ProgrammeTitle with { Kk = "fi ffl" } })), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAppendix_ListsModulesAndCompetencesInBothLanguages()
    {
        var appendix = new CertificateAppendix(
            [.. Enumerable.Range(1, 30).Select(n => new AppendixModule(new($"{n}-модуль: оқытудағы жаңа тәсілдер", $"Модуль {n}: новые подходы", "Module"), n))],
            [new AppendixCompetence(new("Сабақты жоспарлау", "Планирование урока", "Planning"), "Good"), new AppendixCompetence(new("Рефлексия", "Рефлексия", "Reflection"), null)],
            "Satisfactory");
        using var pdf = PdfDocument.Open(Print(Facts with { Appendix = appendix }));

        Assert.True(pdf.NumberOfPages > 2);
        var words = string.Join(' ', pdf.GetPages().Skip(1).SelectMany(p => p.GetWords()).Select(w => w.Text));
        foreach (var said in new[] { "Модуль 30:", "Сабақты жоспарлау", "Планирование урока", "Жақсы / Хорошо", "465" })
        {
            Assert.Contains(said, words, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(pdf.GetPages(), AssertNoOverlap);
    }

    [Fact]
    public void AScreenReader_IsLedInTheOrderOfReadingAndToldTheLanguageOfEachText()
    {
        var bytes = Print(Facts with { Appendix = new CertificateAppendix([new AppendixModule(new("Модуль", "Модуль", "Module"), 80)], []) });
        var raw = Encoding.Latin1.GetString(bytes);
        using var pdf = PdfDocument.Open(bytes);
        var marked = pdf.GetPage(1).GetMarkedContents().Where(m => !m.IsArtifact).OrderBy(m => m.MarkedContentIdentifier).ToList();

        // every letter of the page is in a numbered piece, and nothing is numbered twice
        Assert.Equal(pdf.GetPage(1).Letters.Count, marked.Sum(m => m.Letters.Count));
        Assert.Equal(Enumerable.Range(0, marked.Count), marked.Select(m => m.MarkedContentIdentifier));
        var read = marked.ConvertAll(m => string.Concat(m.Letters.Select(l => l.Value)));
        int[] order = [.. new[] { "СЕРТИФИКАТ", Facts.HolderName, "Көлемі: 80 академиялық сағат", "Объём: 80 академических часов", Facts.Serial, Address.AbsoluteUri }.Select(said => read.IndexOf(said))];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        foreach (var said in new[] { "/MarkInfo <</Marked true>>", "/ViewerPreferences <</DisplayDocTitle true>>", "/Lang (kk-KZ)", "/Lang (ru-KZ)", "/S /H1", "/StructTreeRoot" })
        {
            Assert.Contains(said, raw, StringComparison.Ordinal);
        }

        Assert.Equal("СЕРТИФИКАТ KZ-2026-000042", pdf.Information.Title);
    }

    [Fact]
    public void ANameOfEightyLetters_IsPrintedWhole()
    {
        var name = "Әбдіқадырова-Ғұбайдуллина Қаншайым-Айгүл-Өрзия Ұлықбекқызы-Іңкәрбекқызы-Һүсниязы";
        Assert.Equal(80, name.Length);

        Assert.Contains(name, Words(Print(Facts with { HolderName = name })), StringComparison.Ordinal);
    }

    [Fact]
    public void ALetterInTwoCharacters_IsPrintedAsOne()
    {
        Assert.Contains("Майра", Words(Print(Facts with { HolderName = "Маи\u0306ра" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_IsOneA4LandscapeWithEmbeddedFontsAndALinkToVerification()
    {
        var bytes = Print(Facts);
        using var pdf = PdfDocument.Open(bytes);
        var page = Assert.Single(pdf.GetPages());

        Assert.Equal((842, 595), (page.Width, page.Height));
        Assert.All(page.Letters, l => Assert.Contains("PTSerif", l.FontName, StringComparison.Ordinal));
        Assert.Contains("/FontFile2", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(Address.AbsoluteUri, Assert.Single(page.GetHyperlinks()).Uri);
    }

    [Fact]
    public void WithoutHours_NothingIsSaidOfThem()
    {
        var words = Words(Print(Facts with { Hours = null }));

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
            ProgrammeTitle = new(title, title, title),
            Issuer = new(title, title, title),
            ProgrammeCode = "ЕХР-2026-ЖМБ-ҚАЗ-ОРЫС-0001-ҰЗАҚ-КОД",
        };
        var address = new Uri("https://certificates.teacher-development.example.gov.kz/kk/certificates/verify/7F3K9M2QX4T8V6B1N5C0D2E7AR");

        using var pdf = PdfDocument.Open(printer.Print(new CertificatePrint(facts, CertificateTemplate.Bundled[facts.Kind], address)));
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

        Assert.Equal(Print(Facts), another.Print(new CertificatePrint(Facts, CertificateTemplate.Bundled[Facts.Kind], Address)));
    }

    [Fact]
    public async Task ManyAtOnce_AreAllTheSame()
    {
        var expected = Print(Facts);

        var prints = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Print(Facts))));

        Assert.All(prints, p => Assert.Equal(expected, p));
    }

    [Fact]
    public void MissingFont_IsNamed()
    {
        using var homeless = new CertificatePrinter(new CertificateOptions { FontFolder = Path.Combine(RepositoryFolder.Fonts, "none") });

        var error = Assert.Throws<InvalidOperationException>(() => homeless.Print(new CertificatePrint(Facts, CertificateTemplate.Bundled[Facts.Kind], Address)));
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
        var words = Words(Print(Facts with { StartedOn = Day(from), EndedOn = Day(to) }));

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
        Assert.Contains($"Объём: {said}", Words(Print(Facts with { Hours = hours })), StringComparison.Ordinal);
    }

    private byte[] Print(CertificateFacts facts) => printer.Print(new CertificatePrint(facts, CertificateTemplate.Bundled[facts.Kind], Address));

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
