using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Portfolios;

/// <summary>Where a portfolio is on its way to a grade.</summary>
public enum PortfolioStatus
{
    /// <summary>Nothing handed in yet.</summary>
    Draft,

    /// <summary>First version received; its originality is being checked (ҚБ).</summary>
    FormativeCheck,

    /// <summary>Checked; the trainer's feedback is due.</summary>
    AwaitingFeedback,

    /// <summary>The trainer's feedback is there; a new version is due.</summary>
    FeedbackGiven,

    /// <summary>New version received; its originality is being checked (ЖБ).</summary>
    SummativeCheck,

    /// <summary>Checked; waits for an independent assessor.</summary>
    AwaitingAssessment,

    /// <summary>An independent assessor has it.</summary>
    InAssessment,

    /// <summary>Graded good or satisfactory.</summary>
    Recommended,

    /// <summary>Graded unsatisfactory; a new version may be handed in for re-assessment.</summary>
    ReAssessment,
}

/// <summary>The portfolio takes no new version in its present state.</summary>
/// <param name="Status">State now.</param>
public sealed record PortfolioTakesNoVersion(PortfolioStatus Status) : Error("portfolio_takes_no_version", ErrorKind.Conflict);

/// <summary>A person's portfolio in a group, with every version kept.</summary>
public sealed class Portfolio : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<PortfolioStatus> States = new(
        (PortfolioStatus.Draft, [PortfolioStatus.FormativeCheck]),
        (PortfolioStatus.FormativeCheck, [PortfolioStatus.AwaitingFeedback]),
        (PortfolioStatus.AwaitingFeedback, [PortfolioStatus.FeedbackGiven]),
        (PortfolioStatus.FeedbackGiven, [PortfolioStatus.SummativeCheck]),
        (PortfolioStatus.SummativeCheck, [PortfolioStatus.AwaitingAssessment]),
        (PortfolioStatus.AwaitingAssessment, [PortfolioStatus.InAssessment]),
        (PortfolioStatus.InAssessment, [PortfolioStatus.Recommended, PortfolioStatus.ReAssessment]),
        (PortfolioStatus.ReAssessment, [PortfolioStatus.SummativeCheck]));

    private readonly List<PortfolioVersion> versions = [];

    /// <summary>Enrolment.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>State.</summary>
    public PortfolioStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Versions, oldest first.</summary>
    public IReadOnlyCollection<PortfolioVersion> Versions => versions;

    /// <summary>The stage of the version that would be handed in now, or null when none is taken.</summary>
    public AssessmentStage? NextStage => Status switch
    {
        PortfolioStatus.Draft => AssessmentStage.Formative,
        PortfolioStatus.FeedbackGiven or PortfolioStatus.ReAssessment => AssessmentStage.Summative,
        _ => null,
    };

    /// <summary>The portfolio of a person who was just accepted: nothing handed in yet.</summary>
    public static Portfolio Begin(Guid enrolmentId, DateTime at) => new() { EnrolmentId = enrolmentId, StatusSince = at };

    /// <summary>Takes a new version; its check follows.</summary>
    public Result<PortfolioVersion> HandIn(Guid versionId, HandedInFile file, DateTime at)
    {
        if (NextStage is not { } stage)
        {
            return new PortfolioTakesNoVersion(Status);
        }

        var version = new PortfolioVersion
        {
            Id = versionId,
            PortfolioId = Id,
            Number = versions.Count + 1,
            Stage = stage,
            FileName = file.FileName,
            ContentType = file.ContentType,
            Bytes = file.Bytes,
            Sha256 = file.Sha256,
            ReceivedAt = at,
        };
        versions.Add(version);
        Enter(stage == AssessmentStage.Formative ? PortfolioStatus.FormativeCheck : PortfolioStatus.SummativeCheck, at);
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

/// <summary>One version of a portfolio, frozen when received.</summary>
public sealed class PortfolioVersion : Entity
{
    /// <summary>Portfolio.</summary>
    public Guid PortfolioId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Stage it was handed in for.</summary>
    public AssessmentStage Stage { get; init; }

    /// <summary>File name as given.</summary>
    public required string FileName { get; init; }

    /// <summary>Media type found by content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was received (UTC).</summary>
    public DateTime ReceivedAt { get; init; }
}

/// <summary>The text of a version as extracted; kept apart because it is long and seldom read.</summary>
public sealed class PortfolioText : INotAudited
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Text as a reader of the document sees it, paragraphs separated by a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 units of the file that a reader cannot see (white, tiny or hidden letters); not part of <see cref="Text"/>.</summary>
    public int HiddenCharacters { get; init; }

    /// <summary>Pages of the file that show something but give no text, such as scans; no comparison knows what they say.</summary>
    public int PagesWithoutText { get; init; }
}
