namespace TeacherCpd.Originality.Matching;

/// <summary>Two stretches of content words that hold each other's stems; all four ends included.</summary>
internal readonly record struct Box(int QueryFrom, int QueryTo, int SourceFrom, int SourceTo)
{
    /// <summary>The box grown to hold one more pair of places.</summary>
    public Box With(int query, int source) => new(
        Math.Min(QueryFrom, query),
        Math.Max(QueryTo, query),
        Math.Min(SourceFrom, source),
        Math.Max(SourceTo, source));
}
