using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>The stage a check or a sheet belongs to.</summary>
public enum AssessmentStage
{
    /// <summary>Formative (ҚБ): feedback between two versions, no grade.</summary>
    Formative,

    /// <summary>Summative (ЖБ): the independent grade.</summary>
    Summative,
}

/// <summary>What a sheet is for.</summary>
public enum SheetRole
{
    /// <summary>The trainer's feedback between two versions; no grade.</summary>
    Feedback,

    /// <summary>The grade of the first assessor.</summary>
    First,

    /// <summary>The grade of the second, who does not see the first.</summary>
    Second,

    /// <summary>The third, for the criteria in which the two differ.</summary>
    Third,

    /// <summary>A moderator, who sees what the assessors marked.</summary>
    Moderation,

    /// <summary>Another assessor after an appeal, who sees no earlier marks.</summary>
    Appeal,

    /// <summary>The levels of an example, on which moderators agreed; gives nobody a grade.</summary>
    Agreed,

    /// <summary>An assessor marks an example and knows it; gives nobody a grade.</summary>
    Practice,

    /// <summary>An assessor marks an example that came among other work; gives nobody a grade.</summary>
    Seed,
}

/// <summary>Sheets by what comes of them.</summary>
public static class SheetRoles
{
    /// <summary>Sheets from which a grade follows.</summary>
    public static readonly IReadOnlyList<SheetRole> OfGrading = [SheetRole.First, SheetRole.Second, SheetRole.Third, SheetRole.Moderation, SheetRole.Appeal];

    /// <summary>An assessor's sheets by an example.</summary>
    public static readonly IReadOnlyList<SheetRole> ByExample = [SheetRole.Practice, SheetRole.Seed];

    /// <summary>Sheets with which an assessor's own are compared.</summary>
    public static readonly IReadOnlyList<SheetRole> References = [SheetRole.First, SheetRole.Second, SheetRole.Moderation, SheetRole.Appeal, SheetRole.Agreed];

    /// <summary>The role as whoever fills the sheet sees it: a seed looks like other work.</summary>
    public static SheetRole Shown(this SheetRole role) => role == SheetRole.Seed ? SheetRole.First : role;
}

/// <summary>A level of the sheet is missing for a criterion.</summary>
public sealed record CriterionNotMarked() : Error("criterion_not_marked", ErrorKind.Invalid);

/// <summary>The sheet is signed and does not change any more.</summary>
public sealed record SheetAlreadySigned() : Error("sheet_already_signed", ErrorKind.Conflict);

/// <summary>The sheet was saved elsewhere since the form was shown; nothing of either is lost.</summary>
/// <param name="At">When it was saved (UTC).</param>
public sealed record SheetSavedElsewhere(DateTime At) : Error("sheet_saved_elsewhere", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [At];
}

/// <summary>
/// One person's rubric for one version of a portfolio: formative by the trainer, summative by independent assessors. It is
/// bound to that version, saved as a draft as often as wanted, and frozen when signed.
/// </summary>
public sealed class RubricSheet : Aggregate
{
    /// <summary>Longest reason for giving it back, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<RubricMark> marks = [];

    /// <summary>Version of the portfolio that was read.</summary>
    public required Guid PortfolioVersionId { get; init; }

    /// <summary>What it is for.</summary>
    public required SheetRole Role { get; init; }

    /// <summary>How many sheets of the same role for the version were given back before it.</summary>
    public int Turn { get; init; }

    /// <summary>Stage.</summary>
    public AssessmentStage Stage => Role == SheetRole.Feedback ? AssessmentStage.Formative : AssessmentStage.Summative;

    /// <summary>Rubric.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>Person who fills the sheet.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was signed (UTC); null while it is a draft.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>When its draft was last saved (UTC); null before.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>How often its draft was saved.</summary>
    public int Saves { get; private set; }

    /// <summary>When it was given back unsigned (UTC), for another to mark; null usually.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>Why it was given back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Words to the teacher about the whole, up to 4000 characters.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>Grade; only on a signed sheet of an assessor or moderator for the whole work.</summary>
    public Grade? Grade { get; private set; }

    /// <summary>Marks, one a criterion.</summary>
    public IReadOnlyCollection<RubricMark> Marks => marks;

    private bool IsFrozen => SignedAt is not null || ReturnedAt is not null;

    /// <summary>Saves the marks so far; criteria may still be open.</summary>
    /// <param name="entries">Criterion, level or null, comment.</param>
    /// <param name="comment">Words about the whole.</param>
    /// <param name="at">Moment (UTC).</param>
    public SheetAlreadySigned? SaveDraft(IEnumerable<(Guid CriterionId, Grade? Level, string Comment)> entries, string comment, DateTime at)
    {
        if (IsFrozen)
        {
            return new SheetAlreadySigned();
        }

        foreach (var (criterionId, level, words) in entries)
        {
            var mark = marks.Find(m => m.CriterionId == criterionId);
            if (mark is null)
            {
                mark = new RubricMark { SheetId = Id, CriterionId = criterionId };
                marks.Add(mark);
            }

            mark.Set(level, words);
        }

        Comment = comment;
        SavedAt = at;
        Saves++;
        return null;
    }

    /// <summary>Whether it already says what is to be saved.</summary>
    public bool Says(IEnumerable<(Guid CriterionId, Grade? Level, string Comment)> entries, string comment) =>
        Comment == comment && entries.All(e => marks.Exists(m => m.CriterionId == e.CriterionId && m.Level == e.Level && m.Comment == e.Comment));

    /// <summary>Opens a mark for each criterion that is to be marked; those of other criteria stay out.</summary>
    /// <param name="criteria">Criteria.</param>
    public void Restrict(IEnumerable<Guid> criteria) => marks.AddRange(criteria.Select(id => new RubricMark { SheetId = Id, CriterionId = id }));

    /// <summary>Gives it back unsigned, for another to mark.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="at">Moment (UTC).</param>
    public SheetAlreadySigned? Return(string reason, DateTime at)
    {
        if (IsFrozen)
        {
            return new SheetAlreadySigned();
        }

        (ReturnedAt, ReturnReason) = (at, reason);
        return null;
    }

    /// <summary>Signs the sheet; one for the whole work needs a level for each criterion of the table, and gets its grade by it.</summary>
    /// <param name="rule">Table of its rubric.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Sign(GradeRule rule, DateTime at)
    {
        if (IsFrozen)
        {
            return new SheetAlreadySigned();
        }

        var levels = marks.Where(m => m.Level is not null).ToDictionary(m => m.CriterionId, m => m.Level!.Value);
        var wanted = Role == SheetRole.Third ? marks.Select(m => m.CriterionId) : rule.Criteria.Select(c => c.CriterionId);
        if (!wanted.All(levels.ContainsKey))
        {
            return new CriterionNotMarked();
        }

        SignedAt = at;
        Grade = Role is not (SheetRole.Feedback or SheetRole.Third) ? rule.Of(levels) : null;
        return null;
    }
}

/// <summary>Level and words for one criterion.</summary>
public sealed class RubricMark : Entity
{
    /// <summary>Sheet.</summary>
    public Guid SheetId { get; init; }

    /// <summary>Criterion.</summary>
    public Guid CriterionId { get; init; }

    /// <summary>Level; null while open.</summary>
    public Grade? Level { get; private set; }

    /// <summary>Words to the teacher, up to 2000 characters.</summary>
    public string Comment { get; private set; } = "";

    internal void Set(Grade? level, string comment)
    {
        Level = level;
        Comment = comment;
    }
}
