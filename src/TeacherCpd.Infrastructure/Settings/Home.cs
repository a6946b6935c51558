using Microsoft.Extensions.Configuration;

namespace TeacherCpd.Infrastructure.Settings;

/// <summary>The folder that holds <c>wwwroot</c>: the top of a checkout, or the folder of a published site.</summary>
public static class Home
{
    /// <summary>Seen from a folder, upwards.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Of(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "wwwroot", "css", "site.css")))
            {
                return at.FullName;
            }
        }

        return folder == AppContext.BaseDirectory
            ? throw new DirectoryNotFoundException("No wwwroot/css/site.css above the working folder or the program.")
            : Of(AppContext.BaseDirectory);
    }

    /// <summary>Where the fonts of a home folder lie.</summary>
    public static string Fonts(string home) => Path.Combine(home, "wwwroot", "lib", "fonts");

    /// <summary>
    /// Adds <c>appsettings.Local.json</c> of the home folder, the same for the site and the command line. A relative
    /// data folder is seen from the home folder, wherever the program was started.
    /// </summary>
    public static void AddLocalSettings(ConfigurationManager configuration, string home)
    {
        configuration.AddJsonFile(Path.Combine(home, "appsettings.Local.json"), optional: true);
        var folder = configuration["Storage:DataFolder"] ?? "data";
        configuration["Storage:DataFolder"] = Path.GetFullPath(Path.Combine(home, folder));
    }
}
