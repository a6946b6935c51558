namespace TeacherCpd.Testing;

/// <summary>Places of the repository that tests read.</summary>
public static class RepositoryFolder
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The fonts that the build copies from the npm package.</summary>
    public static string Fonts => Path.Combine(Root, "wwwroot", "lib", "fonts");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TeacherCpd.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
