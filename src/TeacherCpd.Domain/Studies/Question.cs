using System.Text.Json;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Studies;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One option.</summary>
    One,

    /// <summary>Any number of options: their shares may sum to more than a hundred per cent.</summary>
    Several,

    /// <summary>A number from 1 to 10.</summary>
    Scale,

    /// <summary>One option for each of several rows.</summary>
    Matrix,

    /// <summary>Own words.</summary>
    Open,
}

/// <summary>What of a course a question measures: the four levels of Kirkpatrick (2022 report, section 7.1, appendix B4).</summary>
public enum KirkpatrickLevel
{
    /// <summary>I, reaction.</summary>
    Reaction,

    /// <summary>II, knowledge.</summary>
    Knowledge,

    /// <summary>III, behaviour and skills.</summary>
    Behaviour,

    /// <summary>IV, results in teaching and of pupils.</summary>
    Results,
}

/// <summary>A figure of the source that results are compared with (2022 report, section 7.1).</summary>
public enum StudyIndicator
{
    /// <summary>Expectations met or exceeded: at least 93 %.</summary>
    ExpectationsMet,

    /// <summary>Positive reaction: 91 to 95 %, of which the lower is asked for.</summary>
    PositiveReaction,

    /// <summary>The content fits the reality of the school: more than 80 %.</summary>
    FitsReality,

    /// <summary>New knowledge: at least 66 %.</summary>
    NewKnowledge,
}

/// <summary>What the source asks for: one table.</summary>
public static class StudyTargets
{
    /// <summary>Share that an indicator has to reach, in tenths of a per cent, and its level. "More than 80" is from 80.1 on.</summary>
    public static (int PerMille, KirkpatrickLevel Level) Of(StudyIndicator indicator) => indicator switch
    {
        StudyIndicator.ExpectationsMet => (930, KirkpatrickLevel.Reaction),
        StudyIndicator.PositiveReaction => (910, KirkpatrickLevel.Reaction),
        StudyIndicator.FitsReality => (801, KirkpatrickLevel.Reaction),
        StudyIndicator.NewKnowledge => (660, KirkpatrickLevel.Knowledge),
    };
}

/// <summary>A question of a questionnaire.</summary>
/// <param name="Code">Code within the questionnaire, the same in every version in which the question means the same: <c>q1</c>, <c>q2</c> ….</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question.</param>
/// <param name="Level">What it measures.</param>
/// <param name="IsRequired">Whether the form is not taken without an answer.</param>
/// <param name="Options">Options in order; of a diagnosis from the least to the most. Empty for a scale and for own words.</param>
/// <param name="Rows">Rows of a matrix; empty else.</param>
/// <param name="Need">Code of the need that it diagnoses, see <see cref="Studies.Need"/>; null in a survey.</param>
/// <param name="Indicator">Figure of the source that it is compared with; only with one option.</param>
/// <param name="Positive">How many options, from the first, count toward the indicator.</param>
public sealed record Question(
    string Code,
    QuestionKind Kind,
    LocalizedText Text,
    KirkpatrickLevel Level,
    bool IsRequired,
    IReadOnlyList<LocalizedText> Options,
    IReadOnlyList<LocalizedText> Rows,
    string? Need = null,
    StudyIndicator? Indicator = null,
    int Positive = 0)
{
    /// <summary>Lowest mark of a scale.</summary>
    public const int ScaleFrom = 1;

    /// <summary>Highest mark of a scale.</summary>
    public const int ScaleTo = 10;

    /// <summary>Most options and most rows.</summary>
    public const int MostOptions = 20;

    /// <summary>Longest question, option and row in one language, in characters.</summary>
    public const int TextLength = 500;

    /// <summary>Longest answer in own words, in characters.</summary>
    public const int WordsLength = 2000;

    /// <summary>Whether it has options to choose from.</summary>
    public bool HasOptions => Kind is QuestionKind.One or QuestionKind.Several or QuestionKind.Matrix;

    /// <summary>What is wrong with it as the code of an error and the field; null where it can be asked.</summary>
    /// <param name="hasEnglish">Whether it has to be in English too.</param>
    /// <param name="kind">Kind of the questionnaire.</param>
    public (string Field, string Code)? FaultFor(bool hasEnglish, QuestionnaireKind kind) =>
        !IsIn(Text, hasEnglish) ? (nameof(Text), "text_in_each_language")
        : HasOptions && Options.Count < 2 ? (nameof(Options), "two_options_needed")
        : HasOptions && !Options.All(o => IsIn(o, hasEnglish)) ? (nameof(Options), "lines_in_each_language")
        : Kind == QuestionKind.Matrix && Rows.Count == 0 ? (nameof(Rows), "required")
        : Kind == QuestionKind.Matrix && !Rows.All(r => IsIn(r, hasEnglish)) ? (nameof(Rows), "lines_in_each_language")
        : Options.Count > MostOptions ? (nameof(Options), "too_many_lines")
        : Rows.Count > MostOptions ? (nameof(Rows), "too_many_lines")
        : kind == QuestionnaireKind.Diagnosis && Kind is QuestionKind.Several or QuestionKind.Open && Need is not null ? (nameof(Need), "need_not_measured")
        : kind == QuestionnaireKind.Survey && Need is not null ? (nameof(Need), "need_in_survey")
        : Need is not null && Studies.Need.Find(Need) is null ? (nameof(Need), "required")
        : Indicator is not null && (Kind != QuestionKind.One || Positive < 1 || Positive >= Options.Count) ? (nameof(Positive), "indicator_needs_options")
        : null;

    private static bool IsIn(LocalizedText text, bool hasEnglish) => text.Kk.Length > 0 && text.Ru.Length > 0 && (!hasEnglish || text.En.Length > 0);
}

/// <summary>The questions of a version, in order.</summary>
/// <param name="Questions">Questions.</param>
public sealed record QuestionnaireContent(IReadOnlyList<Question> Questions)
{
    /// <summary>Most questions.</summary>
    public const int MostQuestions = 60;

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>No question yet.</summary>
    public static readonly QuestionnaireContent Empty = new([]);

    /// <summary>A code that no question has or had here.</summary>
    public string NextCode => FormattableString.Invariant($"q{1 + Questions.Select(q => int.Parse(q.Code.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max()}");

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static QuestionnaireContent Parse(string json) => JsonSerializer.Deserialize<QuestionnaireContent>(json, Options)!;

    /// <summary>Writes it down.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>With a question at a place, from 1; one of the same code is replaced.</summary>
    public QuestionnaireContent With(Question question, int place)
    {
        var others = Questions.Where(q => q.Code != question.Code).ToList();
        others.Insert(Math.Clamp(place - 1, 0, others.Count), question);
        return new(others);
    }

    /// <summary>Without a question.</summary>
    public QuestionnaireContent Without(string code) => new([.. Questions.Where(q => q.Code != code)]);
}
