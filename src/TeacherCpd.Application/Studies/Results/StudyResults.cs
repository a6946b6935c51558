using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Results;

/// <summary>By what the answers are told apart.</summary>
public enum Breakdown
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Language of the form.</summary>
    Language,

    /// <summary>Region.</summary>
    Region,

    /// <summary>Programme.</summary>
    Programme,
}

/// <summary>The results of a version of a questionnaire.</summary>
/// <param name="StudyId">Study.</param>
/// <param name="Title">Title of the study.</param>
/// <param name="Status">State of the study.</param>
/// <param name="MayRun">Whether the user runs the study and may strike words out.</param>
/// <param name="Versions">Every frozen version of the study, to choose from.</param>
/// <param name="Shown">The one that is shown.</param>
/// <param name="Least">People from which a group is shown.</param>
/// <param name="ByLink">Answers by the open address; null where one could tell a small group from it.</param>
/// <param name="Invited">People invited; null where the questionnaire has several versions, since nobody is invited to a version.</param>
/// <param name="By">By what the answers are told apart.</param>
/// <param name="Groups">The groups, with their people; null for one that is not shown.</param>
/// <param name="Questions">Results by question.</param>
public sealed record StudyResults(
    Guid StudyId,
    LocalizedText Title,
    StudyStatus Status,
    bool MayRun,
    IReadOnlyList<ResultVersion> Versions,
    ResultVersion Shown,
    int Least,
    int? ByLink,
    int? Invited,
    Breakdown By,
    IReadOnlyList<(LocalizedText? Name, int? People)> Groups,
    IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>Whether there are too few answers to show any.</summary>
    public bool IsSmall => Shown.Answers < Least;
}

/// <summary>A version of which there are results.</summary>
public sealed record ResultVersion(Guid Id, Respondent Audience, int Number, int Answers);

/// <summary>The result of a question.</summary>
/// <param name="Question">Question.</param>
/// <param name="Answered">People who answered it; null where they are too few to be shown.</param>
/// <param name="Rows">Counts by option or mark; of a matrix by row.</param>
/// <param name="Mean">Mean of a scale in hundredths.</param>
/// <param name="Median">Median of a scale in tenths.</param>
/// <param name="Target">How the indicator of the source is reached.</param>
/// <param name="Groups">The same by group, in the order of the groups.</param>
/// <param name="Words">Own words, in an order by chance; empty where they are too few.</param>
/// <param name="Struck">Answers of which the words were struck out.</param>
public sealed record QuestionResult(
    Question Question,
    int? Answered,
    IReadOnlyList<RowResult> Rows,
    int? Mean,
    int? Median,
    TargetResult? Target,
    IReadOnlyList<GroupResult> Groups,
    IReadOnlyList<WordsResult> Words,
    int Struck = 0);

/// <summary>Counts in a row of a matrix, or of the whole question.</summary>
/// <param name="Row">Row of a matrix; null else.</param>
/// <param name="Answered">People whose answers they are: what the shares are parts of.</param>
/// <param name="Counts">People at each option or mark; empty where too few answered the row.</param>
public sealed record RowResult(LocalizedText? Row, int Answered, IReadOnlyList<int> Counts)
{
    /// <summary>Share of a count in tenths of a per cent, rounded half up; never above a thousand.</summary>
    public int PerMille(int place) => Rounded.PerMille(Counts[place], Answered);
}

/// <summary>How an indicator of the source is reached.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Level">Its level.</param>
/// <param name="Asked">Share that the source asks for, in tenths of a per cent.</param>
/// <param name="Pooled">Share of all people who answered.</param>
/// <param name="MeanOfShares">
/// Mean of the shares of the groups, each weighing alike however many people are in it: what some reports print, and another figure. Null where
/// answers are not told apart or a group is not shown.
/// </param>
public sealed record TargetResult(StudyIndicator Indicator, KirkpatrickLevel Level, int Asked, int Pooled, int? MeanOfShares)
{
    /// <summary>Whether it is reached.</summary>
    public bool IsReached => Pooled >= Asked;
}

/// <summary>The result of a question in one group.</summary>
/// <param name="Answered">People of the group who answered; null where it is not shown.</param>
/// <param name="Counts">People at each option or mark; empty where it is not shown, and for a matrix.</param>
/// <param name="Mean">Mean of a scale in hundredths.</param>
public sealed record GroupResult(int? Answered, IReadOnlyList<int> Counts, int? Mean);

/// <summary>Own words.</summary>
public sealed record WordsResult(Guid Id, string Words);
