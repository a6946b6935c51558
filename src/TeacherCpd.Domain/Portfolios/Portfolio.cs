using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Portfolios;

/// <summary>Where a portfolio is on its way to a grade.</summary>
public enum PortfolioStatus
{
    /// <summary>Nothing handed in yet.</summary>
    Draft,

    /// <summary>First version handed in; its originality is being checked (ҚБ).</summary>
    FormativeCheck,

    /// <summary>Checked; the trainer's feedback is due.</summary>
    AwaitingFeedback,

    /// <summary>The trainer's feedback is there; a new version is due.</summary>
    FeedbackGiven,

    /// <summary>New version handed in; its originality is being checked (ЖБ).</summary>
    SummativeCheck,

    /// <summary>Checked; waits for an independent assessor.</summary>
    AwaitingAssessment,

    /// <summary>An independent assessor has it.</summary>
    InAssessment,

    /// <summary>Graded good or satisfactory.</summary>
    Recommended,

    /// <summary>Graded unsatisfactory; a new version may be handed in for re-assessment.</summary>
    ReAssessment,

    /// <summary>Refused by the verdict of an originality case; a new version may be handed in for re-assessment.</summary>
    Refused,
}

/// <summary>The portfolio takes no new version in its present state.</summary>
/// <param name="Status">State now.</param>
public sealed record PortfolioTakesNoVersion(PortfolioStatus Status) : Error("portfolio_takes_no_version", ErrorKind.Conflict);

/// <summary>Parts that the plan asks for were not received yet.</summary>
/// <param name="Missing">How many.</param>
public sealed record PartsMissing(int Missing) : Error("parts_missing", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Missing];
}

/// <summary>
/// A person's portfolio in a group. Its parts are received one by one, each as often as wanted; handing in freezes the newest
/// of each as a version, and every version is kept.
/// </summary>
public sealed class Portfolio : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<PortfolioStatus> States = new(
        (PortfolioStatus.Draft, [PortfolioStatus.FormativeCheck, PortfolioStatus.AwaitingFeedback]),
        (PortfolioStatus.FormativeCheck, [PortfolioStatus.AwaitingFeedback]),
        (PortfolioStatus.AwaitingFeedback, [PortfolioStatus.FeedbackGiven, PortfolioStatus.Refused]),
        (PortfolioStatus.FeedbackGiven, [PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingAssessment, PortfolioStatus.Refused]),
        (PortfolioStatus.SummativeCheck, [PortfolioStatus.AwaitingAssessment]),
        (PortfolioStatus.AwaitingAssessment, [PortfolioStatus.InAssessment, PortfolioStatus.Refused]),
        (PortfolioStatus.InAssessment, [PortfolioStatus.Recommended, PortfolioStatus.ReAssessment, PortfolioStatus.Refused]),
        (PortfolioStatus.ReAssessment, [PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingAssessment, PortfolioStatus.Recommended]),
        (PortfolioStatus.Refused,
        [
            PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingFeedback, PortfolioStatus.FeedbackGiven,
            PortfolioStatus.AwaitingAssessment, PortfolioStatus.InAssessment,
        ]));

    private readonly List<PortfolioMaterial> materials = [];
    private readonly List<PortfolioVersion> versions = [];

    /// <summary>Enrolment.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>State.</summary>
    public PortfolioStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Everything received, in the order of receiving.</summary>
    public IReadOnlyCollection<PortfolioMaterial> Materials => materials;

    /// <summary>Versions that were handed in, oldest first.</summary>
    public IReadOnlyCollection<PortfolioVersion> Versions => versions;

    /// <summary>The stage of the version that would be handed in now, or null when none is taken.</summary>
    public AssessmentStage? NextStage => Status switch
    {
        PortfolioStatus.Draft => AssessmentStage.Formative,
        PortfolioStatus.FeedbackGiven or PortfolioStatus.ReAssessment or PortfolioStatus.Refused => AssessmentStage.Summative,
        _ => null,
    };

    /// <summary>The portfolio of a person who was just accepted: nothing handed in yet.</summary>
    public static Portfolio Begin(Guid enrolmentId, DateTime at) => new() { EnrolmentId = enrolmentId, StatusSince = at };

    /// <summary>Receives a part; one that was received before stays, and the new one counts at the next handing in.</summary>
    /// <param name="materialId">Id of the material.</param>
    /// <param name="part">Part that it is; whether the plan asks for it is the caller's to know.</param>
    /// <param name="file">The file.</param>
    /// <param name="begunAt">When its upload began (UTC): what counts against a deadline.</param>
    /// <param name="at">When it was received (UTC).</param>
    public Result<PortfolioMaterial> Receive(Guid materialId, PortfolioPart part, HandedInFile file, DateTime begunAt, DateTime at)
    {
        if (NextStage is null)
        {
            return new PortfolioTakesNoVersion(Status);
        }

        var material = new PortfolioMaterial
        {
            Id = materialId,
            PortfolioId = Id,
            Kind = part.Kind,
            Part = part.Number,
            Number = materials.Count(m => m.Place == part) + 1,
            FileName = file.FileName,
            ContentType = file.ContentType,
            Bytes = file.Bytes,
            Sha256 = file.Sha256,
            BegunAt = begunAt,
            ReceivedAt = at,
        };
        materials.Add(material);
        return material;
    }

    /// <summary>The newest of each part that was received.</summary>
    /// <param name="parts">Parts that the plan asks for.</param>
    public IReadOnlyList<PortfolioMaterial> Newest(IEnumerable<PortfolioPart> parts) =>
        [.. parts.Select(part => materials.Where(m => m.Place == part).MaxBy(m => m.Number)).OfType<PortfolioMaterial>()];

    /// <summary>Hands in the newest of each part as a new version; nothing of it changes any more.</summary>
    /// <param name="versionId">Id of the version.</param>
    /// <param name="parts">Parts that the plan asks for, in its order.</param>
    /// <param name="isChecked">Whether an originality check follows.</param>
    /// <param name="at">Moment (UTC).</param>
    public Result<PortfolioVersion> HandIn(Guid versionId, IReadOnlyCollection<PortfolioPart> parts, bool isChecked, DateTime at)
    {
        if (NextStage is not { } stage)
        {
            return new PortfolioTakesNoVersion(Status);
        }

        var newest = Newest(parts);
        if (newest.Count < parts.Count)
        {
            return new PartsMissing(parts.Count - newest.Count);
        }

        var version = new PortfolioVersion(newest)
        {
            Id = versionId,
            PortfolioId = Id,
            Number = versions.Count + 1,
            Stage = stage,
            HandedInAt = at,
        };
        versions.Add(version);
        Enter(
            (stage, isChecked) switch
            {
                (AssessmentStage.Formative, true) => PortfolioStatus.FormativeCheck,
                (AssessmentStage.Formative, false) => PortfolioStatus.AwaitingFeedback,
                (AssessmentStage.Summative, true) => PortfolioStatus.SummativeCheck,
                (AssessmentStage.Summative, false) => PortfolioStatus.AwaitingAssessment,
            },
            at);
        return version;
    }

    /// <summary>Moves to the next state.</summary>
    public Error? Move(PortfolioStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            Enter(to, at);
        }

        return error;
    }

    private void Enter(PortfolioStatus to, DateTime at)
    {
        Status = to;
        StatusSince = at;
    }
}

/// <summary>What is known of a file that was received and stored.</summary>
/// <param name="FileName">Name the person gave it, without a path, up to 200 characters.</param>
/// <param name="ContentType">Media type found by content.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal, 64 characters; the address in the store.</param>
public sealed record HandedInFile(string FileName, string ContentType, long Bytes, string Sha256);

/// <summary>What a material is.</summary>
public enum MaterialKind
{
    /// <summary>Портфолио есебі.</summary>
    Report,

    /// <summary>Презентация.</summary>
    Presentation,
}

/// <summary>A part of a portfolio that its plan asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Number among the parts of its kind, from 1.</param>
public readonly record struct PortfolioPart(MaterialKind Kind, int Number);

/// <summary>A file that was received for a part of a portfolio; it never changes, a better one is another material.</summary>
public sealed class PortfolioMaterial : Entity
{
    /// <summary>Portfolio.</summary>
    public Guid PortfolioId { get; init; }

    /// <summary>What it is.</summary>
    public MaterialKind Kind { get; init; }

    /// <summary>Number among the parts of its kind, from 1.</summary>
    public int Part { get; init; }

    /// <summary>Number among what was received for the part, from 1.</summary>
    public int Number { get; init; }

    /// <summary>File name as given.</summary>
    public required string FileName { get; init; }

    /// <summary>Media type found by content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When its upload began (UTC).</summary>
    public DateTime BegunAt { get; init; }

    /// <summary>When it was received whole (UTC).</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>Part that it is.</summary>
    public PortfolioPart Place => new(Kind, Part);
}

/// <summary>One version of a portfolio: what was handed in together for a stage, frozen.</summary>
public sealed class PortfolioVersion : Entity
{
    private readonly List<PortfolioMaterial> materials;

    internal PortfolioVersion(IEnumerable<PortfolioMaterial> materials) => this.materials = [.. materials];

    private PortfolioVersion() => materials = [];

    /// <summary>Portfolio.</summary>
    public Guid PortfolioId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Stage it was handed in for.</summary>
    public AssessmentStage Stage { get; init; }

    /// <summary>When it was handed in (UTC).</summary>
    public DateTime HandedInAt { get; init; }

    /// <summary>One of each part; those that did not change since the version before are the same.</summary>
    public IReadOnlyCollection<PortfolioMaterial> Materials => materials;
}

/// <summary>The text of a material as extracted; kept apart because it is long and seldom read.</summary>
public sealed class PortfolioText : INotAudited
{
    /// <summary>Material.</summary>
    public Guid MaterialId { get; init; }

    /// <summary>Text as a reader of the document sees it, paragraphs separated by a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 units of the file that a reader cannot see (white, tiny or hidden letters); not part of <see cref="Text"/>.</summary>
    public int HiddenCharacters { get; init; }

    /// <summary>Pages of the file that show something but give no text, such as scans; no comparison knows what they say.</summary>
    public int PagesWithoutText { get; init; }
}
