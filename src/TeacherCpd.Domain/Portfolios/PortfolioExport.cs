using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Portfolios;

/// <summary>Where an export is.</summary>
public enum ExportStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Its parts are being made.</summary>
    Running,

    /// <summary>All parts are there.</summary>
    Ready,

    /// <summary>Given up; nothing of it is kept.</summary>
    Failed,

    /// <summary>Its time is over; nothing of it is kept.</summary>
    Expired,
}

/// <summary>Why an export was given up.</summary>
public enum ExportFailure
{
    /// <summary>Nothing is left that the asker may see: rights were taken away, or there never was anything.</summary>
    NothingToSee,

    /// <summary>It broke off too often; the log says why.</summary>
    BrokeOff,
}

/// <summary>How large the parts of an export are, and how long it is kept.</summary>
/// <param name="KeptFor">From the moment it is ready until it is thrown away.</param>
/// <param name="PortfoliosInPart">Most portfolios in a part, from 1.</param>
/// <param name="BytesInPart">Files of a part together, in bytes; a portfolio is never divided, so one alone may be more.</param>
public sealed record ExportTerms(TimeSpan KeptFor, int PortfoliosInPart, long BytesInPart);

/// <summary>Which portfolios an export holds; what is null does not narrow.</summary>
/// <param name="ProgrammeId">Programme of the group.</param>
/// <param name="GroupId">Group.</param>
/// <param name="RegionId">Region of the school on applying.</param>
/// <param name="AssessorId">Who was given the version to assess.</param>
/// <param name="Year">Year in which the version was handed in, in Kazakhstan.</param>
public sealed record ExportFilter(Guid? ProgrammeId = null, Guid? GroupId = null, Guid? RegionId = null, Guid? AssessorId = null, int? Year = null);

/// <summary>
/// Many portfolios to take away at once (бағалау материалдарын пакеттік сыртқа жүктеу): a row first, then a job that may be
/// tried often. Of each portfolio it holds the newest version that fits the filter and was handed in before it was asked for.
/// Its parts are archives of bounded size; one that was made is kept when the job breaks off, and the next try goes on after it.
/// </summary>
public sealed class PortfolioExport : Aggregate
{
    /// <summary>Most exports of a person whose files are kept or will be.</summary>
    public const int MostPerPerson = 10;

    /// <summary>Tries without a new part after which it is given up.</summary>
    public const int MostAttempts = 5;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<ExportStatus> States = new(
        (ExportStatus.Queued, [ExportStatus.Running]),
        (ExportStatus.Running, [ExportStatus.Ready, ExportStatus.Failed]),
        (ExportStatus.Ready, [ExportStatus.Expired]));

    private readonly List<ExportPart> parts = [];

    /// <summary>Who asked for it, and alone may have it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it was asked for (UTC): what was handed in later is not in it.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Programme, or null for all.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Group, or null for all.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>Region, or null for all.</summary>
    public Guid? RegionId { get; init; }

    /// <summary>Assessor, or null for all.</summary>
    public Guid? AssessorId { get; init; }

    /// <summary>Year, or null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Portfolios that it was going to hold when it was asked for.</summary>
    public required int Portfolios { get; init; }

    /// <summary>Bytes of their files together when it was asked for.</summary>
    public required long Bytes { get; init; }

    /// <summary>State.</summary>
    public ExportStatus Status { get; private set; }

    /// <summary>When its first try began (UTC).</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When its newest try began or brought a part (UTC).</summary>
    public DateTime? MovedAt { get; private set; }

    /// <summary>When it was ready or given up (UTC).</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>From when on its files are thrown away (UTC); null before it is ready.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When its files were given up to be thrown away (UTC).</summary>
    public DateTime? ExpiredAt { get; private set; }

    /// <summary>Tries that broke off since its last part.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it was given up; null when it was not.</summary>
    public ExportFailure? Failure { get; private set; }

    /// <summary>Its parts, in their order.</summary>
    public IReadOnlyCollection<ExportPart> Parts => parts;

    /// <summary>Which portfolios it holds.</summary>
    public ExportFilter Filter => new(ProgrammeId, GroupId, RegionId, AssessorId, Year);

    /// <summary>Whether its job still has something to do.</summary>
    public bool IsOpen => Status is ExportStatus.Queued or ExportStatus.Running;

    /// <summary>Code of the listener after whom the next part begins; empty before the first.</summary>
    public string After => parts.MaxBy(p => p.Number)?.LastCode ?? "";

    /// <summary>A try begins.</summary>
    public Error? Start(DateTime at)
    {
        if (Status != ExportStatus.Running && States.Check(Status, ExportStatus.Running) is { } error)
        {
            return error;
        }

        Status = ExportStatus.Running;
        StartedAt ??= at;
        MovedAt = at;
        return null;
    }

    /// <summary>A part is whole. One of the same number that another try brought before stays.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool Add(ExportPart part, DateTime at)
    {
        if (Status != ExportStatus.Running || part.Number != parts.Count + 1)
        {
            return false;
        }

        parts.Add(part);
        Attempts = 0;
        MovedAt = at;
        return true;
    }

    /// <summary>No portfolio is left: it is ready, or given up where nothing was found.</summary>
    public Error? Finish(DateTime at, TimeSpan keptFor)
    {
        if (parts.Count == 0)
        {
            return Refuse(at);
        }

        var error = States.Check(Status, ExportStatus.Ready);
        if (error is null)
        {
            Status = ExportStatus.Ready;
            FinishedAt = at;
            ExpiresAt = at + keptFor;
        }

        return error;
    }

    /// <summary>Gives it up because the asker may see nothing any more; nothing of it is handed out then.</summary>
    public Error? Refuse(DateTime at) => GiveUp(ExportFailure.NothingToSee, at);

    /// <summary>Counts a try that broke off; after the last one it is given up.</summary>
    public void BreakOff(DateTime at)
    {
        Attempts++;
        if (Attempts >= MostAttempts)
        {
            GiveUp(ExportFailure.BrokeOff, at);
        }
    }

    /// <summary>Its time is over.</summary>
    public Error? Expire(DateTime at)
    {
        var error = States.Check(Status, ExportStatus.Expired);
        if (error is null)
        {
            Status = ExportStatus.Expired;
            ExpiredAt = at;
        }

        return error;
    }

    private StepNotAllowed? GiveUp(ExportFailure why, DateTime at)
    {
        var error = States.Check(Status, ExportStatus.Failed);
        if (error is null)
        {
            Status = ExportStatus.Failed;
            FinishedAt = at;
            Failure = why;
        }

        return error;
    }
}

/// <summary>A part of an export: an archive that is whole.</summary>
public sealed class ExportPart : Entity
{
    /// <summary>Export.</summary>
    public Guid ExportId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Portfolios in it.</summary>
    public required int Portfolios { get; init; }

    /// <summary>Files in it, without the manifests.</summary>
    public required int Files { get; init; }

    /// <summary>Size of the archive in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the archive in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Code of the last listener in it.</summary>
    public required string LastCode { get; init; }

    /// <summary>When it was whole (UTC).</summary>
    public required DateTime MadeAt { get; init; }
}
