using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Exchange;

/// <summary>Where an export is.</summary>
public enum RegisterExportStatus
{
    /// <summary>Its rows are being made.</summary>
    Making,

    /// <summary>It can be fetched.</summary>
    Ready,

    /// <summary>Its time is over: its rows are deleted.</summary>
    Dropped,
}

/// <summary>
/// Certificates, categories and training of the people of a place, for the national education database: all of them, or those of people of whom
/// anything changed since an export before. It is made in portions: broken off, it goes on.
/// </summary>
public sealed class RegisterExport : Aggregate
{
    /// <summary>People of a portion.</summary>
    public const int PortionPeople = 2_000;

    /// <summary>How long the rows can be fetched. What tells changes from it is kept longer.</summary>
    public static readonly TimeSpan RowsKeptFor = TimeSpan.FromDays(30);

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<RegisterExportStatus> States = new(
        (RegisterExportStatus.Making, [RegisterExportStatus.Ready]),
        (RegisterExportStatus.Ready, [RegisterExportStatus.Dropped]));

    /// <summary>Organisation whose subtree it is about.</summary>
    public required Guid PlaceId { get; init; }

    /// <summary>Who asked for it; null for the command line.</summary>
    public required Guid? OwnerId { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>The export since which changes are told; null: everything.</summary>
    public Guid? AfterId { get; init; }

    /// <summary>State.</summary>
    public RegisterExportStatus Status { get; private set; }

    /// <summary>When it was ready (UTC).</summary>
    public DateTime? ReadyAt { get; private set; }

    /// <summary>People whose rows it holds, those who are there no longer too.</summary>
    public int People { get; private set; }

    /// <summary>Rows.</summary>
    public int Rows { get; private set; }

    /// <summary>All rows are made.</summary>
    public Error? Finish(int people, int rows, DateTime at)
    {
        var error = States.Check(Status, RegisterExportStatus.Ready);
        if (error is null)
        {
            (Status, ReadyAt, People, Rows) = (RegisterExportStatus.Ready, at, people, rows);
        }

        return error;
    }

    /// <summary>Its rows are deleted.</summary>
    public Error? Drop()
    {
        var error = States.Check(Status, RegisterExportStatus.Dropped);
        Status = error is null ? RegisterExportStatus.Dropped : Status;
        return error;
    }
}

/// <summary>Some people of an export: their rows, packed, and what tells later whether anything of a person changed. Made from audited records.</summary>
public sealed class RegisterExportPortion : Entity, INotAudited
{
    /// <summary>Export.</summary>
    public required Guid ExportId { get; init; }

    /// <summary>Number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The last of its people in the order of ids: the next portion begins behind.</summary>
    public required Guid LastPersonId { get; init; }

    /// <summary>People whose rows it holds.</summary>
    public required int People { get; init; }

    /// <summary>Rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>The rows, packed; null once their time is over.</summary>
    public required byte[]? Rows { get; set; }

    /// <summary>For each of its people, those without changes too, the id (16 bytes) and the beginning of a hash over all rows (8 bytes).</summary>
    public required byte[] Prints { get; init; }
}
