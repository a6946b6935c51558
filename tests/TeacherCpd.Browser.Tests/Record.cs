using System.Globalization;
using System.Text.RegularExpressions;
using TeacherCpd.Testing;

namespace TeacherCpd.Browser.Tests;

/// <summary>What a test saw: a folder of pictures in their order, and the addresses of the pages.</summary>
public sealed partial class Record
{
    private readonly HashSet<(string Role, string Kind)> seen = [];
    private int step;

    /// <summary>Begins a record; an older one of the same name goes.</summary>
    public Record(string name)
    {
        Folder = Path.Combine(RepositoryFolder.Root, "artifacts", "browser", name);
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.CreateDirectory(Folder);
    }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>The addresses that came up, ids replaced by <c>{id}</c>.</summary>
    public IEnumerable<string> Seen => seen.Select(s => s.Kind).Distinct();

    /// <summary>Notes a page; true when this is the first of its kind that comes up for the role.</summary>
    public bool IsFirst(string role, string path) => seen.Add((role, Ids().Replace(path, "{id}")));

    /// <summary>Path of the next picture.</summary>
    public string NextPicture(string name) =>
        Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{++step:00}-{name}.png"));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
