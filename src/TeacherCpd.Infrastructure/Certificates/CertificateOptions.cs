namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Settings of the certificate printer.</summary>
public sealed record CertificateOptions
{
    /// <summary>Folder with the fonts that the build copies from their npm package.</summary>
    public required string FontFolder { get; init; }

    /// <summary>The folder that the build fills: <c>wwwroot/lib/fonts</c>, seen upwards from the working folder, then from the program.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string FindFontFolder() =>
        Upwards(Directory.GetCurrentDirectory()) ?? Upwards(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException("No wwwroot/lib/fonts above the working folder or the program.");

    private static string? Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var fonts = Path.Combine(at.FullName, "wwwroot", "lib", "fonts");
            if (Directory.Exists(fonts))
            {
                return fonts;
            }
        }

        return null;
    }
}
