namespace TeacherCpd.Domain.Studies;

/// <summary>
/// Which groups of people are not shown. A group smaller than the setting tells what its members answered; one hidden group beside others and
/// the whole can be computed from them. So small groups are hidden, and the smallest others with them until what is hidden is at least two
/// groups and together not small.
/// </summary>
public static class SmallGroups
{
    /// <summary>The places of the groups that are hidden.</summary>
    /// <param name="sizes">People of each group, which together are the whole; nobody is in two.</param>
    /// <param name="least">People from which a group is shown, from 1.</param>
    public static IReadOnlySet<int> Hidden(IReadOnlyList<int> sizes, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        var hidden = Enumerable.Range(0, sizes.Count).Where(i => sizes[i] > 0 && sizes[i] < least).ToHashSet();
        if (hidden.Count == 0)
        {
            return hidden;
        }

        foreach (var next in Enumerable.Range(0, sizes.Count).Where(i => sizes[i] >= least).OrderBy(i => sizes[i]).ThenBy(i => i))
        {
            if (hidden.Count >= 2 && hidden.Sum(i => sizes[i]) >= least)
            {
                break;
            }

            hidden.Add(next);
        }

        return hidden;
    }
}
