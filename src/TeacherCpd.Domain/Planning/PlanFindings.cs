namespace TeacherCpd.Domain.Planning;

/// <summary>What is to be looked at in a plan, or in a file with one.</summary>
public enum PlanFindingKind
{
    /// <summary>A deadline was not understood.</summary>
    DeadlineUnread,

    /// <summary>There is no deadline.</summary>
    DeadlineMissing,

    /// <summary>The same activity stands in the same time twice.</summary>
    Duplicate,

    /// <summary>One person is set on two activities on one day.</summary>
    Clash,

    /// <summary>Numbers are missing in the order of the printed ones.</summary>
    NumberGap,

    /// <summary>A printed number comes twice in a section.</summary>
    NumberRepeated,

    /// <summary>Nobody answers for the activity.</summary>
    NobodyResponsible,

    /// <summary>A row holds words but no activity; it is no item.</summary>
    RowLeftOut,

    /// <summary>The file speaks of another year than the plan.</summary>
    OtherYear,

    /// <summary>A text was longer than is kept; its end was cut off.</summary>
    Shortened,
}

/// <summary>Something to be looked at.</summary>
/// <param name="Kind">What.</param>
/// <param name="Row">Row of the file, or place in the plan.</param>
/// <param name="Words">The words that it is about.</param>
/// <param name="Other">What they meet: another row, a number, a day; may be empty.</param>
public sealed record PlanFinding(PlanFindingKind Kind, int Row, string Words, string Other = "");

/// <summary>An item as findings look at it.</summary>
/// <param name="Row">Row of the file, or place in the plan.</param>
/// <param name="Number">Printed number.</param>
/// <param name="Section">Section.</param>
/// <param name="Title">Activity.</param>
/// <param name="Windows">Its days.</param>
/// <param name="People">Who answers for it, whatever tells people apart.</param>
public sealed record PlanLook(int Row, string Number, string Section, string Title, IReadOnlyList<Window> Windows, IReadOnlyList<string> People);

/// <summary>Looks for what does not fit together in the items of a plan.</summary>
public static class PlanCheck
{
    /// <summary>Activities of the same words, spelling folded, that share days or have none both.</summary>
    public static IEnumerable<PlanFinding> Duplicates(IEnumerable<PlanLook> items) =>
        from same in items.GroupBy(i => PlanItem.KeyOf(i.Title))
        let list = same.ToList()
        from later in list.Select((item, i) => (Item: item, Index: i)).Skip(1)
        let earlier = list.Take(later.Index).FirstOrDefault(e => Meet(e.Windows, later.Item.Windows))
        where earlier is not null
        select new PlanFinding(PlanFindingKind.Duplicate, later.Item.Row, later.Item.Title, FormattableString.Invariant($"{earlier.Row}"));

    /// <summary>Activities of one day each to which the same person is set: who is at one is not at the other.</summary>
    public static IEnumerable<(string Person, DateOnly Day, PlanLook First, PlanLook Second)> Clashes(IEnumerable<PlanLook> items) =>
        from at in items.SelectMany(i => i.Windows.Where(w => w.IsOneDay).SelectMany(w => i.People.Select(p => (Person: p, Day: w.From, Item: i))))
        group at.Item by (at.Person, at.Day) into together
        let list = together.Distinct().ToList()
        from second in list.Skip(1)
        select (together.Key.Person, together.Key.Day, list[0], second);

    /// <summary>Printed numbers that are missing or come twice; each section counts from the first number it has.</summary>
    public static IEnumerable<PlanFinding> Numbers(IEnumerable<PlanLook> items)
    {
        foreach (var section in items.GroupBy(i => i.Section))
        {
            var seen = new HashSet<string>();
            (string Prefix, int Last)? before = null;
            foreach (var item in section.Where(i => i.Number.Length > 0))
            {
                if (!seen.Add(item.Number))
                {
                    yield return new PlanFinding(PlanFindingKind.NumberRepeated, item.Row, item.Number);
                }
                else if (Split(item.Number) is { } number)
                {
                    if (before is { } last && last.Prefix == number.Prefix && number.Last > last.Last + 1)
                    {
                        yield return new PlanFinding(PlanFindingKind.NumberGap, item.Row, FormattableString.Invariant($"{last.Prefix}{last.Last}"), item.Number);
                    }

                    before = number;
                }
            }
        }
    }

    // "17.2-34" is 34 after "17.2-"
    private static (string Prefix, int Last)? Split(string number)
    {
        var clean = number.TrimEnd('.', ')', ' ');
        var from = clean.Length;
        while (from > 0 && char.IsAsciiDigit(clean[from - 1]))
        {
            from--;
        }

        return clean.Length - from is >= 1 and <= 6 ? (clean[..from], int.Parse(clean[from..], System.Globalization.CultureInfo.InvariantCulture)) : null;
    }

    private static bool Meet(IReadOnlyList<Window> some, IReadOnlyList<Window> others) =>
        some.Count == 0 && others.Count == 0 ? true : some.Any(s => others.Any(o => s.And(o) is not null));
}
