namespace TeacherCpd.Domain.Assessment;

/// <summary>What a criterion counts for in the grade.</summary>
/// <param name="CriterionId">Criterion.</param>
/// <param name="Weight">Weight, 1 to 10.</param>
/// <param name="IsDecisive">Whether its unsatisfactory level makes the whole unsatisfactory.</param>
public sealed record CriterionRule(Guid CriterionId, int Weight, bool IsDecisive);

/// <summary>
/// The table of a rubric: how the grade of a portfolio follows from the levels of its criteria. The page shows it before a sheet is
/// signed. The sources give no weights, so a rubric that says nothing has the plainest fair table: one unsatisfactory criterion
/// makes the whole unsatisfactory; more than half good makes it good; anything else is satisfactory.
/// </summary>
/// <param name="Criteria">All criteria of the rubric.</param>
/// <param name="UnsatisfactoryPercent">The whole is unsatisfactory where more than this share of the weight is, 0 to 99.</param>
/// <param name="GoodPercent">The whole is good where more than this share of the weight is, 0 to 99.</param>
public sealed record GradeRule(IReadOnlyList<CriterionRule> Criteria, int UnsatisfactoryPercent, int GoodPercent)
{
    /// <summary>Largest weight of a criterion; the smallest is 1.</summary>
    public const int MostWeight = 10;

    /// <summary>Largest share that a table may name, in per cent; the smallest is 0.</summary>
    public const int MostPercent = 99;

    /// <summary>More than this share of the weight has to be good where a rubric says nothing, in per cent.</summary>
    public const int Half = 50;

    /// <summary>Whether all criteria weigh the same.</summary>
    public bool IsEven => Criteria.All(c => c.Weight == Criteria[0].Weight);

    /// <summary>The table of a rubric that says nothing.</summary>
    /// <param name="criteria">Its criteria.</param>
    public static GradeRule Plain(IEnumerable<Guid> criteria) => new([.. criteria.Select(id => new CriterionRule(id, 1, false))], 0, Half);

    /// <summary>Recommended for certification: good or satisfactory (2022 report, lines 2956 to 3044).</summary>
    public static bool IsRecommended(Grade grade) => grade is Grade.Good or Grade.Satisfactory;

    /// <summary>Whether a level more in a single criterion would make the grade better.</summary>
    /// <param name="levels">The level of each criterion of the table.</param>
    public bool IsNearLine(IReadOnlyDictionary<Guid, Grade> levels)
    {
        var grade = Of(levels);
        return Criteria.Any(c => levels[c.CriterionId] < Grade.Good
            && Of(new Dictionary<Guid, Grade>(levels) { [c.CriterionId] = levels[c.CriterionId] + 1 }) > grade);
    }

    /// <summary>The grade for the levels of all criteria.</summary>
    /// <param name="levels">The level of each criterion of the table; those of others are passed over.</param>
    /// <exception cref="ArgumentException">There is no criterion, or one without a level.</exception>
    public Grade Of(IReadOnlyDictionary<Guid, Grade> levels)
    {
        if (Criteria.Count == 0 || Criteria.Any(c => !levels.ContainsKey(c.CriterionId)))
        {
            throw new ArgumentException("A grade needs a level for each criterion, of one at least.", nameof(levels));
        }

        var all = Criteria.Sum(c => c.Weight);
        if (Criteria.Any(c => c.IsDecisive && levels[c.CriterionId] == Grade.Unsatisfactory)
            || Weight(Grade.Unsatisfactory) * 100 > all * UnsatisfactoryPercent)
        {
            return Grade.Unsatisfactory;
        }

        return Weight(Grade.Good) * 100 > all * GoodPercent ? Grade.Good : Grade.Satisfactory;

        int Weight(Grade level) => Criteria.Where(c => levels[c.CriterionId] == level).Sum(c => c.Weight);
    }
}
