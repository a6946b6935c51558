using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// An item put to a criterion of a case, with what it was: its file by hash and where it came from. It follows the item until the
/// review begins; from then on nothing that happens to the item changes it.
/// </summary>
public sealed class CaseEvidence : Entity
{
    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Item of the person.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Criterion as numbered in the order.</summary>
    public required string Criterion { get; init; }

    /// <summary>When it was put there (UTC).</summary>
    public required DateTime PutAt { get; init; }

    /// <summary>Kind.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Day of it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Level; null where it has none.</summary>
    public EvidenceLevel? Level { get; init; }

    /// <summary>Where it comes from.</summary>
    public required EvidenceOrigin Origin { get; init; }

    /// <summary>Record that it was taken over from.</summary>
    public Guid? OriginId { get; init; }

    /// <summary>Number of that record.</summary>
    public string? Reference { get; init; }

    /// <summary>Name of the file; null where there is none.</summary>
    public string? FileName { get; private set; }

    /// <summary>Media type of the file.</summary>
    public string? FileContentType { get; private set; }

    /// <summary>Hash under which the file is kept.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>The item as it is now, at a criterion.</summary>
    public static CaseEvidence Of(Guid caseId, EvidenceItem item, string criterion, DateTime at)
    {
        var evidence = new CaseEvidence
        {
            CaseId = caseId,
            ItemId = item.Id,
            Criterion = criterion,
            PutAt = at,
            Kind = item.Kind,
            Title = item.Title,
            On = item.On,
            Level = item.Level,
            Origin = item.Origin,
            OriginId = item.OriginId,
            Reference = item.Reference,
        };
        evidence.Follow(item);
        return evidence;
    }

    /// <summary>Takes the file that the item has now.</summary>
    internal void Follow(EvidenceItem item) => (FileName, FileContentType, FileSha256) = (item.FileName, item.FileContentType, item.FileSha256);

    /// <summary>Whether both are one thing: the same item, the same record, or the same file.</summary>
    internal bool IsSameAs(EvidenceItem item) =>
        ItemId == item.Id
        || (OriginId is { } origin && Origin == item.Origin && origin == item.OriginId)
        || (FileSha256 is { } hash && hash == item.FileSha256);
}

/// <summary>Points that the candidate claims for a criterion. They count when the commission's side has marked them.</summary>
public sealed class CriterionClaim : Entity
{
    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Criterion as numbered in the order.</summary>
    public required string Criterion { get; init; }

    /// <summary>Points, 1 or more.</summary>
    public int Points { get; internal set; }
}

/// <summary>The review began: what was handed in is what is judged (order 83, paragraph 60).</summary>
public sealed record EvidenceFrozen() : Error("evidence_frozen", ErrorKind.Conflict);

/// <summary>Nothing is used without the consent of the person.</summary>
public sealed record EvidenceWithoutConsent() : Error("evidence_without_consent", ErrorKind.Conflict);

/// <summary>The same evidence stands at a criterion of this case already: nothing counts twice (notes to appendices 12 and 13).</summary>
/// <param name="Criterion">Where it stands.</param>
public sealed record EvidenceCountsOnce(string Criterion) : Error("evidence_counts_once", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Criterion];
}

/// <summary>Points are claimed for a criterion without any evidence.</summary>
/// <param name="Criterion">Criterion.</param>
public sealed record ClaimWithoutEvidence(string Criterion) : Error("claim_without_evidence", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Criterion];
}
