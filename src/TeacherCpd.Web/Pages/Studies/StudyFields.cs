using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>The form of a study.</summary>
public sealed class StudyFields
{
    public Guid? OrganisationId { get; set; }

    public StudyKind Kind { get; set; } = StudyKind.Course;

    public string? TitleKk { get; set; }

    public string? TitleRu { get; set; }

    public string? TitleEn { get; set; }

    public bool HasEnglish { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateOnly EndsOn { get; set; }

    public List<StudyMethods> Methods { get; set; } = [];

    public List<Guid> Programmes { get; set; } = [];

    public string? Science { get; set; }

    public string? Indicators { get; set; }

    public string? Collection { get; set; }

    public string? Analysts { get; set; }

    public string? Confidentiality { get; set; }

    public string? ResultAccess { get; set; }

    /// <summary>What was written; a browser sends a line break as two characters, which counts as one.</summary>
    public StudyContent Written => new(
        Kind,
        new LocalizedText(TitleKk?.Trim() ?? "", TitleRu?.Trim() ?? "", TitleEn?.Trim() ?? ""),
        HasEnglish,
        StartsOn,
        EndsOn,
        Flags.Together(Methods),
        new StudyProtocol(Lines(Science), Lines(Indicators), Lines(Collection), Lines(Analysts), Lines(Confidentiality), Lines(ResultAccess)),
        Programmes);

    /// <summary>The form with what stands in the register.</summary>
    public static StudyFields Of(StudyContent content) => new()
    {
        Kind = content.Kind,
        TitleKk = content.Title.Kk,
        TitleRu = content.Title.Ru,
        TitleEn = content.Title.En,
        HasEnglish = content.HasEnglish,
        StartsOn = content.StartsOn,
        EndsOn = content.EndsOn,
        Methods = Flags.In(content.Methods),
        Programmes = [.. content.Programmes],
        Science = content.Protocol.Science,
        Indicators = content.Protocol.Indicators,
        Collection = content.Protocol.Collection,
        Analysts = content.Protocol.Analysts,
        Confidentiality = content.Protocol.Confidentiality,
        ResultAccess = content.Protocol.ResultAccess,
    };

    private static string Lines(string? words) => words?.ReplaceLineEndings("\n").Trim() ?? "";
}
