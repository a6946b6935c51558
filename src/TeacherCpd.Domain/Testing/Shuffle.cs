namespace TeacherCpd.Domain.Testing;

/// <summary>
/// An order that follows from a seed and stays the same for ever: the generator is our own (SplitMix64, Steele, Lea and Flood 2014), since that
/// of the framework may change between versions.
/// </summary>
public static class Shuffle
{
    /// <summary>The numbers from 0 in an order of their own.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="stream">Which of the orders of that seed.</param>
    public static int[] Of(int count, int seed, int stream)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)stream;
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = (int)(Next(ref state) % (ulong)(last + 1));
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
