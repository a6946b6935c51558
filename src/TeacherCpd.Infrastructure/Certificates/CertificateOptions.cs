namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Settings of the certificate printer.</summary>
public sealed record CertificateOptions
{
    /// <summary>Folder with the fonts that the build copies from their npm package.</summary>
    public required string FontFolder { get; init; }

    /// <summary>The folder of the fonts as it lies in the repository and in a published copy of it.</summary>
    /// <param name="contentRoot">Content root of the application, two levels below the top.</param>
    public static string DefaultFontFolder(string contentRoot) =>
        Path.GetFullPath(Path.Combine(contentRoot, "..", "..", "wwwroot", "lib", "fonts"));
}
