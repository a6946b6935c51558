using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Planning.Imports;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Planning;

/// <summary>Reads a docx by its tables and lines, and leaves workbooks and texts to the reader of lists.</summary>
public sealed class PlanFileReader(IListFileReader lists, ILogger<PlanFileReader> logger) : IPlanFileReader
{
    private const long MostBytes = IListFileReader.MostMegabytes * 1024L * 1024;

    /// <inheritdoc/>
    public Result<IReadOnlyList<PlanSheetRow>> Read(Stream file, string fileName, CancellationToken ct)
    {
        if (!string.Equals(Path.GetExtension(fileName), ".docx", StringComparison.OrdinalIgnoreCase))
        {
            var list = lists.Read(file, fileName, ct);
            return list.Error is { } error ? error : list.Value.Rows.Select(r => new PlanSheetRow(r.Number, r.Cells)).ToList();
        }

        if (file.Length == 0)
        {
            return new ListEmpty();
        }

        if (file.Length > MostBytes)
        {
            return new ListFileTooLarge();
        }

        try
        {
            var rows = DocxTables.Read(file, ct);
            return rows.Count == 0 ? new ListEmpty() : rows.ToList();
        }
        catch (RefusedFileException refused)
        {
            return InWordsOfPlans(refused.Error);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException) && !ct.IsCancellationRequested)
        {
            // a file made by anyone can make a parser throw anything; the log tells damage from a fault of ours
            if (failure.InnerException is RefusedFileException inner)
            {
                return InWordsOfPlans(inner.Error);
            }

            logger.LogWarning(failure, "A plan could not be read and is called damaged.");
            return new ListFileDamaged();
        }
    }

    // the words for reports speak of reports
    private static Error InWordsOfPlans(Error error) => error switch
    {
        FileDamaged => new ListFileDamaged(),
        ArchiveTooLarge => new ListFileSwells(),
        _ => error,
    };
}
