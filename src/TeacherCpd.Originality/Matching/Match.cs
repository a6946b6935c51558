namespace TeacherCpd.Originality.Matching;

/// <summary>Words of the query found in words of a source; ends are exclusive.</summary>
internal readonly record struct Match(int QueryFrom, int QueryTo, int SourceFrom, int SourceTo)
{
    /// <summary>Words of the query.</summary>
    public int Words => QueryTo - QueryFrom;
}
