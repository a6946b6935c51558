using System.Security.Cryptography;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>Reads documents for commands; one that cannot be read is named and left out.</summary>
internal sealed class DocumentReader(TextWriter error)
{
    private const int Unreadable = 2;

    private readonly Lock words = new();
    private bool allRead = true;

    /// <summary>0 when every document could be read, else 2.</summary>
    public int ExitCode => allRead ? 0 : Unreadable;

    /// <summary>Names of the files of a folder, and of the folders in it when asked, in one order everywhere.</summary>
    public static IEnumerable<string> Names(string folder, bool inFolders = false) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = inFolders })
        .Select(path => Path.GetRelativePath(folder, path))
        .Order(StringComparer.Ordinal);

    /// <summary>The prepared text of a file, or null when it cannot be read.</summary>
    public PreparedText? Read(string path) => Try(path, () => PreparedText.From(PlainText.Read(path)));

    /// <summary>Hash of a file in lower-case hexadecimal, or null when it cannot be read.</summary>
    public string? Sha256(string path) => Try(path, () =>
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    });

    private T? Try<T>(string path, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            lock (words)
            {
                allRead = false;
                error.WriteLine($"{Path.GetFileName(path)} cannot be read and was left out: {e.Message}");
            }

            return null;
        }
    }
}
