namespace TeacherCpd.Domain.Common;

/// <summary>The last number given out of a series such as the certificates of a year. Numbers have no gaps.</summary>
public sealed class NumberSeries : INotAudited
{
    /// <summary>Key, for example <c>certificate/2026</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Last number given, from 1.</summary>
    public int Last { get; private set; }
}
