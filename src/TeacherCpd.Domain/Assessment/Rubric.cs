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

/// <summary>A rubric: criteria with a descriptor for each grade. Sheets keep the rubric they were filled by.</summary>
public sealed class Rubric : Aggregate
{
    private readonly List<RubricCriterion> criteria = [];

    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Criteria in order.</summary>
    public IReadOnlyCollection<RubricCriterion> Criteria => criteria;

    /// <summary>Adds a criterion at the end.</summary>
    public void Add(string code, LocalizedText title, LocalizedText unsatisfactory, LocalizedText satisfactory, LocalizedText good) =>
        criteria.Add(new RubricCriterion
        {
            RubricId = Id,
            Order = criteria.Count + 1,
            Code = code,
            Title = title,
            Unsatisfactory = unsatisfactory,
            Satisfactory = satisfactory,
            Good = good,
        });
}

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
}
