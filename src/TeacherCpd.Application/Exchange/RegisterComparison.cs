using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Compares an import with our records, portion by portion, then looks for what only our records have. It reads without a transaction and
/// keeps each portion in one of its own: broken off, it goes on with the first that is not compared.
/// </summary>
internal sealed class RegisterComparison(IAppDbContext db, IMediator mediator, RegisterImport import)
{
    /// <summary>Compares.</summary>
    /// <param name="onRows">Told after each portion: rows so far.</param>
    /// <param name="cancellationToken">Stops between two portions.</param>
    public async Task<Error?> RunAsync(Action<int>? onRows, CancellationToken cancellationToken)
    {
        var place = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == import.PlaceId, cancellationToken);
        var places = await ListPlaces.LoadAsync(db, withSchools: true, cancellationToken);
        IRegisterComparer comparer = import.Kind switch
        {
            RegisterKind.Staff => new StaffComparer(db, import, place.Path, places),
            RegisterKind.Organisations => new OrganisationComparer(db, import, place.Path, places),
        };
        var portions = await db.RegisterPortions.AsNoTracking()
            .Where(p => p.ImportId == import.Id)
            .OrderBy(p => p.Number)
            .Select(p => new { p.Id, p.Number, IsCompared = p.Findings != null })
            .ToListAsync(cancellationToken);
        var rows = 0;
        foreach (var portion in portions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var packed = await db.RegisterPortions.Where(p => p.Id == portion.Id).Select(p => p.Rows).SingleAsync(cancellationToken);
            var content = Packed.Read<RegisterRows>(packed);
            rows += content.Lines.Count;

            // those that are compared are read again, since a row may be there twice in different portions
            var read = comparer.Read(content);
            if (!portion.IsCompared)
            {
                var findings = await comparer.CompareAsync(content, read, cancellationToken);
                if ((await mediator.Send(new CompareRegisterPortionCommand(import.Id, portion.Number, findings), cancellationToken)).Error is { } refused)
                {
                    return refused;
                }
            }

            onRows?.Invoke(rows);
        }

        // behind the rows of the file
        var number = (import.Rows + RegisterImport.PortionRows - 1) / RegisterImport.PortionRows;
        await foreach (var absent in comparer.OnlyHereAsync(cancellationToken))
        {
            if ((await mediator.Send(new KeepOnlyHereCommand(import.Id, number++, absent.Rows, absent.Findings), cancellationToken)).Error is { } refused)
            {
                return refused;
            }
        }

        return (await mediator.Send(new FinishRegisterStepCommand(import.Id, RegisterImportStatus.Comparing), cancellationToken)).Error;
    }
}

/// <summary>Compares one kind of file. Portions are read in their order, all of them.</summary>
internal interface IRegisterComparer
{
    /// <summary>Reads the rows of a portion, and notes what the whole file says; without asking the database.</summary>
    IReadOnlyList<ReadRow> Read(RegisterRows rows);

    /// <summary>Compares rows that were read. The number of questions to the database does not grow with the portion.</summary>
    Task<IReadOnlyList<FoundRow>> CompareAsync(RegisterRows rows, IReadOnlyList<ReadRow> read, CancellationToken cancellationToken);

    /// <summary>What only our records have, in the same order each time; asked after all portions are read.</summary>
    IAsyncEnumerable<(RegisterRows Rows, IReadOnlyList<FoundRow> Findings)> OnlyHereAsync(CancellationToken cancellationToken);
}

/// <summary>A row as it was read.</summary>
/// <param name="At">Place in the portion, from 0.</param>
/// <param name="Fault">Why it cannot be used; null where it can.</param>
/// <param name="Place">The organisation in our records; null where none was found.</param>
internal record ReadRow(int At, string? Fault, ListPlaces.Place? Place);

/// <summary>How often each finding is there.</summary>
internal static class RegisterCounts
{
    /// <summary>The counts as JSON. A row about which nothing was found is the same in both.</summary>
    public static string Of(IReadOnlyList<FoundRow> findings, int rows)
    {
        var counts = findings.CountBy(f => f.Finding).ToDictionary(c => c.Key, c => c.Value);
        counts[RegisterFinding.Same] = rows - findings.Select(f => f.At).Distinct().Count();
        return JsonSerializer.Serialize(counts);
    }

    /// <summary>Reads them.</summary>
    public static Dictionary<RegisterFinding, int> Read(string json) => JsonSerializer.Deserialize<Dictionary<RegisterFinding, int>>(json)!;
}
