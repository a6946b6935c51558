namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// Until when a category counts. The term stands still while the person is away (paragraph 29): what was left of it goes on after the
/// return, and never for longer than the years that the edition names.
/// </summary>
public static class CategoryTerm
{
    /// <summary>Last day on which the category counts; null while it has no term or the person is away.</summary>
    /// <param name="validUntil">Last day as given.</param>
    /// <param name="grantedOn">Day of the award.</param>
    /// <param name="pauses">Times away, with first and last day; null for not back yet. In any order; they may overlap.</param>
    /// <param name="keepYears">Most years that are kept after the return.</param>
    public static DateOnly? Ends(
        DateOnly? validUntil, DateOnly grantedOn, IEnumerable<(DateOnly From, DateOnly? To)> pauses, int keepYears)
    {
        if (validUntil is not { } ends)
        {
            return null;
        }

        foreach (var (from, to) in Merged(pauses).Where(p => p.To is null || p.To >= grantedOn))
        {
            if (from > ends)
            {
                break;
            }

            if (to is not { } back)
            {
                return null;
            }

            var began = from < grantedOn ? grantedOn : from;
            var left = ends.DayNumber - began.DayNumber;
            var goesOn = back.AddDays(left + 1);
            var most = back.AddYears(keepYears);
            ends = goesOn <= most ? goesOn : most > ends ? most : ends;
        }

        return ends;
    }

    private static List<(DateOnly From, DateOnly? To)> Merged(IEnumerable<(DateOnly From, DateOnly? To)> pauses)
    {
        var merged = new List<(DateOnly From, DateOnly? To)>();
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            if (merged.Count > 0 && (merged[^1].To is not { } last || last >= pause.From.AddDays(-1)))
            {
                merged[^1] = (merged[^1].From, Later(merged[^1].To, pause.To));
            }
            else
            {
                merged.Add(pause);
            }
        }

        return merged;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one > other ? one : other;
}
