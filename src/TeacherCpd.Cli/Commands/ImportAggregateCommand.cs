using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCpd.Domain.Reports;
using TeacherCpd.Infrastructure.Groups;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>import aggregate</c>: reads a table of other people (CSV or XLSX) and tells every cell in which the stated differs from the computed. Needs no
/// settings and no database. The exit code is 0 when all agree, 3 when something differs or cannot be, 2 when the file cannot be read.
/// </summary>
internal static class ImportAggregateCommand
{
    private const int Unusable = 2;
    private const int Differs = 3;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Table as CSV or XLSX; a row called \"total\" states the sums." };
        var command = new Command("aggregate", "Check a table of somebody else's against its own numbers.") { file };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.InvocationConfiguration, arguments.GetValue(file)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.OpenRead();
            var read = new ListFileReader(NullLogger<ListFileReader>.Instance).Read(stream, file.Name, cancellationToken);
            if (read.Error is { } error)
            {
                await console.Error.WriteLineAsync($"{file.Name}: {error.Code.Replace('_', ' ')}.");
                return Unusable;
            }

            if (AggregateTable.Read([.. read.Value.Rows.Select(r => r.Cells)]) is not { } table)
            {
                await console.Error.WriteLineAsync($"{file.Name}: no table was found: one row of headings, and numbers below it.");
                return Unusable;
            }

            var findings = table.Check();
            foreach (var finding in findings)
            {
                await console.Output.WriteLineAsync(Words(finding));
            }

            await console.Output.WriteLineAsync($"{table.Rows.Count} row(s), {table.Columns.Count} column(s), {findings.Count(f => f.IsFault)} difference(s).");
            return findings.Any(f => f.IsFault) ? Differs : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(e.Message);
            return Unusable;
        }
    }

    private static string Words(AggregateFinding finding) => finding.Kind switch
    {
        FindingKind.Differs => $"{finding.Row} / {finding.Column}: stated {finding.Stated}, computed {finding.Computed}",
        FindingKind.ShareAboveWhole => $"{finding.Row} / {finding.Column}: error, a share of {finding.Stated} % is more than the whole",
        FindingKind.PartAboveWhole => $"{finding.Row} / {finding.Column}: error, {finding.Stated} is more than the whole of {finding.Computed}",
        FindingKind.NoNumber => $"{finding.Row} / {finding.Column}: error, \"{finding.Stated}\" is no number",
        FindingKind.SameRow => $"Note: {finding.Row}: rows of the same name.",
        FindingKind.UnmarkedTotal => $"Note: \"{finding.Row}\" is called a sum and is not marked total: neither counted nor compared.",
    };
}
