using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Common;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>doctor</c>: what is configured and whether it answers, a line each, without secrets. A finding that stops the
/// site makes the exit code 1.
/// </summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan MailTimeout = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var command = new Command("doctor", "Say what is configured and whether it answers.");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var findings = await ExamineAsync(arguments, cancellationToken);
            foreach (var finding in findings)
            {
                await output.WriteLineAsync($"{(finding.IsOk ? "ok  " : "FAIL")} {finding.What}: {finding.Words}");
            }

            return findings.All(f => f.IsOk) ? 0 : 1;
        });
        return command;
    }

    private static async Task<List<Finding>> ExamineAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        List<Finding> findings =
        [
            await TryAsync("Time zone", () => Task.FromResult(Clock.Zone.Id)),
            await TryAsync("Kazakh", () => Task.FromResult(KazakhCulture())),
            await TryAsync("Fonts", () => Task.FromResult(Fonts(CommandLine.HomeOf(arguments)))),
        ];
        using var configuration = Product.Settings(arguments);
        try
        {
            await using var services = Product.Services(configuration);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().ActsAsSystem();
            findings.Add(new Finding(true, "Settings", "every section is valid"));
            var storage = scope.ServiceProvider.GetRequiredService<StorageSettings>();
            findings.Add(await TryAsync("Files", () => FilesAsync(scope.ServiceProvider, storage, cancellationToken)));
            findings.Add(await TryAsync("Virus scan", () => VirusScanAsync(scope.ServiceProvider, cancellationToken)));
            findings.Add(await TryAsync("Uploads", () => WritableAsync(storage.OnTheirWayFolder, cancellationToken)));
            findings.Add(await TryAsync("Exports", () => WritableAsync(storage.ExportFolder, cancellationToken)));
            findings.Add(await TryAsync("Keys", () => WritableAsync(storage.KeyFolder, cancellationToken)));
            findings.Add(await TryAsync("Mail", () => MailAsync(scope.ServiceProvider.GetRequiredService<MailSettings>(), storage, cancellationToken)));
            findings.Add(await TryAsync("Database", () => DatabaseAsync(scope.ServiceProvider, cancellationToken)));
            findings.Add(await TryAsync("Originality index", () => IndexAsync(scope.ServiceProvider, cancellationToken)));
            findings.Add(await TryAsync("Audit chain", () => AuditAsync(scope.ServiceProvider, cancellationToken)));
        }
        catch (SettingsException e)
        {
            findings.Add(new Finding(false, "Settings", e.Message));
        }

        return findings;
    }

    // whatever goes wrong in a check is what the check found
    private static async Task<Finding> TryAsync(string what, Func<Task<string>> check)
    {
        try
        {
            return new Finding(true, what, await check());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Finding(false, what, e.Message.ReplaceLineEndings(" "));
        }
    }

    private static string KazakhCulture()
    {
        var culture = CultureInfo.GetCultureInfo("kk-KZ", predefinedOnly: true);
        var month = culture.DateTimeFormat.GetMonthName(1);
        return month.Contains("қаңтар", StringComparison.OrdinalIgnoreCase)
            ? culture.Name
            : throw new DoctorException($"the culture data are missing: January is \"{month}\"; install ICU");
    }

    private static string Fonts(string home)
    {
        var folder = Home.Fonts(home);
        string[] needed = ["PTSerif-Regular.ttf", "PTSerif-Italic.ttf", "PTSerif-Bold.ttf"];
        var missing = needed.Where(f => !File.Exists(Path.Combine(folder, f))).ToList();
        return missing.Count == 0
            ? folder
            : throw new DoctorException($"{string.Join(", ", missing)} not in {folder}; the build fetches them");
    }

    private static async Task<string> WritableAsync(string folder, CancellationToken cancellationToken)
    {
        var probe = Path.Combine(Directory.CreateDirectory(folder).FullName, $".doctor-{Guid.CreateVersion7():N}");
        await File.WriteAllTextAsync(probe, "", cancellationToken);
        File.Delete(probe);
        return $"{folder} can be written";
    }

    private static async Task<string> FilesAsync(IServiceProvider services, StorageSettings storage, CancellationToken cancellationToken)
    {
        var folder = await WritableAsync(storage.UploadFolder, cancellationToken);
        if (services.GetRequiredService<S3Settings>().ToOptions() is not { } s3)
        {
            return folder;
        }

        await services.GetRequiredService<S3FileStore>().CheckAsync(cancellationToken);
        return $"bucket {s3.Bucket} at {s3.Endpoint}";
    }

    private static async Task<string> VirusScanAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var address = services.GetRequiredService<VirusScanSettings>().Clamd;
        if (address.Length == 0)
        {
            return "none is set: files are not searched";
        }

        await services.GetRequiredService<Clamd>().PingAsync(cancellationToken);
        return address;
    }

    private static async Task<string> MailAsync(MailSettings mail, StorageSettings storage, CancellationToken cancellationToken)
    {
        if (mail.Host.Length == 0)
        {
            return $"no server; {await WritableAsync(storage.MailFolder, cancellationToken)}";
        }

        using var client = new TcpClient();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(MailTimeout);
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DoctorException($"{mail.Host}:{mail.Port} does not answer");
        }

        return $"{mail.Host}:{mail.Port} answers";
    }

    private static async Task<string> DatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var provider = services.GetRequiredService<DatabaseSettings>().Provider;
        var database = services.GetRequiredService<AppDbContext>().Database;
        if (!await database.CanConnectAsync(cancellationToken))
        {
            throw new DoctorException($"{provider} cannot be reached; run migrate when it has never been made");
        }

        var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        return pending.Count == 0
            ? $"{provider} answers, no migration pending"
            : throw new DoctorException($"{provider} answers, {pending.Count} migration(s) pending: run migrate");
    }

    private static async Task<string> IndexAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var documents = services.GetRequiredService<AppDbContext>().IndexedDocuments;
        var outdated = await documents.CountAsync(d => d.FormatVersion != PreparedText.FormatVersion, cancellationToken);
        var recent = await documents.CountAsync(d => d.Fingerprints != null, cancellationToken);
        return outdated == 0
            ? $"{await documents.CountAsync(cancellationToken)} document(s), {recent} not packed yet"
            : throw new DoctorException($"{outdated} document(s) were indexed by another version; the site makes the index anew while it runs, and checks wait");
    }

    private static async Task<string> AuditAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var state = (await services.GetRequiredService<IMediator>().Send(new VerifyAuditChainQuery(), cancellationToken)).Value;
        return state.BrokenAt is { } number
            ? throw new DoctorException($"broken at process {number}: somebody changed it past the program")
            : $"{state.Processes} process(es), every hash fits";
    }

    private sealed record Finding(bool IsOk, string What, string Words);

    private sealed class DoctorException(string message) : Exception(message);
}
