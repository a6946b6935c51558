using System.CommandLine;
using TeacherCpd.Cli.Commands;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Cli;

/// <summary>The commands of whoever runs the system.</summary>
public static class CommandLine
{
    /// <summary>The folder with <c>appsettings.Local.json</c>.</summary>
    internal static readonly Option<string?> HomeFolder = new("--home")
    {
        Description = "Folder with appsettings.Local.json and wwwroot; found upwards from here when left out.",
        Recursive = true,
    };

    /// <summary>The folder that the option names, or the one found upwards; asked only by commands that need it.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    internal static string HomeOf(ParseResult arguments) => arguments.GetValue(HomeFolder) ?? Home.Of(Directory.GetCurrentDirectory());

    /// <summary>All commands.</summary>
    /// <param name="input">Where a password is read from.</param>
    public static RootCommand Create(TextReader input) => new("TeacherCpd: set up and look after the system.")
    {
        HomeFolder,
        MigrateCommand.Create(),
        new Command("seed", "Add data that the system begins with.")
        {
            SeedReferenceCommand.Create(),
            SeedDemoCommand.Create(),
            SeedNationalCommand.Create(),
        },
        new Command("admin", "People who run the system.")
        {
            CreateAdminCommand.Create(input),
        },
        OriginalityCommand.Create(),
        new Command("attestation", "The rules of attestation, and its signed decisions.")
        {
            AssessCommand.Create(),
            RulesCommand.Create(),
            VerifyChainCommand.Create(),
        },
        new Command("import", "Tables of other people.")
        {
            ImportAggregateCommand.Create(),
        },
        ExchangeCommand.Create(),
        ReportCommand.Create(),
        TrainingCommand.Create(),
        Replay2022Command.Create(),
        DoctorCommand.Create(),
    };
}
