using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>The essay of an application.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="WordsFrom">Least number of words.</param>
/// <param name="WordsTo">Most words.</param>
public sealed record EssayRules(string Paragraph, int WordsFrom, int WordsTo);

/// <summary>A text of the source that need not stand in every language: what the source does not say is not made up.</summary>
/// <param name="Kk">Kazakh; null where it is not at hand.</param>
/// <param name="Ru">Russian; null where it is not at hand.</param>
/// <param name="En">English; null where it is not at hand.</param>
public sealed record PartialText(string? Kk, string? Ru, string? En)
{
    /// <summary>The text in a language, or in the first one that has it, with the language it stands in.</summary>
    public (string Text, Language Language) In(Language language)
    {
        var own = language switch { Language.Kk => Kk, Language.Ru => Ru, Language.En => En };
        return own is not null ? (own, language)
            : Kk is not null ? (Kk, Language.Kk)
            : Ru is not null ? (Ru, Language.Ru)
            : (En ?? "", Language.En);
    }
}

/// <summary>The four sheets of appendix 14.</summary>
public enum ObservationVariant
{
    /// <summary>Lesson at a school, college or organisation of additional education.</summary>
    Lesson,

    /// <summary>Organised activity at a preschool organisation.</summary>
    Preschool,

    /// <summary>Lesson of a correction room, a rehabilitation or autism centre, or of a special pedagogue.</summary>
    Correction,

    /// <summary>Examination and advice at a psychological, medical and pedagogical consultation.</summary>
    Consultation,
}

/// <summary>How a fraction of the mean becomes whole points.</summary>
public enum PointRounding
{
    /// <summary>It is cut off.</summary>
    Down,

    /// <summary>To the nearest whole, a half up.</summary>
    Nearest,
}

/// <summary>Points from and to, both counted in.</summary>
/// <param name="From">Least points.</param>
/// <param name="To">Most points.</param>
public sealed record PointBand(int From, int To);

/// <summary>A group of indicators.</summary>
/// <param name="Number">Number in the order, for example <c>2.3</c>.</param>
/// <param name="Title">Title; null where the indicator stands alone.</param>
/// <param name="Indicators">Indicators, each of a level from 0 to 3.</param>
public sealed record ObservationGroup(string Number, PartialText? Title, IReadOnlyList<PartialText> Indicators);

/// <summary>A block of a sheet.</summary>
/// <param name="Number">Number in the order.</param>
/// <param name="Title">Title.</param>
/// <param name="Groups">Groups in order.</param>
public sealed record ObservationBlock(string Number, PartialText Title, IReadOnlyList<ObservationGroup> Groups);

/// <summary>One of the four sheets.</summary>
/// <param name="Variant">Which.</param>
/// <param name="Title">Title.</param>
/// <param name="Blocks">Blocks in order.</param>
public sealed record ObservationForm(ObservationVariant Variant, PartialText Title, IReadOnlyList<ObservationBlock> Blocks)
{
    /// <summary>How many indicators it has.</summary>
    public int Count => Blocks.Sum(b => b.Groups.Sum(g => g.Indicators.Count));
}

/// <summary>Lesson observation (order 83, appendix 14).</summary>
/// <param name="Paragraph">Appendix.</param>
/// <param name="PerYear">Observations a year, on lessons of different days.</param>
/// <param name="Maximum">Most points of a sheet.</param>
/// <param name="Bands">Points by category.</param>
/// <param name="CommissionMembers">How many of a year's sheets a member of the commission signs at least.</param>
/// <param name="MethodOffice">How many of them a methodist of the method office signs at least.</param>
/// <param name="Rounding">How a fraction of the mean becomes whole points: the order does not say.</param>
/// <param name="Forms">The sheets; none where their text is not at hand.</param>
public sealed record ObservationRules(
    string Paragraph,
    int PerYear,
    int Maximum,
    IReadOnlyDictionary<string, PointBand> Bands,
    int CommissionMembers,
    int MethodOffice,
    PointRounding Rounding,
    IReadOnlyList<ObservationForm> Forms)
{
    /// <summary>A sheet; null where its text is not at hand.</summary>
    public ObservationForm? Form(ObservationVariant variant) => Forms.FirstOrDefault(f => f.Variant == variant);

    /// <summary>The category in whose band whole points fall; null below the lowest.</summary>
    public string? BandOf(int points) => Bands.Where(b => points >= b.Value.From && points <= b.Value.To).Select(b => b.Key).FirstOrDefault();
}
