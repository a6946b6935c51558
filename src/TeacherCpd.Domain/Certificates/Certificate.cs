using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>What a document certifies. Each kind has its own series of serial numbers.</summary>
public enum CertificateKind
{
    /// <summary>A course was completed and its final assessment passed (2022 report, L2948 to L2957).</summary>
    Course,

    /// <summary>A course was attended; its final assessment was not passed or not taken.</summary>
    Attendance,

    /// <summary>The year of support after a course was completed.</summary>
    PostCourse,

    /// <summary>A trainer may teach a programme from a day to a day.</summary>
    Trainer,

    /// <summary>A qualification category was given by the decision of a commission.</summary>
    Category,
}

/// <summary>Whether a certificate holds.</summary>
public enum CertificateStatus
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>It does not hold for now: something is being looked into.</summary>
    Suspended,

    /// <summary>It does not hold any more.</summary>
    Revoked,

    /// <summary>Another one stands in its place.</summary>
    Superseded,
}

/// <summary>What happened to a certificate after it was issued.</summary>
public enum CertificateStepKind
{
    /// <summary>Suspended.</summary>
    Suspended,

    /// <summary>Valid again.</summary>
    Restored,

    /// <summary>Revoked.</summary>
    Revoked,

    /// <summary>Replaced by a corrected or repeated one.</summary>
    Superseded,
}

/// <summary>Why a step was taken. Everybody may read it on the public page; the words beside it only those who keep the register.</summary>
public enum CertificateReason
{
    /// <summary>Its grounds are being looked into.</summary>
    UnderReview,

    /// <summary>They were looked into, and it holds.</summary>
    ReviewEnded,

    /// <summary>It should not have been issued.</summary>
    IssuedInError,

    /// <summary>The decision on which it rests was set aside.</summary>
    DecisionCancelled,

    /// <summary>The work was not the holder's own.</summary>
    Dishonesty,

    /// <summary>Something printed on it was wrong.</summary>
    FactsWrong,

    /// <summary>The holder has another name now.</summary>
    NameChanged,

    /// <summary>The paper was lost or spoiled.</summary>
    LostOrDamaged,
}

/// <summary>The reason does not fit the step.</summary>
public sealed record ReasonDoesNotFit() : Error("certificate_reason_does_not_fit", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Reason";
}

/// <summary>
/// A certificate with every printed fact as it stood when it was issued. No fact is ever changed: what was wrong is
/// corrected by another one that stands in its place, and both are kept.
/// </summary>
public sealed class Certificate : Aggregate
{
    /// <summary>Longest words of a reason, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<CertificateStatus> States = new(
        (CertificateStatus.Valid, [CertificateStatus.Suspended, CertificateStatus.Revoked, CertificateStatus.Superseded]),
        (CertificateStatus.Suspended, [CertificateStatus.Valid, CertificateStatus.Revoked]));

    private static readonly Dictionary<CertificateStepKind, CertificateReason[]> Reasons = new()
    {
        [CertificateStepKind.Suspended] = [CertificateReason.UnderReview],
        [CertificateStepKind.Restored] = [CertificateReason.ReviewEnded],
        [CertificateStepKind.Revoked] = [CertificateReason.IssuedInError, CertificateReason.DecisionCancelled, CertificateReason.Dishonesty],
        [CertificateStepKind.Superseded] = [CertificateReason.FactsWrong, CertificateReason.NameChanged, CertificateReason.LostOrDamaged],
    };

    private readonly List<CertificateStep> steps = [];

    /// <summary>What it certifies.</summary>
    public CertificateKind Kind { get; init; }

    /// <summary>Serial number as printed, for example <c>KZ-2026-000042</c>; unique, without gaps in a kind and year.</summary>
    public required string Serial { get; init; }

    /// <summary>Random code of the public page (26 characters): not guessable from the serial number.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>The organisation in whose register it stands, and whose staff may change its state.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>
    /// What it is issued for: the enrolment, the authorisation of a trainer, the protocol of a commission. Of one kind there is
    /// one certificate for it, in one or more editions.
    /// </summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Number of the edition, from 1; a higher one stands in the place of the one before.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>The certificate in whose place it stands; null for a first edition.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>Enrolment in a course; null for kinds without one.</summary>
    public Guid? EnrolmentId { get; init; }

    /// <summary>Holder.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Programme version it is about; null for a category.</summary>
    public Guid? ProgrammeVersionId { get; init; }

    /// <summary>Name as printed.</summary>
    public required string HolderName { get; init; }

    /// <summary>What it is about as printed: title of the programme, or the category.</summary>
    public required LocalizedText ProgrammeTitle { get; init; }

    /// <summary>Code of the programme as printed; null for a category.</summary>
    public string? ProgrammeCode { get; init; }

    /// <summary>Number of the programme version as printed; null for a category.</summary>
    public int? ProgrammeVersionNumber { get; init; }

    /// <summary>Academic hours as printed; null where the programme states none.</summary>
    public int? Hours { get; init; }

    /// <summary>First day of the course, or of the year of support; null for kinds without one.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Last day of the course, or of the year of support; null for kinds without one.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>First day on which what it certifies holds; null where it holds from the day of issue.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which what it certifies holds; null where it has no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Number and kind of the decision it rests on, as printed; null where it rests on the assessment of the course.</summary>
    public string? Grounds { get; init; }

    /// <summary>Modules, marks and competences of the appendix as JSON (<see cref="CertificateAppendix"/>); null without an appendix.</summary>
    public string? Appendix { get; init; }

    /// <summary>Day of issue: of the first edition, since from it the hours count. A later edition does not move it.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Day on which this edition was issued in the place of the one before; null for a first edition.</summary>
    public DateOnly? ReissuedOn { get; init; }

    /// <summary>Issuing organisation as printed.</summary>
    public required LocalizedText Issuer { get; init; }

    /// <summary>Number of the template it is printed with; 0 is the one that the product brings along.</summary>
    public int TemplateNumber { get; init; }

    /// <summary>Number, from 1, that gives its place in the published list of states (<see cref="StatusPlace"/>).</summary>
    public required int StatusNumber { get; init; }

    /// <summary>When its file was drawn first and its hash kept (UTC); null until a job or the holder asks for it.</summary>
    public DateTime? SealedAt { get; private set; }

    /// <summary>Whether it holds.</summary>
    public CertificateStatus Status { get; private set; }

    /// <summary>Since when (UTC); null while nothing happened to it.</summary>
    public DateTime? StatusSince { get; private set; }

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyCollection<CertificateStep> Steps => steps;

    /// <summary>The reasons for which a step may be taken.</summary>
    public static IReadOnlyList<CertificateReason> ReasonsFor(CertificateStepKind step) => Reasons[step];

    /// <summary>Its file was drawn and its hash is kept.</summary>
    public void Seal(DateTime at) => SealedAt ??= at;

    /// <summary>Takes it out of force for now.</summary>
    public Error? Suspend(Guid by, CertificateReason reason, string words, DateTime at) =>
        Move(CertificateStatus.Suspended, CertificateStepKind.Suspended, by, reason, words, at);

    /// <summary>Puts it into force again.</summary>
    public Error? Restore(Guid by, CertificateReason reason, string words, DateTime at) =>
        Move(CertificateStatus.Valid, CertificateStepKind.Restored, by, reason, words, at);

    /// <summary>Takes it out of force for good.</summary>
    public Error? Revoke(Guid by, CertificateReason reason, string words, DateTime at) =>
        Move(CertificateStatus.Revoked, CertificateStepKind.Revoked, by, reason, words, at);

    /// <summary>Another one comes into its place.</summary>
    public Error? Supersede(Guid by, CertificateReason reason, string words, DateTime at) =>
        Move(CertificateStatus.Superseded, CertificateStepKind.Superseded, by, reason, words, at);

    private Error? Move(CertificateStatus to, CertificateStepKind kind, Guid by, CertificateReason reason, string words, DateTime at)
    {
        if (!Reasons[kind].Contains(reason))
        {
            return new ReasonDoesNotFit();
        }

        var error = States.Check(Status, to);
        if (error is null)
        {
            Status = to;
            StatusSince = at;
            steps.Add(new CertificateStep { CertificateId = Id, Number = steps.Count + 1, Kind = kind, At = at, ById = by, Reason = reason, Words = words });
        }

        return error;
    }
}

/// <summary>One step that was taken with a certificate.</summary>
public sealed class CertificateStep : Entity
{
    /// <summary>Certificate.</summary>
    public Guid CertificateId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required CertificateStepKind Kind { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ById { get; init; }

    /// <summary>Why; public.</summary>
    public required CertificateReason Reason { get; init; }

    /// <summary>Words about it; not public.</summary>
    public required string Words { get; init; }
}
