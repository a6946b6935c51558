using System.Globalization;
using TeacherCpd.Testing;

namespace TeacherCpd.Browser.Tests;

/// <summary>What a test saw: a folder of pictures in their order.</summary>
public sealed class Record
{
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

    /// <summary>Path of the next picture.</summary>
    public string NextPicture(string name) =>
        Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{++step:00}-{name}.png"));
}
