using System.Security.Cryptography;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>A document that a command has read.</summary>
/// <param name="Text">Its text; of plain text exactly as it stands in the file.</param>
/// <param name="PagesWithoutText">Pages that give no text: a person must look at them.</param>
internal sealed record ReadDocument(PreparedText Text, int PagesWithoutText);

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
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = inFolders, IgnoreInaccessible = false })
        .Select(path => Path.GetRelativePath(folder, path))
        .Order(StringComparer.Ordinal);

    /// <summary>A document, or null when it cannot be read.</summary>
    public ReadDocument? Read(string path, CancellationToken cancellationToken)
    {
        var content = DocumentFile.Read(path, cancellationToken);
        if (content.Error is { } refused)
        {
            LeaveOut(path, Product.Words(refused));
            return null;
        }

        return new ReadDocument(PreparedText.From(content.Value.Text, content.Value.Hidden), content.Value.PagesWithoutText);
    }

    /// <summary>Hash of a file in lower-case hexadecimal, or null when it cannot be read.</summary>
    public string? Sha256(string path)
    {
        try
        {
            using var content = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LeaveOut(path, e.Message);
            return null;
        }
    }

    private void LeaveOut(string path, string why)
    {
        lock (words)
        {
            allRead = false;
            error.WriteLine($"{path} was left out: {why}");
        }
    }
}
