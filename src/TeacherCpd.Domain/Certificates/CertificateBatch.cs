using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>Where a batch is.</summary>
public enum BatchStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Certificates are being issued.</summary>
    Running,

    /// <summary>Stopped by a person; what was issued stays.</summary>
    Stopped,

    /// <summary>Given up after several tries; what was issued stays.</summary>
    Failed,

    /// <summary>Every row is done.</summary>
    Finished,
}

/// <summary>
/// Certificates of a kind for the people of a group, issued in the background: rows first, then a job that takes them in small
/// transactions. However often it is stopped, broken off or run twice, each row gets one certificate and each number one row.
/// </summary>
public sealed class CertificateBatch : Aggregate
{
    /// <summary>Tries that may break off without a row done in between before it is given up.</summary>
    public const int MostAttempts = 5;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<BatchStatus> States = new(
        (BatchStatus.Queued, [BatchStatus.Running, BatchStatus.Stopped]),
        (BatchStatus.Running, [BatchStatus.Stopped, BatchStatus.Failed, BatchStatus.Finished]),
        (BatchStatus.Stopped, [BatchStatus.Queued]),
        (BatchStatus.Failed, [BatchStatus.Queued]));

    /// <summary>What is issued.</summary>
    public required CertificateKind Kind { get; init; }

    /// <summary>Group whose people get it.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Rows.</summary>
    public required int Total { get; init; }

    /// <summary>State.</summary>
    public BatchStatus Status { get; private set; }

    /// <summary>Rows that are done, those passed over too.</summary>
    public int Done { get; private set; }

    /// <summary>Rows that were passed over, since nothing was due to them any more.</summary>
    public int PassedOver { get; private set; }

    /// <summary>When it moved last (UTC).</summary>
    public DateTime? MovedAt { get; private set; }

    /// <summary>Tries that broke off since its last row.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether its job still has something to do.</summary>
    public bool IsOpen => Status is BatchStatus.Queued or BatchStatus.Running;

    /// <summary>A try begins or goes on.</summary>
    public Error? Start(DateTime at) => Status == BatchStatus.Running ? null : Move(BatchStatus.Running, at);

    /// <summary>Some rows are done; after the last of them so is the batch.</summary>
    public Error? Advance(int issued, int passedOver, DateTime at)
    {
        Done += issued + passedOver;
        PassedOver += passedOver;
        Attempts = 0;
        MovedAt = at;
        return Done >= Total ? Move(BatchStatus.Finished, at) : null;
    }

    /// <summary>A person stops it.</summary>
    public Error? Stop(DateTime at) => Move(BatchStatus.Stopped, at);

    /// <summary>It goes on where it was.</summary>
    public Error? Resume(DateTime at)
    {
        var error = Move(BatchStatus.Queued, at);
        Attempts = error is null ? 0 : Attempts;
        return error;
    }

    /// <summary>Counts a try that broke off; after the last one it is given up.</summary>
    public void BreakOff(DateTime at)
    {
        Attempts++;
        if (Attempts >= MostAttempts)
        {
            Move(BatchStatus.Failed, at);
        }
    }

    private StepNotAllowed? Move(BatchStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            (Status, MovedAt) = (to, at);
        }

        return error;
    }
}

/// <summary>One person of a batch.</summary>
public sealed class CertificateBatchRow : Entity, INotAudited
{
    /// <summary>Batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Enrolment.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>When it was done (UTC); null until then.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>The certificate; null before it is done, and where nothing was due any more.</summary>
    public Guid? CertificateId { get; private set; }

    /// <summary>The row is done.</summary>
    public void Finish(Guid? certificateId, DateTime at) => (CertificateId, DoneAt) = (certificateId, at);
}
