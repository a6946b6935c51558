namespace TeacherCpd.Originality.Matching;

/// <summary>Settings of the aligner; all distances in content words. The log of what was tried stands in the documentation.</summary>
internal sealed record AlignmentSettings
{
    /// <summary>The settings in use.</summary>
    public static AlignmentSettings Default { get; } = new();

    /// <summary>A stem seen oftener than this in the source starts no match.</summary>
    public int RareAtMost { get; init; } = 8;

    /// <summary>Content words looked at on each side of a point.</summary>
    public int Around { get; init; } = 12;

    /// <summary>How far from the point's diagonal a neighbour may match.</summary>
    public int Drift { get; init; } = 12;

    /// <summary>Part of the neighbours, in percent of their weight, that has to match.</summary>
    public int NeighboursPercent { get; init; } = 22;

    /// <summary>Least weight of a stem that is everywhere.</summary>
    public double LeastWeight { get; init; } = 0.3;

    /// <summary>Most weight of a rare stem.</summary>
    public double MostWeight { get; init; } = 4;

    /// <summary>Points nearer than this on both sides belong together.</summary>
    public int Gap { get; init; } = 50;

    /// <summary>A cluster of this gap or more that is no passage is looked at again with a third of the gap.</summary>
    public int LeastGap { get; init; } = 15;

    /// <summary>Part of a passage, in percent of its weight, that has to be in the other text's passage, on both sides.</summary>
    public int ContainmentPercent { get; init; } = 30;

    /// <summary>Fewest different stems that both sides of a passage share.</summary>
    public int FewestStems { get; init; } = 10;

    /// <summary>Fewest different stems of a passage that is close to its source: a single sentence, lightly edited.</summary>
    public int FewestNearStems { get; init; } = 8;

    /// <summary>Containment, in percent, from which a passage is close to its source.</summary>
    public int NearPercent { get; init; } = 60;

    /// <summary>Fewest different stems of a passage that is nearly literal: a single copied sentence.</summary>
    public int FewestCloseStems { get; init; } = 7;

    /// <summary>Containment, in percent, from which a passage is nearly literal.</summary>
    public int ClosePercent { get; init; } = 90;

    /// <summary>
    /// Fewest different stems times their share of the passage: a short passage has to be close to its source, a loose
    /// one has to be long.
    /// </summary>
    public double FewestSureStems { get; init; } = 4;

    /// <summary>Mean of the shares of both sides, in percent, that is more than terms of a topic in common.</summary>
    public int MeanSharePercent { get; init; } = 54;

    /// <summary>Sure stems, counted as above, that are more than terms of a topic in common.</summary>
    public double ManySureStems { get; init; } = 10;

    /// <summary>Surprise, see <see cref="Pairing.Strength.Surprise"/>, that is more than terms of a topic in common.</summary>
    public double LeastSurprise { get; init; } = 22;

    /// <summary>Share of a sentence at the edge, in percent of the share of the whole match, for the sentence to stay.</summary>
    public int SnapPercent { get; init; } = 45;

    /// <summary>The least share, in percent, that a sentence at the edge needs.</summary>
    public int SnapLeast { get; init; } = 22;

    /// <summary>The share, in percent, that is enough for any sentence at the edge.</summary>
    public int SnapMost { get; init; } = 60;

    /// <summary>A sentence between matched ones with a share below this, in percent, may be the writer's own.</summary>
    public int OwnSharePercent { get; init; } = 12;

    /// <summary>
    /// How unlikely, as minus a natural logarithm, it has to be that such a sentence would share nothing if it came from
    /// the source like those around it.
    /// </summary>
    public double LeastOwnSurprise { get; init; } = 8;

    /// <summary>Matches with no more than so many words between them on both sides are one.</summary>
    public int MergeWithin { get; init; } = 8;

    /// <summary>Longest sentence, in words, to which an edge is moved.</summary>
    public int SnapAtMost { get; init; } = 60;
}
