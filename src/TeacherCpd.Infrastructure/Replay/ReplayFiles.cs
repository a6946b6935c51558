using System.Security.Cryptography;
using System.Text;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>
/// The files of the replay. Their texts are in the database, by which checks and readers go; the files themselves would be tens of thousands
/// that nobody opens, and are not laid into the store.
/// </summary>
internal static class ReplayFiles
{
    /// <summary>What is known of a file with a text.</summary>
    public static HandedInFile Of(MaterialKind kind, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new HandedInFile(kind == MaterialKind.Report ? "есеп.txt" : "таныстырылым.txt", "text/plain", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
