namespace TeacherCpd.Infrastructure.Replay;

/// <summary>Whole numbers in proportion, without anybody lost or invented.</summary>
public static class Apportion
{
    /// <summary>A count at a scale, rounded half up.</summary>
    /// <param name="count">Count, from 0.</param>
    /// <param name="scale">Scale, above 0.</param>
    public static int Scaled(int count, decimal scale) => (int)Math.Floor((count * scale) + 0.5m);

    /// <summary>
    /// Divides a total in proportion to weights by the largest remainder: each share is the exact one rounded down or up, and they add
    /// up. Of equal remainders the earlier row goes first.
    /// </summary>
    /// <param name="weights">Weights, from 0; not all 0 unless the total is.</param>
    /// <param name="total">What is divided, from 0.</param>
    /// <param name="most">The most that a row can take; null: no bound. What a full row cannot take goes to the others.</param>
    /// <exception cref="ArgumentException">The rows cannot take the total.</exception>
    public static int[] Shares(IReadOnlyList<int> weights, int total, IReadOnlyList<int>? most = null)
    {
        var sum = weights.Sum(w => (long)w);
        if (total > 0 && (sum == 0 || (most is not null && weights.Select((w, i) => w == 0 ? 0L : most[i]).Sum() < total)))
        {
            throw new ArgumentException("The rows cannot take the total.", nameof(total));
        }

        var shares = new int[weights.Count];
        for (var i = 0; i < shares.Length && total > 0; i++)
        {
            shares[i] = Math.Min((int)((long)weights[i] * total / sum), most?[i] ?? int.MaxValue);
        }

        for (var left = total - shares.Sum(); left > 0;)
        {
            foreach (var i in Enumerable.Range(0, shares.Length).Where(Takes).OrderByDescending(i => (long)weights[i] * total % sum).Take(left).ToList())
            {
                shares[i]++;
                left--;
            }
        }

        return shares;

        bool Takes(int i) => weights[i] > 0 && (most is null || shares[i] < most[i]);
    }

    /// <summary>Whether one of a row is taken when so many of the row are, as evenly spread as can be: of the whole row exactly so many.</summary>
    /// <param name="index">Place in the row, from 0.</param>
    /// <param name="taken">How many are taken, 0 to <paramref name="of"/>.</param>
    /// <param name="of">Length of the row.</param>
    public static bool Takes(int index, int taken, int of) => (index + 1L) * taken / of > (long)index * taken / of;

    /// <summary>So many of a row, evenly spread over it and in its order.</summary>
    public static List<T> Evenly<T>(IReadOnlyList<T> row, int taken) => [.. row.Where((_, i) => Takes(i, taken, row.Count))];
}
