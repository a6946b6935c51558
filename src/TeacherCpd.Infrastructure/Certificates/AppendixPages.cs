using System.Globalization;
using SkiaSharp;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Sets the appendix of a certificate: modules with hours, competences with marks; Kazakh on the left, Russian beside it.</summary>
internal sealed class AppendixPages(SKDocument document, PrintFont regular, PrintFont bold)
{
    // A4 landscape in points of 1/72 inch, as the certificate
    private const float PageWidth = 842;
    private const float PageHeight = 595;
    private const float Margin = 62;
    private const float Bottom = PageHeight - 60;
    private const float Gap = 18;
    private const float LastWidth = 150;
    private const float Column = (PageWidth - (2 * Margin) - LastWidth - (2 * Gap)) / 2;
    private const float Size = 10.5f;
    private const float Step = Size * 1.35f;

    private static readonly SKColor Brand = SKColor.Parse("#0b6072");
    private static readonly SKColor Ink = SKColor.Parse("#1d2b30");
    private static readonly SKColor Quiet = SKColor.Parse("#55666c");

    private readonly List<TaggedPage> pages = [];
    private string foot = "";
    private float y;

    private TaggedPage Page => pages[^1];

    /// <summary>Draws as many pages as it takes.</summary>
    /// <returns>The pages.</returns>
    public IReadOnlyList<TaggedPage> Draw(CertificateFacts facts, CertificateAppendix appendix)
    {
        foot = $"{facts.Serial} · {facts.HolderName}";
        Begin();
        Page.Begin("H1");
        Page.Draw(bold, "Қосымша / Приложение", Margin, y + 18, 18, Brand);
        y += 30;
        Row(facts.ProgrammeTitle.Kk, facts.ProgrammeTitle.In(Language.Ru), facts.Serial, bold, Ink);
        if (appendix.Modules.Count > 0)
        {
            Head("Модульдер", "Модули", "Сағат / Часы");
            foreach (var module in appendix.Modules)
            {
                Row(module.Title.Kk, module.Title.In(Language.Ru), module.Hours.ToString(CultureInfo.InvariantCulture), regular, Ink);
            }

            Row("Барлығы", "Всего", appendix.Modules.Sum(m => m.Hours).ToString(CultureInfo.InvariantCulture), bold, Ink);
        }

        if (appendix.Competences.Count > 0)
        {
            Head("Құзыреттер", "Компетенции", "Деңгейі / Уровень");
            foreach (var competence in appendix.Competences)
            {
                Row(competence.Title.Kk, competence.Title.In(Language.Ru), Mark(competence.Mark), regular, Ink);
            }
        }

        if (appendix.Grade is { } grade)
        {
            Row("Қорытынды баға", "Итоговая оценка", Mark(grade), bold, Ink);
        }

        document.EndPage();
        return pages;
    }

    private static string Mark(string? grade)
    {
        if (grade is null)
        {
            return "—";
        }

        var words = TextCatalogue.Raw($"enum.Grade.{grade}");
        return $"{words.Kk} / {words.Ru}";
    }

    private void Head(string kk, string ru, string last)
    {
        // a heading is not left alone at the foot of a page
        Need(4 * Step);
        y += 10;
        Row(kk, ru, last, bold, Brand);
        using var rule = new SKPaint { Color = Brand, StrokeWidth = 0.6f, IsAntialias = true };
        Page.Canvas.DrawLine(Margin, y, PageWidth - Margin, y, rule);
        y += 3;
    }

    private void Row(string kk, string ru, string last, PrintFont font, SKColor colour)
    {
        IReadOnlyList<string>[] cells = [font.Lines(kk, Size, Column), font.Lines(ru, Size, Column), font.Lines(last, Size, LastWidth)];
        float[] places = [Margin, Margin + Column + Gap, Margin + (2 * (Column + Gap))];
        var lines = cells.Max(c => c.Count);
        Need(Math.Min(lines, 20) * Step);
        string?[] languages = ["kk-KZ", "ru-KZ", null];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            Page.Begin("P", languages[cell]);
            for (var line = 0; line < cells[cell].Count; line++)
            {
                Page.Draw(font, cells[cell][line], places[cell], y + Size + (line * Step), Size, colour);
            }
        }

        y += (lines * Step) + 3;
    }

    private void Need(float height)
    {
        if (y + height > Bottom)
        {
            document.EndPage();
            Begin();
        }
    }

    private void Begin()
    {
        pages.Add(new TaggedPage(document.BeginPage(PageWidth, PageHeight)));
        y = Margin;
        var number = pages.Count.ToString(CultureInfo.InvariantCulture);
        Page.Begin(TextElement.Artifact);
        Page.Draw(regular, foot, Margin, Bottom + 24, 8.5f, Quiet);
        Page.Draw(regular, number, PageWidth - Margin - regular.Width(number, 8.5f), Bottom + 24, 8.5f, Quiet);
    }
}
