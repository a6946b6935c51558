using System.IO.Compression;
using System.Text.Json;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Exchange;

/// <summary>Rows of a file as a portion keeps them.</summary>
/// <param name="Columns">Columns that are known, in the order of the cells.</param>
/// <param name="Lines">The rows.</param>
public sealed record RegisterRows(IReadOnlyList<RegisterColumn> Columns, IReadOnlyList<RegisterLine> Lines)
{
    /// <summary>A cell without spaces around it; empty where the file has no such column.</summary>
    public string Cell(RegisterLine line, RegisterColumn column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i < line.Cells.Count ? ListText.Clean(line.Cells[i]) : "";
            }
        }

        return "";
    }
}

/// <summary>A row of a file.</summary>
/// <param name="Number">Number of the row in the file, from 1; 0 for what only our records have.</param>
/// <param name="Cells">Cells of the known columns as given.</param>
public sealed record RegisterLine(int Number, IReadOnlyList<string> Cells);

/// <summary>What was found about a row.</summary>
/// <param name="At">Place of the row in its portion, from 0.</param>
/// <param name="Finding">What.</param>
/// <param name="PersonId">The person in our records; null where there is none.</param>
/// <param name="OrganisationId">The organisation in our records; null where there is none.</param>
/// <param name="Ours">What our records say, a word of the domain or a name; null where there is nothing to say.</param>
/// <param name="Why">For a fault: the end of its text key. A person reads it in their language.</param>
public sealed record FoundRow(int At, RegisterFinding Finding, Guid? PersonId = null, Guid? OrganisationId = null, string? Ours = null, string? Why = null);

/// <summary>What an import wrote.</summary>
public enum RegisterChangeKind
{
    /// <summary>A person.</summary>
    PersonAdded,

    /// <summary>An employment that began.</summary>
    EmploymentAdded,

    /// <summary>An employment that ended.</summary>
    EmploymentEnded,

    /// <summary>A role that was given.</summary>
    RoleGiven,

    /// <summary>A role that was taken.</summary>
    RoleTaken,

    /// <summary>An organisation.</summary>
    OrganisationAdded,

    /// <summary>Another name or code of an organisation.</summary>
    AliasAdded,

    /// <summary>Name, settlement or ownership of an organisation.</summary>
    OrganisationChanged,
}

/// <summary>One record that an import wrote, with what is needed to take it back.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="RecordId">The record: person, employment, organisation or alias.</param>
/// <param name="OwnerId">The person of an employment or a role.</param>
/// <param name="Before">What was there before, as JSON; the role for one that was given or taken.</param>
public sealed record RegisterChange(RegisterChangeKind Kind, Guid RecordId, Guid? OwnerId = null, string? Before = null);

/// <summary>Packs what a portion keeps: thousands of short cells that repeat each other.</summary>
public static class Packed
{
    /// <summary>Packs.</summary>
    public static byte[] Of<T>(T value)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, value);
        }

        return bytes.ToArray();
    }

    /// <summary>Unpacks.</summary>
    public static T Read<T>(byte[] bytes)
    {
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(packed)!;
    }
}
