namespace TeacherCpd.Testing;

/// <summary>A folder of one test, gone when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("teacher-cpd-").FullName;

    /// <summary>Every file in it, at any depth.</summary>
    public IReadOnlyList<string> Files => Directory.GetFiles(Path, "*", SearchOption.AllDirectories);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
