using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Domain.Assessment;

/// <summary>How many assessors grade a portfolio by themselves.</summary>
public enum Marking
{
    /// <summary>One.</summary>
    OneAssessor,

    /// <summary>Two, who do not see each other's sheet; where they differ, a third marks the criteria in which they do.</summary>
    TwoAssessors,
}

/// <summary>What follows when a check reaches the threshold. No law says it, so the plan does.</summary>
public enum OriginalityConsequence
{
    /// <summary>It is said to the teacher and shown to whoever reads the work.</summary>
    Warning,

    /// <summary>A case is opened, in which the teacher is heard and a person decides.</summary>
    Case,

    /// <summary>A case is opened, and the work is not assessed before its verdict.</summary>
    Hold,
}

/// <summary>
/// A new edition of a plan comes into force on a day that is over, is today, or does not lie after the edition before it:
/// groups that have begun keep theirs.
/// </summary>
/// <param name="After">Day after which it has to come into force.</param>
public sealed record PlanNotLater(DateOnly After) : Error("plan_not_later", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "InForceFrom";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [After];
}

/// <summary>
/// How the portfolios of a version of a programme are handed in, checked and assessed. The sources leave it to each programme
/// (2022 report, lines 3134 to 3149) and give neither a threshold nor deadlines, so every edition says who set it and from
/// when; it never changes. A group keeps the edition that was in force on its first day.
/// </summary>
public sealed class AssessmentPlan : Aggregate
{
    /// <summary>Most reports of one portfolio.</summary>
    public const int MostReports = 12;

    /// <summary>Longest basis, in characters.</summary>
    public const int BasisLength = 500;

    /// <summary>Most days between a deadline and the last day of the course.</summary>
    public const int MostDays = 400;

    /// <summary>Version of the programme.</summary>
    public required Guid ProgrammeVersionId { get; init; }

    /// <summary>Number of the edition, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First day on which a group that begins follows it; null for the first edition, which has no day before it.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>Rubric by which is assessed.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>Reports of a portfolio, 1 to 12: the courses for heads have about four (2022 report, lines 2973 to 3119).</summary>
    public int Reports { get; init; } = 1;

    /// <summary>Whether a presentation belongs to it.</summary>
    public bool HasPresentation { get; init; }

    /// <summary>Whether the originality of the reports is checked; five of the seven programmes of 2022 did.</summary>
    public bool IsChecked { get; init; } = true;

    /// <summary>Matched words of a thousand from which the consequence follows, 1 to 1000; null: none follows.</summary>
    public int? ThresholdPermille { get; init; }

    /// <summary>What follows.</summary>
    public OriginalityConsequence Consequence { get; init; }

    /// <summary>Last day of the first version, in days after the last day of the course (before it: negative); null: while the course lasts.</summary>
    public int? FormativeDays { get; init; }

    /// <summary>Last day of the version for the grade, counted alike; null: until the group is closed.</summary>
    public int? SummativeDays { get; init; }

    /// <summary>How many assessors.</summary>
    public Marking Marking { get; init; }

    /// <summary>Share of the graded portfolios that a moderator looks at, 0 to 100 per cent.</summary>
    public int ModerationPercent { get; init; }

    /// <summary>Whether the results of a group are told together, when somebody releases them; otherwise each as soon as it is known.</summary>
    public bool ReleasesTogether { get; init; }

    /// <summary>Calendar days after the result was told in which an appeal may be lodged, 1 to 90.</summary>
    public int AppealDays { get; init; } = 10;

    /// <summary>Document or decision that sets all this.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Parts of a portfolio, in order.</summary>
    public IReadOnlyList<PortfolioPart> Parts =>
    [
        .. Enumerable.Range(1, Reports).Select(number => new PortfolioPart(MaterialKind.Report, number)),
        .. Enumerable.Repeat(new PortfolioPart(MaterialKind.Presentation, 1), HasPresentation ? 1 : 0),
    ];

    /// <summary>Why this edition cannot follow another; null when it can.</summary>
    /// <param name="before">The newest edition so far.</param>
    /// <param name="today">Today.</param>
    public Error? Follows(AssessmentPlan before, DateOnly today)
    {
        var after = before.InForceFrom is { } last && last > today ? last : today;
        return InForceFrom > after ? null : new PlanNotLater(after);
    }

    /// <summary>Whether the originality of a part is checked: reports are, where the plan says so; a presentation is not.</summary>
    public bool Checks(MaterialKind kind) => IsChecked && kind == MaterialKind.Report;

    /// <summary>Last day on which a version is taken; null where the plan sets none.</summary>
    /// <param name="stage">Stage of the version.</param>
    /// <param name="endsOn">Last day of the course.</param>
    public DateOnly? DueOn(AssessmentStage stage, DateOnly endsOn) =>
        (stage == AssessmentStage.Formative ? FormativeDays : SummativeDays) is { } days ? endsOn.AddDays(days) : null;

    /// <summary>Last day on which a version may come as long as the course goes on: the day of the plan, or the last of the course.</summary>
    /// <param name="stage">Stage of the version.</param>
    /// <param name="endsOn">Last day of the course.</param>
    public DateOnly LastDayOf(AssessmentStage stage, DateOnly endsOn) => DueOn(stage, endsOn) ?? endsOn;

    /// <summary>Whether a result reaches the threshold; a text that was not checked does not.</summary>
    public bool Reaches(int? permille) => permille >= ThresholdPermille;

    /// <summary>The first edition of a version: one report, checked, marked once.</summary>
    /// <param name="programmeVersionId">Version of the programme.</param>
    /// <param name="rubricId">Rubric.</param>
    public static AssessmentPlan First(Guid programmeVersionId, Guid rubricId) =>
        new() { ProgrammeVersionId = programmeVersionId, Number = 1, RubricId = rubricId };

    /// <summary>The same as the first edition of another version.</summary>
    /// <param name="programmeVersionId">That version.</param>
    public AssessmentPlan CopyFor(Guid programmeVersionId) => new()
    {
        ProgrammeVersionId = programmeVersionId,
        Number = 1,
        RubricId = RubricId,
        Reports = Reports,
        HasPresentation = HasPresentation,
        IsChecked = IsChecked,
        ThresholdPermille = ThresholdPermille,
        Consequence = Consequence,
        FormativeDays = FormativeDays,
        SummativeDays = SummativeDays,
        Marking = Marking,
        ModerationPercent = ModerationPercent,
        ReleasesTogether = ReleasesTogether,
        AppealDays = AppealDays,
        Basis = Basis,
    };
}
