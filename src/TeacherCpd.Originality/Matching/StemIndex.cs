namespace TeacherCpd.Originality.Matching;

/// <summary>Where each stem of a source stands: positions among its content words, ascending.</summary>
internal sealed class StemIndex
{
    private readonly int mask;
    private readonly uint[] keys;
    private readonly int[] firsts;
    private readonly int[] counts;
    private readonly int[] positions;

    /// <summary>Indexes the stems.</summary>
    public StemIndex(ReadOnlySpan<uint> stems)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, stems.Length * 2));
        mask = size - 1;
        keys = new uint[size];
        firsts = new int[size];
        counts = new int[size];
        positions = new int[stems.Length];
        foreach (uint stem in stems)
        {
            int slot = SlotOf(stem);
            keys[slot] = stem;
            counts[slot]++;
        }

        int first = 0;
        for (int slot = 0; slot < size; slot++)
        {
            firsts[slot] = first;
            first += counts[slot];
            counts[slot] = 0;
        }

        for (int i = 0; i < stems.Length; i++)
        {
            int slot = SlotOf(stems[i]);
            positions[firsts[slot] + counts[slot]++] = i;
        }
    }

    /// <summary>Positions of the stem, ascending; empty when the source has it not.</summary>
    public ReadOnlySpan<int> Of(uint stem) => Of(RunOf(stem));

    /// <summary>Positions of a run, ascending.</summary>
    public ReadOnlySpan<int> Of(Run run) => positions.AsSpan(run.First, run.Count);

    /// <summary>Where the positions of the stem are kept, for who asks for them often.</summary>
    public Run RunOf(uint stem)
    {
        int slot = SlotOf(stem);
        return keys[slot] == 0 ? default : new Run(firsts[slot], counts[slot]);
    }

    /// <summary>Whether one of the ascending positions lies in a range, both ends included.</summary>
    public static bool Any(ReadOnlySpan<int> ascending, int from, int to)
    {
        int at = LowerBound(ascending, from);
        return at < ascending.Length && ascending[at] <= to;
    }

    /// <summary>Distance from a place to the nearest of the ascending positions; very large when there is none.</summary>
    public static int DistanceToNearest(ReadOnlySpan<int> ascending, int place)
    {
        int at = LowerBound(ascending, place);
        int distance = at < ascending.Length ? ascending[at] - place : int.MaxValue;
        return at > 0 ? Math.Min(distance, place - ascending[at - 1]) : distance;
    }

    /// <summary>How many of the ascending positions stand before a place.</summary>
    public static int LowerBound(ReadOnlySpan<int> ascending, int place)
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // Stems are hashes and never zero, so zero marks a free slot.
    private int SlotOf(uint stem)
    {
        int slot = (int)(stem * 0x9E3779B1u >> 7) & mask;
        while (keys[slot] != 0 && keys[slot] != stem)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    /// <summary>A stretch of the positions.</summary>
    internal readonly record struct Run(int First, int Count);
}
