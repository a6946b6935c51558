using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What a piece of evidence shows: what the criteria of the sheets ask about (order 83, appendices 12 and 13).</summary>
public enum EvidenceKind
{
    /// <summary>Certificate of a course.</summary>
    Course,

    /// <summary>Observed lesson.</summary>
    Observation,

    /// <summary>Results of pupils.</summary>
    PupilResults,

    /// <summary>Pupils in contests.</summary>
    PupilContest,

    /// <summary>Own contest of professional skill.</summary>
    OwnContest,

    /// <summary>Programme, manual or other material.</summary>
    Material,

    /// <summary>Talk, seminar, course held.</summary>
    Talk,

    /// <summary>Publication.</summary>
    Publication,

    /// <summary>Work in an expert group or a jury.</summary>
    ExpertGroup,

    /// <summary>Practice shared with other districts or regions.</summary>
    PracticeShared,

    /// <summary>Leadership of a class.</summary>
    ClassLeadership,

    /// <summary>Something else that a criterion asks for.</summary>
    Other,
}

/// <summary>At which level it was shown.</summary>
public enum EvidenceLevel
{
    /// <summary>In the own organisation.</summary>
    Organisation,

    /// <summary>District or city.</summary>
    District,

    /// <summary>Region or city of the republic.</summary>
    Region,

    /// <summary>Republic.</summary>
    Republic,

    /// <summary>International.</summary>
    International,
}

/// <summary>Where an item comes from.</summary>
public enum EvidenceOrigin
{
    /// <summary>The person added it with a file.</summary>
    Added,

    /// <summary>A certificate of the own register.</summary>
    Certificate,

    /// <summary>An activity that the school confirmed.</summary>
    Activity,

    /// <summary>A signed observation sheet.</summary>
    Observation,

    /// <summary>A lesson that was observed in the year after a course; its record is named by the contact.</summary>
    SupportLesson,

    /// <summary>What the own learners reached, from an analysis of achievements in that year; named by the contact.</summary>
    LearnerResults,
}

/// <summary>What is told of an item.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Title">What it is called.</param>
/// <param name="On">Day of it.</param>
/// <param name="Level">Level; null where it has none.</param>
public sealed record EvidenceFacts(EvidenceKind Kind, string Title, DateOnly On, EvidenceLevel? Level)
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 200;
}

/// <summary>The day is still to come.</summary>
public sealed record EvidenceInFuture() : Error("evidence_in_future", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(EvidenceFacts.On);
}

/// <summary>What a person adds has to be shown by a file.</summary>
public sealed record EvidenceFileMissing() : Error("evidence_file_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "File";
}

/// <summary>What was taken over is corrected where it is kept, not here.</summary>
public sealed record EvidenceKeptElsewhere() : Error("evidence_kept_elsewhere", ErrorKind.Conflict);

/// <summary>
/// A piece of evidence. It belongs to the person, not to a case: one item may serve an attestation now and the next one later.
/// Nothing is used without the person's consent.
/// </summary>
public sealed class EvidenceItem : Aggregate
{
    /// <summary>Longest reference, in characters.</summary>
    public const int ReferenceMaxLength = 100;

    private EvidenceItem()
    {
    }

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Kind.</summary>
    public EvidenceKind Kind { get; private init; }

    /// <summary>What it is called.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Day of it.</summary>
    public DateOnly On { get; private init; }

    /// <summary>Level; null where it has none.</summary>
    public EvidenceLevel? Level { get; private init; }

    /// <summary>Where it comes from.</summary>
    public EvidenceOrigin Origin { get; private init; }

    /// <summary>Record that it was taken over from; null for what the person added.</summary>
    public Guid? OriginId { get; private init; }

    /// <summary>Number of that record, as people quote it; null where it has none.</summary>
    public string? Reference { get; private init; }

    /// <summary>Name of the file; null where there is none.</summary>
    public string? FileName { get; private set; }

    /// <summary>Media type of the file.</summary>
    public string? FileContentType { get; private set; }

    /// <summary>Hash under which the file is kept.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>When it came (UTC).</summary>
    public DateTime AddedAt { get; private init; }

    /// <summary>Since when the person allows its use (UTC); null while not.</summary>
    public DateTime? ConsentedAt { get; private set; }

    /// <summary>The file; null where there is none.</summary>
    public EvidenceFile? File => FileSha256 is null ? null : new EvidenceFile(FileName!, FileContentType!, FileSha256);

    /// <summary>A person adds an item with a file.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="personId">Whose it is.</param>
    /// <param name="facts">What is told of it.</param>
    /// <param name="file">What shows it; needed.</param>
    /// <param name="consents">Whether the person allows its use.</param>
    /// <param name="at">Now (UTC).</param>
    /// <param name="today">Its day in Kazakhstan.</param>
    public static Result<EvidenceItem> Add(
        Guid id, Guid personId, EvidenceFacts facts, EvidenceFile? file, bool consents, DateTime at, DateOnly today)
    {
        if (facts.On > today)
        {
            return new EvidenceInFuture();
        }

        return file is null ? new EvidenceFileMissing() : Make(id, personId, facts, EvidenceOrigin.Added, null, null, file, consents, at);
    }

    /// <summary>An item is taken over from a record of the product, which stays where it is. Taking it over is the consent to its use.</summary>
    /// <param name="personId">Whose it is.</param>
    /// <param name="facts">What the record tells.</param>
    /// <param name="origin">Kind of record.</param>
    /// <param name="originId">The record.</param>
    /// <param name="reference">Its number; null where it has none.</param>
    /// <param name="file">Its file; null where it has none.</param>
    /// <param name="at">Now (UTC).</param>
    public static EvidenceItem TakeOver(
        Guid personId, EvidenceFacts facts, EvidenceOrigin origin, Guid originId, string? reference, EvidenceFile? file, DateTime at) =>
        Make(Guid.CreateVersion7(), personId, facts, origin, originId, reference, file, consents: true, at);

    /// <summary>Another file takes the place of the one before; cases under review keep the one they were given.</summary>
    public Error? ReplaceFile(EvidenceFile file)
    {
        if (Origin != EvidenceOrigin.Added)
        {
            return new EvidenceKeptElsewhere();
        }

        (FileName, FileContentType, FileSha256) = (file.Name, file.ContentType, file.Sha256);
        return null;
    }

    /// <summary>The person allows its use; the first moment stays.</summary>
    public void Allow(DateTime at) => ConsentedAt ??= at;

    /// <summary>The person takes the consent back.</summary>
    public void Forbid() => ConsentedAt = null;

    private static EvidenceItem Make(
        Guid id, Guid personId, EvidenceFacts facts, EvidenceOrigin origin, Guid? originId, string? reference, EvidenceFile? file, bool consents, DateTime at) => new()
        {
            Id = id,
            PersonId = personId,
            Kind = facts.Kind,
            Title = facts.Title,
            On = facts.On,
            Level = facts.Level,
            Origin = origin,
            OriginId = originId,
            Reference = reference,
            FileName = file?.Name,
            FileContentType = file?.ContentType,
            FileSha256 = file?.Sha256,
            AddedAt = at,
            ConsentedAt = consents ? at : null,
        };
}

/// <summary>Which criterion a kind of evidence usually belongs to, by the label that the edition gives the criterion.</summary>
public static class EvidenceKinds
{
    private static readonly Dictionary<string, EvidenceKind> ByLabel = new()
    {
        ["quality_dynamics_3y"] = EvidenceKind.PupilResults,
        ["teaching_quality"] = EvidenceKind.Observation,
        ["feedback_sheets"] = EvidenceKind.Observation,
        ["students_contests"] = EvidenceKind.PupilContest,
        ["own_contests"] = EvidenceKind.OwnContest,
        ["materials"] = EvidenceKind.Material,
        ["speeches"] = EvidenceKind.Talk,
        ["publication"] = EvidenceKind.Publication,
        ["expert_groups"] = EvidenceKind.ExpertGroup,
        ["practice_translation"] = EvidenceKind.PracticeShared,
        ["pd_hours"] = EvidenceKind.Course,
        ["class_leadership"] = EvidenceKind.ClassLeadership,
    };

    /// <summary>The kind that a criterion asks for; null where its label says none.</summary>
    public static EvidenceKind? Of(SheetCriterion criterion) =>
        criterion.Label is { } label && ByLabel.TryGetValue(label, out var kind) ? kind : null;
}
