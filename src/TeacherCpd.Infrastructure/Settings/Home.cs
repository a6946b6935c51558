using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace TeacherCpd.Infrastructure.Settings;

/// <summary>The folder that holds <c>wwwroot</c>: the top of a checkout, or the folder of a published site.</summary>
public static class Home
{
    /// <summary>Seen from a folder, upwards.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
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
            ? throw new SettingsException("There is no wwwroot/css/site.css above the working folder or the program.")
            : Of(AppContext.BaseDirectory);
    }

    /// <summary>Where the fonts of a home folder lie.</summary>
    public static string Fonts(string home) => Path.Combine(home, "wwwroot", "lib", "fonts");

    /// <summary>
    /// Adds <c>appsettings.Local.json</c> of the home folder, the same for the site and the command line; the environment
    /// and the command line win over it. A relative data folder is seen from the home folder, wherever the program was
    /// started.
    /// </summary>
    public static void AddLocalSettings(ConfigurationManager configuration, string home)
    {
        var file = new JsonConfigurationSource { Path = Path.Combine(home, "appsettings.Local.json"), Optional = true };
        file.ResolveFileProvider();
        var environment = configuration.Sources.FirstOrDefault(s => s is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        configuration.Sources.Insert(environment is null ? configuration.Sources.Count : configuration.Sources.IndexOf(environment), file);
        var folder = configuration["Storage:DataFolder"] ?? "data";
        configuration["Storage:DataFolder"] = Path.GetFullPath(Path.Combine(home, folder));
    }
}
