namespace TeacherCpd.Domain.Assessment;

/// <summary>
/// How the grade of a portfolio follows from the levels of its criteria. The sources give no weights, so the rule is
/// the plainest fair one, and the page shows it before a sheet is signed: one unsatisfactory criterion makes the whole
/// unsatisfactory; more than half good makes it good; anything else is satisfactory.
/// </summary>
public static class GradeRule
{
    /// <summary>The grade for the levels of all criteria.</summary>
    /// <param name="levels">One level for each criterion, in any order; at least one.</param>
    /// <exception cref="ArgumentException">No level was given.</exception>
    public static Grade Of(IReadOnlyCollection<Grade> levels)
    {
        if (levels.Count == 0)
        {
            throw new ArgumentException("A grade needs at least one criterion.", nameof(levels));
        }

        if (levels.Contains(Grade.Unsatisfactory))
        {
            return Grade.Unsatisfactory;
        }

        return levels.Count(l => l == Grade.Good) * 2 > levels.Count ? Grade.Good : Grade.Satisfactory;
    }

    /// <summary>Recommended for certification: good or satisfactory (2022 report, lines 2956 to 3044).</summary>
    public static bool IsRecommended(Grade grade) => grade is Grade.Good or Grade.Satisfactory;
}
