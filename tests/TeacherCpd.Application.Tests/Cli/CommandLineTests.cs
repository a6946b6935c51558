using System.CommandLine;
using Microsoft.Data.Sqlite;
using TeacherCpd.Cli;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private const string Password = "qala-men-dala-7";

    private readonly TemporaryFolder home = new();

    public CommandLineTests()
    {
        // the fonts lie with the program, not with the data
        var fonts = Directory.CreateDirectory(Path.Combine(home.Path, "wwwroot", "lib", "fonts")).FullName;
        foreach (var font in Directory.GetFiles(RepositoryFolder.Fonts, "*.ttf"))
        {
            File.Copy(font, Path.Combine(fonts, Path.GetFileName(font)));
        }
    }

    private string Database => Path.Combine(home.Path, "data", "teachercpd.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        home.Dispose();
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var first = await RunAsync("migrate");
        var second = await RunAsync("migrate");

        Assert.Equal(0, first.Code);
        Assert.Contains("Applied", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.Code);
        Assert.DoesNotContain("Applied", second.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Database));
    }

    [Fact]
    public async Task Seeding_reference_data_again_adds_nothing()
    {
        await RunAsync("migrate");

        var first = await RunAsync("seed", "reference");
        var second = await RunAsync("seed", "reference");

        Assert.Contains("programmes 41", first.Output, StringComparison.Ordinal);
        Assert.Contains("Added: organisations 0, programmes 0, rubrics 0, attestation rules 0.", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_data_are_refused_where_nobody_says_that_it_is_no_production()
    {
        await RunAsync("migrate");

        var refused = await RunAsync("seed", "demo");

        Assert.Equal(1, refused.Code);
        Assert.Contains("--yes-this-is-not-production", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0L, Count("Persons"));
    }

    [Fact]
    public async Task Demo_data_are_added_once_and_the_doctor_is_content()
    {
        await RunAsync("migrate");

        var first = await RunAsync("seed", "demo", "--yes-this-is-not-production");
        var people = Count("Persons");
        var second = await RunAsync("seed", "demo", "--yes-this-is-not-production");
        var doctor = await RunAsync("doctor");

        Assert.Contains(DemoAccounts.Teacher.Iin, first.Output, StringComparison.Ordinal);
        Assert.Contains("already", second.Output, StringComparison.Ordinal);
        Assert.InRange(people, 250, 350);
        Assert.Equal(people, Count("Persons"));
        Assert.True(doctor.Code == 0, doctor.Output);
        Assert.Contains("every hash fits", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_administrator_is_made_with_a_password_from_the_input_which_is_shown_nowhere()
    {
        await RunAsync("migrate");
        await RunAsync("seed", "reference");

        var made = await RunAsync(["admin", "create", "--iin", DemoAccounts.Administrator.Iin, "--family-name", "Оспанов", "--given-name", "Нұржан"], Password);

        Assert.True(made.Code == 0, made.Error);
        Assert.DoesNotContain(Password, made.Output + made.Error, StringComparison.Ordinal);
        Assert.Equal(1L, Count("RoleAssignments WHERE Role = 'Administrator'"));
        Assert.Equal(0L, Count($"AuditEvents WHERE \"Values\" LIKE '%{Password}%'"));

        var again = await RunAsync(["admin", "create", "--iin", DemoAccounts.Administrator.Iin, "--family-name", "Оспанов", "--given-name", "Нұржан"], Password);
        Assert.Equal(1, again.Code);
        Assert.NotEmpty(again.Error);
    }

    [Fact]
    public async Task A_short_password_or_a_wrong_number_makes_no_administrator()
    {
        await RunAsync("migrate");
        await RunAsync("seed", "reference");

        var shortPassword = await RunAsync(["admin", "create", "--iin", DemoAccounts.Administrator.Iin, "--family-name", "О", "--given-name", "Н"], "short");
        var wrongNumber = await RunAsync(["admin", "create", "--iin", "840808300145", "--family-name", "О", "--given-name", "Н"], Password);

        Assert.Equal((1, 1), (shortPassword.Code, wrongNumber.Code));
        Assert.Equal(0L, Count("Persons"));
    }

    [Fact]
    public async Task Without_reference_data_there_is_no_place_for_an_administrator()
    {
        await RunAsync("migrate");

        var early = await RunAsync(["admin", "create", "--iin", DemoAccounts.Administrator.Iin, "--family-name", "О", "--given-name", "Н"], Password);

        Assert.Equal(1, early.Code);
        Assert.Contains("seed reference", early.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_a_database_that_was_never_made()
    {
        var doctor = await RunAsync("doctor");

        Assert.Equal(1, doctor.Code);
        Assert.Contains("FAIL Database", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_a_change_past_the_program()
    {
        await RunAsync("migrate");
        await RunAsync("seed", "reference");
        Assert.Equal(0, (await RunAsync("doctor")).Code);

        Execute("UPDATE AuditEvents SET \"Values\" = '{}' WHERE \"Order\" = 3");
        var doctor = await RunAsync("doctor");

        Assert.Equal(1, doctor.Code);
        Assert.Contains("FAIL Audit chain: broken at process 1", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_that_the_last_process_was_cut_off()
    {
        await RunAsync("migrate");
        await RunAsync("seed", "reference");

        Execute("PRAGMA foreign_keys = OFF; DELETE FROM AuditEvents; DELETE FROM AuditProcesses");
        var doctor = await RunAsync("doctor");

        Assert.Contains("FAIL Audit chain: broken at process 1", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_names_a_setting_that_makes_no_sense_and_no_secret()
    {
        await File.WriteAllTextAsync(
            Path.Combine(home.Path, "appsettings.Local.json"),
            """{ "Mail": { "Port": 70000, "Password": "do-not-show-me" } }""",
            TestContext.Current.CancellationToken);

        var doctor = await RunAsync("doctor");

        Assert.Equal(1, doctor.Code);
        Assert.Contains("FAIL Settings", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("Port", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("do-not-show-me", doctor.Output + doctor.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("migrate")).Code);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string input)
    {
        using var reader = new StringReader(input);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.Create(reader)
            .Parse([.. arguments, "--home", home.Path])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private long Count(string from)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests write the text themselves
        command.CommandText = $"SELECT COUNT(*) FROM {from}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests write the text themselves
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
