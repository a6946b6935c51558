using System.Text.RegularExpressions;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>The words of a template in one language.</summary>
/// <param name="Heading">The large word, for example СЕРТИФИКАТ.</param>
/// <param name="Statement">What it certifies, under the heading.</param>
/// <param name="Subject">What stands before the title: programme, category.</param>
/// <param name="Lines">
/// Lines below the title, one a line, with fields in braces. A line whose field has no value on a certificate is left out.
/// </param>
public sealed record TemplateWords(string Heading, string Statement, string Subject, string Lines);

/// <summary>The words that a kind of certificate is printed with, in both languages.</summary>
public sealed record TemplateText(TemplateWords Kk, TemplateWords Ru);

/// <summary>A field in braces that no certificate of the kind has.</summary>
/// <param name="Name">Name as written.</param>
public sealed record TemplateFieldUnknown(string Name) : Error("template_field_unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Name];
}

/// <summary>A field that every certificate of the kind has to print is missing in one of the languages.</summary>
/// <param name="Name">Name of the field.</param>
public sealed record TemplateFieldMissing(string Name) : Error("template_field_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Name];
}

/// <summary>There are more lines than the page has room for.</summary>
/// <param name="Most">Most lines.</param>
public sealed record TemplateTooManyLines(int Most) : Error("template_too_many_lines", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Most];
}

/// <summary>
/// A version of the words of a kind of certificate. It is published at once and never changed: a certificate keeps the number of
/// the version it was issued with, and is printed with it for ever.
/// </summary>
public sealed partial class CertificateTemplate : Aggregate
{
    /// <summary>Longest heading and subject, in characters.</summary>
    public const int ShortLength = 60;

    /// <summary>Longest statement and longest lines together, in characters.</summary>
    public const int LongLength = 300;

    /// <summary>Most lines below the title.</summary>
    public const int MostLines = 3;

    private static readonly Dictionary<CertificateKind, (string[] Needed, string[] Allowed)> Fields = new()
    {
        [CertificateKind.Course] = (["period"], ["hours"]),
        [CertificateKind.Attendance] = (["period"], ["hours", "attended"]),
        [CertificateKind.PostCourse] = (["period"], []),
        [CertificateKind.Trainer] = (["valid", "grounds"], []),
        [CertificateKind.Category] = (["valid", "grounds"], []),
    };

    /// <summary>The templates that the product brings along, under number 0.</summary>
    public static readonly IReadOnlyDictionary<CertificateKind, TemplateText> Bundled = new Dictionary<CertificateKind, TemplateText>
    {
        [CertificateKind.Course] = new(
            new("СЕРТИФИКАТ", "біліктілікті арттыру курсын аяқтағаны туралы", "Бағдарлама", "Көлемі: {hours}\nКурс мерзімі: {period}"),
            new("СЕРТИФИКАТ", "о завершении курса повышения квалификации", "Программа", "Объём: {hours}\nСроки курса: {period}")),
        [CertificateKind.Attendance] = new(
            new("АНЫҚТАМА", "біліктілікті арттыру курсына қатысқаны туралы", "Бағдарлама", "Көлемі: {hours}\nКурс мерзімі: {period}\nҚатысқан сабақтары: {attended}"),
            new("СПРАВКА", "о посещении курса повышения квалификации", "Программа", "Объём: {hours}\nСроки курса: {period}\nПосещено занятий: {attended}")),
        [CertificateKind.PostCourse] = new(
            new("АНЫҚТАМА", "курстан кейінгі сүйемелдеуден өткені туралы", "Бағдарлама", "Сүйемелдеу мерзімі: {period}"),
            new("СПРАВКА", "о прохождении посткурсового сопровождения", "Программа", "Сроки сопровождения: {period}")),
        [CertificateKind.Trainer] = new(
            new("СЕРТИФИКАТ", "бағдарлама бойынша тренер мәртебесі туралы", "Бағдарлама", "Жарамдылық мерзімі: {valid}\nНегізі: {grounds}"),
            new("СЕРТИФИКАТ", "о статусе тренера по программе", "Программа", "Срок действия: {valid}\nОснование: {grounds}")),
        [CertificateKind.Category] = new(
            new("КУӘЛІК", "біліктілік санатын беру туралы", "Біліктілік санаты", "Жарамдылық мерзімі: {valid}\nНегізі: {grounds}"),
            new("УДОСТОВЕРЕНИЕ", "о присвоении квалификационной категории", "Квалификационная категория", "Срок действия: {valid}\nОснование: {grounds}")),
    };

    private CertificateTemplate()
    {
    }

    /// <summary>Kind.</summary>
    public CertificateKind Kind { get; private init; }

    /// <summary>Number of the version of the kind, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Words in Kazakh.</summary>
    public TemplateWords Kk { get; private init; } = null!;

    /// <summary>Words in Russian.</summary>
    public TemplateWords Ru { get; private init; } = null!;

    /// <summary>When it was published (UTC).</summary>
    public DateTime PublishedAt { get; private init; }

    /// <summary>Who published it.</summary>
    public Guid PublishedById { get; private init; }

    /// <summary>The words.</summary>
    public TemplateText Text => new(Kk, Ru);

    /// <summary>The fields that a kind knows; those that have to be there come first.</summary>
    public static IReadOnlyList<string> FieldsOf(CertificateKind kind) => [.. Fields[kind].Needed, .. Fields[kind].Allowed];

    /// <summary>Publishes a version.</summary>
    public static Result<CertificateTemplate> Publish(CertificateKind kind, int number, TemplateText text, Guid by, DateTime at) =>
        FaultIn(kind, text) is { } fault
            ? fault
            : new CertificateTemplate { Kind = kind, Number = number, Kk = text.Kk, Ru = text.Ru, PublishedById = by, PublishedAt = at };

    /// <summary>What is wrong with words for a kind; null when nothing is.</summary>
    public static Error? FaultIn(CertificateKind kind, TemplateText text)
    {
        var (needed, allowed) = Fields[kind];
        foreach (var words in new[] { text.Kk, text.Ru })
        {
            var all = string.Join('\n', words.Heading, words.Statement, words.Subject, words.Lines);
            var used = Field().Matches(all).Select(m => m.Groups["name"].Value).ToHashSet();
            if (used.FirstOrDefault(name => !needed.Contains(name) && !allowed.Contains(name)) is { } unknown)
            {
                return new TemplateFieldUnknown(unknown);
            }

            var printed = Field().Matches(words.Lines).Select(m => m.Groups["name"].Value).ToHashSet();
            if (needed.FirstOrDefault(name => !printed.Contains(name)) is { } missing)
            {
                return new TemplateFieldMissing(missing);
            }

            if (words.Lines.Split('\n').Length > MostLines)
            {
                return new TemplateTooManyLines(MostLines);
            }
        }

        return null;
    }

    /// <summary>The lines with their fields filled; a line one of whose fields has no value is left out.</summary>
    /// <param name="lines">Lines of a template.</param>
    /// <param name="values">Value of each field; null where the certificate has none.</param>
    public static IReadOnlyList<string> Fill(string lines, Func<string, string?> values)
    {
        var filled = new List<string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isWhole = true;
            var text = Field().Replace(line, match =>
            {
                var value = values(match.Groups["name"].Value);
                isWhole &= value is not null;
                return value ?? "";
            });
            if (isWhole)
            {
                filled.Add(text);
            }
        }

        return filled;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}")]
    private static partial Regex Field();
}
