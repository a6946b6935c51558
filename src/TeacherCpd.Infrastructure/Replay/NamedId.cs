using System.Security.Cryptography;
using System.Text;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>Ids that follow from names, for made-up data that are made in several runs: each run finds what the one before made.</summary>
internal static class NamedId
{
    /// <summary>The id of a name.</summary>
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
