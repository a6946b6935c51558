using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>Where the grading of a version is.</summary>
public enum GradingStatus
{
    /// <summary>One or two assessors mark it.</summary>
    Marking,

    /// <summary>Two differ; a third marks the criteria in which they do.</summary>
    ThirdMarking,

    /// <summary>It is in the sample that a moderator looks at.</summary>
    Moderation,

    /// <summary>The grade is known and waits until the results of the group are told.</summary>
    Graded,

    /// <summary>The grade is told.</summary>
    Released,
}

/// <summary>
/// The grading of one version of a portfolio: which sheets it needs, and the grade that follows from them. Two assessors do not
/// see each other's sheet, and the third sees neither: a grade is agreed by what was seen, not by talking.
/// </summary>
public sealed class Grading : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<GradingStatus> States = new(
        (GradingStatus.Marking, [GradingStatus.ThirdMarking, GradingStatus.Moderation, GradingStatus.Graded]),
        (GradingStatus.ThirdMarking, [GradingStatus.Moderation, GradingStatus.Graded]),
        (GradingStatus.Moderation, [GradingStatus.Graded]),
        (GradingStatus.Graded, [GradingStatus.Released]));

    /// <summary>Version that is graded.</summary>
    public required Guid PortfolioVersionId { get; init; }

    /// <summary>Rubric of all its sheets.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>How many assessors mark it by themselves.</summary>
    public required Marking Marking { get; init; }

    /// <summary>State.</summary>
    public GradingStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Whether a moderator looks at it because a severe assessor marked it alone and it is near the line.</summary>
    public bool IsSecondLook { get; private set; }

    /// <summary>The grade that the marks of the assessors gave; null before.</summary>
    public Grade? Before { get; private set; }

    /// <summary>The grade: after moderation, where there was one, and after an appeal that changed it; null before.</summary>
    public Grade? Grade { get; private set; }

    /// <summary>When it was told (UTC).</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Begins the grading of a version.</summary>
    public static Grading Begin(Guid versionId, Guid rubricId, Marking marking, DateTime at) => new()
    {
        PortfolioVersionId = versionId,
        RubricId = rubricId,
        Marking = marking,
        StatusSince = at,
    };

    /// <summary>The place of the sheet that is needed next; null while those that are out are not signed, and when none is.</summary>
    /// <param name="sheets">Sheets of this grading that were not given back.</param>
    public SheetRole? Needs(IReadOnlyCollection<RubricSheet> sheets) => Status switch
    {
        GradingStatus.Marking when !Has(sheets, SheetRole.First) => SheetRole.First,
        GradingStatus.Marking when Marking == Marking.TwoAssessors && !Has(sheets, SheetRole.Second) => SheetRole.Second,
        GradingStatus.ThirdMarking when !Has(sheets, SheetRole.Third) => SheetRole.Third,
        GradingStatus.Moderation when !Has(sheets, SheetRole.Moderation) => SheetRole.Moderation,
        _ => null,
    };

    /// <summary>The criteria in which the two assessors differ, in no order; empty for one assessor.</summary>
    /// <param name="sheets">Sheets of this grading.</param>
    public static IReadOnlyList<Guid> Differences(IReadOnlyCollection<RubricSheet> sheets)
    {
        var first = Signed(sheets, SheetRole.First);
        var second = Signed(sheets, SheetRole.Second);
        return first is null || second is null
            ? []
            : [.. first.Marks.Where(m => second.Marks.First(o => o.CriterionId == m.CriterionId).Level != m.Level).Select(m => m.CriterionId)];
    }

    /// <summary>
    /// The level of each criterion as the signed sheets give it: that of the appeal where it was upheld, else of the moderator,
    /// else of the third assessor where the two differ, else of the first.
    /// </summary>
    /// <param name="sheets">Sheets of this grading.</param>
    /// <param name="isAppealUpheld">Whether an appeal changed the grade.</param>
    public static IReadOnlyDictionary<Guid, Grade> Levels(IReadOnlyCollection<RubricSheet> sheets, bool isAppealUpheld = false)
    {
        var levels = new Dictionary<Guid, Grade>();
        SheetRole[] roles = [SheetRole.First, SheetRole.Third, SheetRole.Moderation];
        foreach (var role in isAppealUpheld ? [.. roles, SheetRole.Appeal] : roles)
        {
            foreach (var mark in Signed(sheets, role)?.Marks.Where(m => m.Level is not null) ?? [])
            {
                levels[mark.CriterionId] = mark.Level!.Value;
            }
        }

        return levels;
    }

    /// <summary>
    /// Goes on after a sheet was signed: waits for the other assessor, asks for a third, hands over to the moderator, or is graded.
    /// </summary>
    /// <param name="sheets">Sheets of this grading that were not given back.</param>
    /// <param name="rule">Table of its rubric.</param>
    /// <param name="isSampled">Whether it is in the moderator's sample.</param>
    /// <param name="isSevere">Whether the one assessor marks lower than others do.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Settle(IReadOnlyCollection<RubricSheet> sheets, GradeRule rule, bool isSampled, bool isSevere, DateTime at)
    {
        switch (Status)
        {
            case GradingStatus.Marking when Signed(sheets, SheetRole.First) is null
                || (Marking == Marking.TwoAssessors && Signed(sheets, SheetRole.Second) is null):
                return null;
            case GradingStatus.Marking when Differences(sheets).Count > 0:
                return Enter(GradingStatus.ThirdMarking, at);
            case GradingStatus.ThirdMarking when Signed(sheets, SheetRole.Third) is null:
            case GradingStatus.Moderation when Signed(sheets, SheetRole.Moderation) is null:
                return null;
        }

        var levels = Levels(sheets);
        var grade = rule.Of(levels);
        var isFirstGrade = Status != GradingStatus.Moderation;
        Before = isFirstGrade ? grade : Before;
        IsSecondLook = isFirstGrade ? isSevere && Marking == Marking.OneAssessor && rule.IsNearLine(levels) : IsSecondLook;
        var next = isFirstGrade && (isSampled || IsSecondLook) ? GradingStatus.Moderation : GradingStatus.Graded;
        Grade = next == GradingStatus.Graded ? grade : null;
        return Enter(next, at);
    }

    /// <summary>The grade is told.</summary>
    public Error? Release(DateTime at)
    {
        var error = Enter(GradingStatus.Released, at);
        ReleasedAt = error is null ? at : ReleasedAt;
        return error;
    }

    /// <summary>An appeal gave a better grade; a worse one changes nothing: nobody loses by asking.</summary>
    /// <param name="grade">Grade of the appeal.</param>
    /// <returns>Whether the grade changed.</returns>
    public bool Improve(Grade grade)
    {
        if (Status != GradingStatus.Released || grade <= Grade)
        {
            return false;
        }

        Grade = grade;
        return true;
    }

    private static RubricSheet? Signed(IReadOnlyCollection<RubricSheet> sheets, SheetRole role) =>
        sheets.FirstOrDefault(s => s.Role == role && s.SignedAt is not null && s.ReturnedAt is null);

    private static bool Has(IReadOnlyCollection<RubricSheet> sheets, SheetRole role) => sheets.Any(s => s.Role == role && s.ReturnedAt is null);

    private StepNotAllowed? Enter(GradingStatus to, DateTime at)
    {
        if (States.Check(Status, to) is { } error)
        {
            return error;
        }

        Status = to;
        StatusSince = at;
        return null;
    }
}
