namespace TeacherCpd.Originality.Matching;

/// <summary>Words of the query found in words of a source; ends are exclusive.</summary>
internal readonly record struct Match(int QueryFrom, int QueryTo, int SourceFrom, int SourceTo)
{
    /// <summary>Words of the query.</summary>
    public int Words => QueryTo - QueryFrom;

    /// <summary>Whether the word of the query belongs to it.</summary>
    public bool HoldsInQuery(int word) => word >= QueryFrom && word < QueryTo;

    /// <summary>Whether no more than so many words lie between the two, in the query and in the source.</summary>
    public bool Touches(Match other, int within) =>
        other.QueryFrom - QueryTo <= within && QueryFrom - other.QueryTo <= within
        && other.SourceFrom - SourceTo <= within && SourceFrom - other.SourceTo <= within;

    /// <summary>Both in one.</summary>
    public Match With(Match other) => new(
        Math.Min(QueryFrom, other.QueryFrom),
        Math.Max(QueryTo, other.QueryTo),
        Math.Min(SourceFrom, other.SourceFrom),
        Math.Max(SourceTo, other.SourceTo));
}
