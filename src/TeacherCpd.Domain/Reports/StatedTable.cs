using System.Text.Json;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Reports;

/// <summary>Nothing in the file is a table: there are no headings, or no numbers below them.</summary>
public sealed record NoTableFound() : Error("no_table_found", ErrorKind.Invalid);

/// <summary>
/// A table of somebody else's as it was stated: its cells are kept and never changed. What follows from them is computed each time it is
/// looked at, so both stand beside each other and neither is put in the place of the other.
/// </summary>
public sealed class StatedTable : Aggregate
{
    /// <summary>Longest name of a file, in characters.</summary>
    public const int FileNameMaxLength = 200;

    /// <summary>Length of a hash in hexadecimal digits.</summary>
    public const int HashLength = 64;

    /// <summary>Organisation of the person who keeps it; whoever oversees that organisation sees it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in small hexadecimal digits: the same file is kept once in an organisation.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Cells of the rows that are not empty, as a JSON array of arrays of texts.</summary>
    public required string Cells { get; init; }

    /// <summary>Who keeps it.</summary>
    public required Guid KeptById { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTime KeptAt { get; init; }

    /// <summary>When it was taken out of the list (UTC); null while it stands there.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The table.</summary>
    /// <exception cref="InvalidOperationException">What was kept is none; only tables are kept.</exception>
    public AggregateTable Read() =>
        AggregateTable.Read(JsonSerializer.Deserialize<string[][]>(Cells)!) ?? throw new InvalidOperationException("No table was kept.");

    /// <summary>Takes it out of the list; its cells stay.</summary>
    public void Withdraw(DateTime at) => WithdrawnAt ??= at;
}
