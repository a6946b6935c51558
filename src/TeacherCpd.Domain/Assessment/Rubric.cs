using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>The three grades of the source, from low to high.</summary>
public enum Grade
{
    /// <summary>Қанағаттанарлықсыз.</summary>
    Unsatisfactory,

    /// <summary>Қанағаттанарлық.</summary>
    Satisfactory,

    /// <summary>Жақсы.</summary>
    Good,
}

/// <summary>The version of the rubric is published: it does not change any more, a change makes a new version.</summary>
public sealed record RubricPublished() : Error("rubric_published", ErrorKind.Conflict);

/// <summary>The newest version of the rubric is still a draft: it is written on, no second one is begun.</summary>
public sealed record RubricDraftThere() : Error("rubric_draft_there", ErrorKind.Conflict);

/// <summary>
/// A version of a rubric: criteria with a descriptor for each grade, and the table by which the grade follows. It is a draft until
/// it is published, and does not change afterwards: sheets keep the version they were begun by, whatever is published meanwhile.
/// </summary>
public sealed class Rubric : Aggregate
{
    /// <summary>Most criteria.</summary>
    public const int MostCriteria = 12;

    /// <summary>Longest code of a rubric and of a criterion, in characters.</summary>
    public const int CodeLength = 20;

    /// <summary>Longest title of a rubric and of a criterion, in characters.</summary>
    public const int TitleLength = 400;

    /// <summary>Longest descriptor of a level, in characters.</summary>
    public const int DescriptorLength = 1000;

    private readonly List<RubricCriterion> criteria = [];
    private LocalizedText title = null!;
    private int unsatisfactoryPercent;
    private int goodPercent = GradeRule.Half;
    private DateTime? publishedAt;

    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Training centre that writes it; null: the whole country.</summary>
    public Guid? CentreId { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get => title; init => title = value; }

    /// <summary>The whole is unsatisfactory where more than this share of the weight is, 0 to 99 per cent.</summary>
    public int UnsatisfactoryPercent { get => unsatisfactoryPercent; init => unsatisfactoryPercent = value; }

    /// <summary>The whole is good where more than this share of the weight is, 0 to 99 per cent.</summary>
    public int GoodPercent { get => goodPercent; init => goodPercent = value; }

    /// <summary>When it was published (UTC); null while it is a draft.</summary>
    public DateTime? PublishedAt { get => publishedAt; init => publishedAt = value; }

    /// <summary>Criteria in order.</summary>
    public IReadOnlyCollection<RubricCriterion> Criteria => criteria;

    /// <summary>The table by which the grade follows.</summary>
    public GradeRule Rule => new(
        [.. criteria.OrderBy(c => c.Order).Select(c => new CriterionRule(c.Id, c.Weight, c.IsDecisive))], unsatisfactoryPercent, goodPercent);

    /// <summary>All that its developers wrote.</summary>
    public RubricContent Content => new(title, unsatisfactoryPercent, goodPercent, [.. criteria.OrderBy(c => c.Order).Select(c => c.Content)]);

    /// <summary>The first version, as a draft.</summary>
    public static Rubric Draft(Guid id, string code, Guid? centreId, RubricContent content)
    {
        var rubric = new Rubric
        {
            Id = id,
            Code = code,
            Number = 1,
            CentreId = centreId,
            Title = content.Title,
        };
        rubric.Write(content);
        return rubric;
    }

    /// <summary>Adds a criterion at the end.</summary>
    public void Add(CriterionContent content) => criteria.Add(RubricCriterion.Of(Id, criteria.Count + 1, content));

    /// <summary>Writes a draft anew.</summary>
    public RubricPublished? Revise(RubricContent content)
    {
        if (publishedAt is not null)
        {
            return new RubricPublished();
        }

        Write(content);
        return null;
    }

    /// <summary>Publishes a draft: plans may name it, and it does not change any more.</summary>
    /// <param name="at">Moment (UTC).</param>
    public RubricPublished? Publish(DateTime at)
    {
        if (publishedAt is not null)
        {
            return new RubricPublished();
        }

        publishedAt = at;
        return null;
    }

    /// <summary>A draft of the next version, with the same content.</summary>
    /// <param name="id">Id of the draft.</param>
    /// <param name="draft">The draft; null where it was refused.</param>
    public RubricDraftThere? DraftNext(Guid id, out Rubric? draft)
    {
        draft = null;
        if (publishedAt is null)
        {
            return new RubricDraftThere();
        }

        draft = new Rubric
        {
            Id = id,
            Code = Code,
            Number = Number + 1,
            CentreId = CentreId,
            Title = title,
        };
        draft.Write(Content);
        return null;
    }

    private void Write(RubricContent content)
    {
        // rows that stay as they are do not show in the audit
        if (!Content.Criteria.SequenceEqual(content.Criteria))
        {
            criteria.Clear();
            foreach (var criterion in content.Criteria)
            {
                Add(criterion);
            }
        }

        title = content.Title;
        unsatisfactoryPercent = content.UnsatisfactoryPercent;
        goodPercent = content.GoodPercent;
    }
}

/// <summary>What the developers of a rubric write.</summary>
/// <param name="Title">Title.</param>
/// <param name="UnsatisfactoryPercent">See <see cref="GradeRule"/>.</param>
/// <param name="GoodPercent">See <see cref="GradeRule"/>.</param>
/// <param name="Criteria">Criteria in order, 1 to 12.</param>
public sealed record RubricContent(LocalizedText Title, int UnsatisfactoryPercent, int GoodPercent, IReadOnlyList<CriterionContent> Criteria);

/// <summary>What they write about a criterion.</summary>
/// <param name="Code">Code, the same in every version in which the criterion means the same.</param>
/// <param name="Title">Title.</param>
/// <param name="Unsatisfactory">What unsatisfactory work looks like.</param>
/// <param name="Satisfactory">What satisfactory work looks like.</param>
/// <param name="Good">What good work looks like.</param>
/// <param name="Weight">Weight, 1 to 10.</param>
/// <param name="IsDecisive">Whether its unsatisfactory level makes the whole unsatisfactory.</param>
public sealed record CriterionContent(
    string Code, LocalizedText Title, LocalizedText Unsatisfactory, LocalizedText Satisfactory, LocalizedText Good, int Weight = 1, bool IsDecisive = false);

/// <summary>A criterion with the descriptor of each level.</summary>
public sealed class RubricCriterion : Entity
{
    /// <summary>Rubric.</summary>
    public Guid RubricId { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public int Order { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What unsatisfactory work looks like.</summary>
    public required LocalizedText Unsatisfactory { get; init; }

    /// <summary>What satisfactory work looks like.</summary>
    public required LocalizedText Satisfactory { get; init; }

    /// <summary>What good work looks like.</summary>
    public required LocalizedText Good { get; init; }

    /// <summary>Weight in the grade, 1 to 10.</summary>
    public required int Weight { get; init; }

    /// <summary>Whether its unsatisfactory level makes the whole unsatisfactory.</summary>
    public required bool IsDecisive { get; init; }

    /// <summary>What the developers wrote.</summary>
    public CriterionContent Content => new(Code, Title, Unsatisfactory, Satisfactory, Good, Weight, IsDecisive);

    internal static RubricCriterion Of(Guid rubricId, int order, CriterionContent content) => new()
    {
        RubricId = rubricId,
        Order = order,
        Code = content.Code,
        Title = content.Title,
        Unsatisfactory = content.Unsatisfactory,
        Satisfactory = content.Satisfactory,
        Good = content.Good,
        Weight = content.Weight,
        IsDecisive = content.IsDecisive,
    };
}
