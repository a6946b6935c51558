namespace TeacherCpd.Domain.Assessment;

/// <summary>
/// Which of a group's graded portfolios a moderator looks at: evenly spread over the order in which they were graded, from a
/// beginning that no assessor knows. Of n portfolios it takes the share of n, give or take one.
/// </summary>
public static class ModerationSample
{
    /// <summary>Whether the next one is taken.</summary>
    /// <param name="graded">How many of the group were graded before it.</param>
    /// <param name="percent">Share, 0 to 100.</param>
    /// <param name="groupId">Group; sets the beginning.</param>
    public static bool Takes(int graded, int percent, Guid groupId)
    {
        Span<byte> bytes = stackalloc byte[16];
        groupId.TryWriteBytes(bytes);

        // the last bytes of an id are random, whatever made the first
        var offset = bytes[15] * 100 / 256;
        return ((graded + 1) * percent + offset) / 100 > (graded * percent + offset) / 100;
    }
}
