using System.Security.Cryptography;

namespace TeacherCpd.Domain.Studies;

/// <summary>Ids by chance alone, for what must not be put in the order of time; every other id sorts by it.</summary>
internal static class ChanceId
{
    private const int Length = 16;

    /// <summary>An id.</summary>
    public static Guid New() => new(RandomNumberGenerator.GetBytes(Length));
}
