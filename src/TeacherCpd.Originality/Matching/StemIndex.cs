namespace TeacherCpd.Originality.Matching;

/// <summary>Where each stem of a source stands: positions among its content words, ascending.</summary>
internal sealed class StemIndex
{
    private readonly int mask;
    private readonly uint[] keys;
    private readonly int[] firsts;
    private readonly int[] counts;
    private readonly ulong[] parts;
    private readonly int[] positions;
    private readonly int partShift;

    /// <summary>Indexes the stems.</summary>
    public StemIndex(ReadOnlySpan<uint> stems)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, stems.Length * 2));
        mask = size - 1;
        keys = new uint[size];
        firsts = new int[size];
        counts = new int[size];
        parts = new ulong[size];
        positions = new int[stems.Length];

        // 64 parts of the text, none shorter than what is looked at around a point
        partShift = Math.Max(5, System.Numerics.BitOperations.Log2((uint)Math.Max(1, stems.Length)) - 5);
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
            parts[slot] |= 1UL << (i >> partShift);
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
        return keys[slot] == 0 ? default : new Run(firsts[slot], counts[slot], parts[slot]);
    }

    /// <summary>Whether any of the stems is here.</summary>
    public bool HasAny(ReadOnlySpan<uint> stems)
    {
        foreach (uint stem in stems)
        {
            if (keys[SlotOf(stem)] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a position of a run lies in a range, both ends included.</summary>
    public bool Any(Run run, int from, int to)
    {
        if (run.Count == 0)
        {
            return false;
        }

        // nearly always the answer is no, and mostly it can be seen without a search
        if ((run.Parts & PartsOf(from, to)) == 0)
        {
            return false;
        }

        ReadOnlySpan<int> ascending = Of(run);
        int at = LowerBound(ascending, from);
        return at < ascending.Length && ascending[at] <= to;
    }

    /// <summary>The parts of the text, a bit each, in which a range lies, both ends included; ends outside count as the nearest inside.</summary>
    public ulong PartsOf(int from, int to)
    {
        int last = positions.Length - 1;
        return (2UL << (Math.Clamp(to, 0, last) >> partShift)) - (1UL << (Math.Clamp(from, 0, last) >> partShift));
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

    /// <summary>The positions of one stem.</summary>
    /// <param name="First">Where they begin.</param>
    /// <param name="Count">How many they are.</param>
    /// <param name="Parts">The parts of the text, 64 at most, in which they are: a bit each.</param>
    internal readonly record struct Run(int First, int Count, ulong Parts);
}
