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

/// <summary>A level of the sheet is missing for a criterion.</summary>
public sealed record CriterionNotMarked() : Error("criterion_not_marked", ErrorKind.Invalid);

/// <summary>The sheet is signed and does not change any more.</summary>
public sealed record SheetAlreadySigned() : Error("sheet_already_signed", ErrorKind.Conflict);

/// <summary>
/// One person's rubric for one version of a portfolio: formative by the trainer, summative by an independent
/// assessor. It is bound to that version, saved as a draft as often as wanted, and frozen when signed.
/// </summary>
public sealed class RubricSheet : Aggregate
{
    private readonly List<RubricMark> marks = [];

    /// <summary>Version of the portfolio that was read.</summary>
    public required Guid PortfolioVersionId { get; init; }

    /// <summary>Stage.</summary>
    public required AssessmentStage Stage { get; init; }

    /// <summary>Rubric.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>Person who fills the sheet.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was signed (UTC); null while it is a draft.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>Words to the teacher about the whole, up to 4000 characters.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>Grade; only on a signed summative sheet.</summary>
    public Grade? Grade { get; private set; }

    /// <summary>Marks, one a criterion.</summary>
    public IReadOnlyCollection<RubricMark> Marks => marks;

    /// <summary>Saves the marks so far; criteria may still be open.</summary>
    /// <param name="entries">Criterion, level or null, comment.</param>
    /// <param name="comment">Words about the whole.</param>
    public SheetAlreadySigned? SaveDraft(IEnumerable<(Guid CriterionId, Grade? Level, string Comment)> entries, string comment)
    {
        if (SignedAt is not null)
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
        return null;
    }

    /// <summary>Signs the sheet; a summative one gets its grade by <see cref="GradeRule"/>.</summary>
    /// <param name="criteria">Ids of all criteria of the rubric; each needs a level.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Sign(IReadOnlyCollection<Guid> criteria, DateTime at)
    {
        if (SignedAt is not null)
        {
            return new SheetAlreadySigned();
        }

        if (criteria.Any(c => !marks.Exists(m => m.CriterionId == c && m.Level is not null)))
        {
            return new CriterionNotMarked();
        }

        SignedAt = at;
        Grade = Stage == AssessmentStage.Summative
            ? GradeRule.Of([.. marks.Where(m => criteria.Contains(m.CriterionId)).Select(m => m.Level!.Value)])
            : null;
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
