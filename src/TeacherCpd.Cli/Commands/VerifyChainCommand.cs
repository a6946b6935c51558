using System.CommandLine;
using System.Text.Json;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>attestation verify</c>: whether the exported chain of a case is whole. Needs no settings, no database and no network. The exit
/// code is 0 for a whole chain, 1 where something was changed, left out or signed by a key that is not trusted, 2 when a file cannot
/// be read.
/// </summary>
internal static class VerifyChainCommand
{
    private const int Broken = 1;
    private const int Unusable = 2;
    private const long LargestFile = 64L * 1024 * 1024;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Exported chain of a case, as JSON." };
        var keys = new Option<FileInfo?>("--keys") { Description = "Keys of the issuer as published at /.well-known/jwks.json; without them the names of the keys are told, to be compared." };
        var command = new Command("verify", "Check the signed chain of a case.") { file, keys };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.InvocationConfiguration, arguments.GetValue(file)!, arguments.GetValue(keys), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, FileInfo file, FileInfo? keyFile, CancellationToken cancellationToken)
    {
        ChainVerdict verdict;
        try
        {
            var trusted = keyFile is null ? null : DecisionChain.ReadKeys(await ReadAsync(keyFile, cancellationToken));
            verdict = DecisionChain.Verify(await ReadAsync(file, cancellationToken), trusted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            await console.Error.WriteLineAsync($"{file.Name}: {e.Message}");
            return Unusable;
        }

        await console.Output.WriteLineAsync($"case {verdict.Case}");
        foreach (var (kind, at) in verdict.Links)
        {
            await console.Output.WriteLineAsync($"  {at}  {kind}");
        }

        foreach (var key in verdict.Keys)
        {
            await console.Output.WriteLineAsync($"signed by {key}{(keyFile is null ? ", not compared with published keys" : "")}");
        }

        foreach (var fault in verdict.Faults)
        {
            await console.Error.WriteLineAsync($"{(fault.Link > 0 ? $"link {fault.Link}" : "file")}: {fault.Code.Replace('_', ' ')}");
        }

        if (verdict.AreTrusted == false)
        {
            await console.Error.WriteLineAsync("file: signed by a key that the issuer does not publish");
        }

        await console.Output.WriteLineAsync(verdict.IsGood ? "whole" : "NOT WHOLE");
        return verdict.IsGood ? 0 : Broken;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellationToken) => file is { Exists: true, Length: > LargestFile }
        ? throw new IOException($"larger than {LargestFile / 1024 / 1024} MB.")
        : await File.ReadAllTextAsync(file.FullName, cancellationToken);
}
