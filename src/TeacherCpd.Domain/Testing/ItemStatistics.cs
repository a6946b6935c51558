namespace TeacherCpd.Domain.Testing;

/// <summary>What is worth a look at an item.</summary>
public enum ItemFlag
{
    /// <summary>Those who know more answer it worse.</summary>
    NegativeDiscrimination,

    /// <summary>Fewer than a fifth are right.</summary>
    TooHard,

    /// <summary>More than nine of ten are right.</summary>
    TooEasy,

    /// <summary>A wrong option was chosen by more than a right one.</summary>
    DistractorAheadOfKey,
}

/// <summary>An answer to an item, as its statistics see it.</summary>
/// <param name="IsRight">Whether it is right by the key.</param>
/// <param name="Rest">Right answers to the other questions of the attempt, in per mille of them, 0 to 1000.</param>
/// <param name="Chosen">Places of the options chosen; none where it was skipped or left.</param>
public sealed record ItemResponse(bool IsRight, int Rest, IReadOnlyList<int> Chosen);

/// <summary>
/// Sums over the answers to an item, from which difficulty and discrimination follow; a database can sum them.
/// </summary>
/// <param name="Seen">People who were shown it.</param>
/// <param name="Right">Those of them who were right.</param>
/// <param name="Rest">Sum of <see cref="ItemResponse.Rest"/>.</param>
/// <param name="RestSquares">Sum of its squares.</param>
/// <param name="RestOfRight">Sum of it over those who were right.</param>
public readonly record struct ItemSums(long Seen, long Right, long Rest, long RestSquares, long RestOfRight)
{
    /// <summary>Difficulty (p): share right among those who were shown it, 0 to 1; null where nobody was.</summary>
    public double? Difficulty => Seen == 0 ? null : (double)Right / Seen;

    /// <summary>
    /// Discrimination: the corrected point-biserial correlation, which is Pearson's r between the item (1 right, 0 not) and the result without it
    /// (Henrysson 1963: corrected, since an item correlates with a total that holds it). From -1 to 1; null where it is not defined, because
    /// all or none are right, or all have the same result in the rest.
    /// </summary>
    /// <remarks>r = (n·Σxy − Σx·Σy) / √((n·Σx² − (Σx)²)·(n·Σy² − (Σy)²)), with x² = x. Attempts may have different items, so y is a share.</remarks>
    public double? PointBiserial
    {
        get
        {
            var ofItem = (double)((Seen * Right) - (Right * Right));
            var ofRest = ((double)Seen * RestSquares) - ((double)Rest * Rest);
            return ofItem <= 0 || ofRest <= 0 ? null : Math.Clamp((((double)Seen * RestOfRight) - ((double)Right * Rest)) / Math.Sqrt(ofItem * ofRest), -1, 1);
        }
    }
}

/// <summary>The statistics of an item, after classical test theory.</summary>
/// <param name="Sums">Sums over the answers.</param>
/// <param name="UpperLower">
/// Share right among the best 27 % less that among the weakest 27 % (Kelley 1939), by the result without the item; -1 to 1, null where nobody
/// was shown it. People with the same result at the edge of a group count with the mean of them, so that no chance order decides.
/// </param>
/// <param name="ByOption">How many chose each option.</param>
/// <param name="Skipped">How many were shown it and chose nothing.</param>
/// <param name="Flags">What is worth a look; none where too few were asked.</param>
public sealed record ItemStatistics(ItemSums Sums, double? UpperLower, IReadOnlyList<int> ByOption, int Skipped, IReadOnlyList<ItemFlag> Flags)
{
    /// <summary>People from which figures say something of an item; below they are shown with that warning and raise no flag.</summary>
    public const int LeastPeople = 30;

    /// <summary>Difficulty below which an item is too hard.</summary>
    public const double Hard = .2;

    /// <summary>Difficulty above which an item is too easy.</summary>
    public const double Easy = .9;

    private const double Edge = .27;

    /// <summary>Whether too few were asked.</summary>
    public bool IsSmall => Sums.Seen < LeastPeople;

    /// <summary>The statistics of answers.</summary>
    /// <param name="content">The item.</param>
    /// <param name="responses">Answers of everybody who was shown it.</param>
    public static ItemStatistics Of(ItemContent content, IReadOnlyList<ItemResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(responses);
        var sums = new ItemSums(
            responses.Count,
            responses.Count(r => r.IsRight),
            responses.Sum(r => (long)r.Rest),
            responses.Sum(r => (long)r.Rest * r.Rest),
            responses.Where(r => r.IsRight).Sum(r => (long)r.Rest));
        var byOption = content.Options.Select((_, place) => responses.Count(r => r.Chosen.Contains(place))).ToList();
        return new ItemStatistics(sums, Between(responses), byOption, responses.Count(r => r.Chosen.Count == 0), [.. FlagsOf(content, sums, byOption)]);
    }

    /// <summary>What the sums alone say is worth a look.</summary>
    public static IEnumerable<ItemFlag> FlagsOf(ItemSums sums)
    {
        if (sums.Seen < LeastPeople)
        {
            yield break;
        }

        if (sums.PointBiserial < 0)
        {
            yield return ItemFlag.NegativeDiscrimination;
        }

        if (sums.Difficulty < Hard)
        {
            yield return ItemFlag.TooHard;
        }

        if (sums.Difficulty > Easy)
        {
            yield return ItemFlag.TooEasy;
        }
    }

    private static IEnumerable<ItemFlag> FlagsOf(ItemContent content, ItemSums sums, List<int> byOption)
    {
        var least = content.Key.Select(k => byOption[k]).DefaultIfEmpty(0).Min();
        var isAhead = sums.Seen >= LeastPeople && Enumerable.Range(0, byOption.Count).Except(content.Key).Any(o => byOption[o] > least);
        return isAhead ? FlagsOf(sums).Append(ItemFlag.DistractorAheadOfKey) : FlagsOf(sums);
    }

    private static double? Between(IReadOnlyList<ItemResponse> responses)
    {
        if (responses.Count == 0)
        {
            return null;
        }

        var size = Math.Max(1, (int)Math.Round(responses.Count * Edge, MidpointRounding.AwayFromZero));
        var blocks = responses.GroupBy(r => r.Rest).OrderBy(g => g.Key).Select(g => (Count: g.Count(), Right: g.Count(r => r.IsRight))).ToList();
        return ShareOf(Enumerable.Reverse(blocks), size) - ShareOf(blocks, size);
    }

    // blocks of people with the same result, from one end; of the block that the edge cuts, as many as there is room for, with its mean
    private static double ShareOf(IEnumerable<(int Count, int Right)> blocks, int size)
    {
        var (room, right) = (size, 0.0);
        foreach (var block in blocks)
        {
            var taken = Math.Min(room, block.Count);
            right += (double)block.Right * taken / block.Count;
            room -= taken;
        }

        return right / size;
    }
}
