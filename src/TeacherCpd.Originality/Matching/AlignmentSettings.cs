namespace TeacherCpd.Originality.Matching;

/// <summary>Settings of the aligner; all distances in content words. The log of what was tried stands in the documentation.</summary>
internal sealed record AlignmentSettings
{
    /// <summary>The settings in use.</summary>
    public static AlignmentSettings Default { get; } = new();

    /// <summary>A stem seen oftener than this in the source starts no match.</summary>
    public int RareAtMost { get; init; } = 8;

    /// <summary>Content words looked at on each side of a point.</summary>
    public int Around { get; init; } = 8;

    /// <summary>How far from the point's diagonal a neighbour may match.</summary>
    public int Drift { get; init; } = 12;

    /// <summary>Part of the neighbours, in percent, that has to match.</summary>
    public int NeighboursPercent { get; init; } = 33;

    /// <summary>Points nearer than this on both sides belong together.</summary>
    public int Gap { get; init; } = 20;

    /// <summary>Part of a passage's content words, in percent, that has to be in the other text's passage.</summary>
    public int ContainmentPercent { get; init; } = 30;

    /// <summary>Fewest matched content words of a passage.</summary>
    public int FewestStems { get; init; } = 9;

    /// <summary>Part of a sentence at the edge, in percent, that has to match for the whole sentence to be taken in.</summary>
    public int SnapPercent { get; init; } = 40;

    /// <summary>Longest sentence, in words, to which an edge is moved.</summary>
    public int SnapAtMost { get; init; } = 60;
}
