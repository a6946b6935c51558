using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Trainers;

/// <summary>State of a campaign.</summary>
public enum CampaignStatus
{
    /// <summary>Reports are handed in and assessed, the council decides.</summary>
    Open,

    /// <summary>The council decided on everybody.</summary>
    Closed,
}

/// <summary>Somebody of the campaign has no decision yet.</summary>
/// <param name="Count">How many.</param>
public sealed record CampaignHasUndecided(int Count) : Error("campaign_has_undecided", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Count];
}

/// <summary>The days of a campaign do not follow one another.</summary>
public sealed record CampaignDaysReversed() : Error("campaign_days_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(RecertificationCampaign.ValidUntil);
}

/// <summary>The yearly recertification of trainers (2022 report, L2706 to L2726 and L3168 to L3177).</summary>
public sealed class RecertificationCampaign : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<CampaignStatus> States = new((CampaignStatus.Open, [CampaignStatus.Closed]));

    /// <summary>Year; one campaign a year.</summary>
    public required int Year { get; init; }

    /// <summary>Order by which it is held.</summary>
    public required string Basis { get; init; }

    /// <summary>Whose certification ends on this day or before is due.</summary>
    public required DateOnly DueUntil { get; init; }

    /// <summary>Last day on which reports are taken.</summary>
    public required DateOnly ReportsUntil { get; init; }

    /// <summary>First day of the certification that it gives.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>Rubric by which reports are assessed; a published version.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>State.</summary>
    public CampaignStatus Status { get; private set; }

    /// <summary>When it was closed (UTC).</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What is wrong with the days; null when nothing is.</summary>
    public Error? Fault => ValidUntil < ValidFrom ? new CampaignDaysReversed() : null;

    /// <summary>Whether an authorisation takes part: certified and ending, or not recommended in an earlier campaign.</summary>
    public bool Takes(Authorisation authorisation) =>
        authorisation.Status == AuthorisationStatus.NotRecommended
        || (authorisation.Status == AuthorisationStatus.Certified && authorisation.ValidUntil <= DueUntil);

    /// <summary>Closes it.</summary>
    /// <param name="undecided">How many have no decision.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Close(int undecided, DateTime at)
    {
        var error = States.Check(Status, CampaignStatus.Closed) ?? (undecided > 0 ? new CampaignHasUndecided(undecided) : (Error?)null);
        if (error is null)
        {
            Status = CampaignStatus.Closed;
            ClosedAt = at;
        }

        return error;
    }
}

/// <summary>Where one recertification stands.</summary>
public enum RecertificationStatus
{
    /// <summary>The reflective report is awaited.</summary>
    AwaitingReport,

    /// <summary>It is handed in; two assessors read it after the last day.</summary>
    HandedIn,

    /// <summary>Both sheets are signed; the council decides.</summary>
    Assessed,

    /// <summary>Recommended by the council, and certified anew.</summary>
    Certified,

    /// <summary>Not recommended; carried over to the next campaign, with evidence of new practice.</summary>
    NotRecommended,
}

/// <summary>The last day for reports is over.</summary>
/// <param name="Day">Last day.</param>
public sealed record ReportsOver(DateOnly Day) : Error("reports_over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Day];
}

/// <summary>Whoever was not recommended before has to tell what was practised since.</summary>
public sealed record NewPracticeMissing() : Error("new_practice_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(ReflectiveReport.NewPractice);
}

/// <summary>What the council decided.</summary>
/// <param name="ProtocolNumber">Number of the protocol.</param>
/// <param name="On">Its day.</param>
/// <param name="Reasons">Reasons; the trainer reads them.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When (UTC).</param>
public sealed record CouncilDecision(string ProtocolNumber, DateOnly On, string? Reasons, Guid By, DateTime At);

/// <summary>One authorisation in one campaign: report, sheets, decision.</summary>
public sealed class Recertification : Aggregate
{
    /// <summary>Longest number of a protocol, in characters.</summary>
    public const int ProtocolLength = 60;

    /// <summary>Longest reasons, in characters.</summary>
    public const int ReasonsLength = 2000;

    /// <summary>Which state may follow which. A better report may be handed in until the last day.</summary>
    public static readonly Transitions<RecertificationStatus> States = new(
        (RecertificationStatus.AwaitingReport, [RecertificationStatus.HandedIn, RecertificationStatus.NotRecommended]),
        (RecertificationStatus.HandedIn, [RecertificationStatus.HandedIn, RecertificationStatus.Assessed]),
        (RecertificationStatus.Assessed, [RecertificationStatus.Certified, RecertificationStatus.NotRecommended]));

    private readonly List<ReflectiveReport> reports = [];

    /// <summary>Campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Number to quote; stands for the name while the report is assessed.</summary>
    public required string Number { get; init; }

    /// <summary>Trainer.</summary>
    public required Guid TrainerId { get; init; }

    /// <summary>Authorisation.</summary>
    public required Guid AuthorisationId { get; init; }

    /// <summary>Programme.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>Whether an earlier campaign did not recommend: evidence of new practice is needed.</summary>
    public required bool IsCarriedOver { get; init; }

    /// <summary>State.</summary>
    public RecertificationStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Reports, oldest first; the last one counts.</summary>
    public IReadOnlyCollection<ReflectiveReport> Reports => reports;

    /// <summary>Number of the council's protocol; null until it decided.</summary>
    public string? ProtocolNumber { get; private set; }

    /// <summary>Day of the protocol.</summary>
    public DateOnly? ProtocolOn { get; private set; }

    /// <summary>The council's reasons.</summary>
    public string? Reasons { get; private set; }

    /// <summary>Who recorded the decision.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Begins it.</summary>
    public static Recertification Begin(RecertificationCampaign campaign, Authorisation authorisation, string number, DateTime at) => new()
    {
        CampaignId = campaign.Id,
        Number = number,
        TrainerId = authorisation.TrainerId,
        AuthorisationId = authorisation.Id,
        ProgrammeId = authorisation.ProgrammeId,
        IsCarriedOver = authorisation.Status == AuthorisationStatus.NotRecommended,
        StatusSince = at,
    };

    /// <summary>Hands in a report; a better one may follow until the last day.</summary>
    /// <param name="report">Report.</param>
    /// <param name="last">Last day for reports.</param>
    /// <param name="today">Today.</param>
    public Error? HandIn(ReflectiveReport report, DateOnly last, DateOnly today)
    {
        var error = today > last ? new ReportsOver(last)
            : IsCarriedOver && report.NewPractice is null ? new NewPracticeMissing()
            : (Error?)Move(RecertificationStatus.HandedIn, report.ReceivedAt);
        if (error is null)
        {
            reports.Add(report);
        }

        return error;
    }

    /// <summary>Both assessors signed.</summary>
    public Error? Assess(DateTime at) => Move(RecertificationStatus.Assessed, at);

    /// <summary>Records what the council decided.</summary>
    /// <param name="to">Certified or not recommended.</param>
    /// <param name="decision">Protocol and reasons.</param>
    public Error? Decide(RecertificationStatus to, CouncilDecision decision)
    {
        var error = to is RecertificationStatus.Certified or RecertificationStatus.NotRecommended
            ? Move(to, decision.At)
            : new StepNotAllowed(Status.ToString(), to.ToString());
        if (error is null)
        {
            (ProtocolNumber, ProtocolOn, Reasons, DecidedBy) = (decision.ProtocolNumber, decision.On, decision.Reasons, decision.By);
        }

        return error;
    }

    private StepNotAllowed? Move(RecertificationStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return error;
    }
}

/// <summary>A reflective report as it was received; it never changes, a better one is another report.</summary>
public sealed class ReflectiveReport : Entity
{
    /// <summary>Longest account of new practice, in characters.</summary>
    public const int PracticeLength = 2000;

    /// <summary>Recertification.</summary>
    public Guid RecertificationId { get; init; }

    /// <summary>File name as given.</summary>
    public required string FileName { get; init; }

    /// <summary>Media type found by content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal; the address in the store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the trainer practised since an earlier refusal; null where nothing is asked.</summary>
    public string? NewPractice { get; init; }

    /// <summary>When it was received (UTC).</summary>
    public required DateTime ReceivedAt { get; init; }
}

/// <summary>The text of a reflective report with its fingerprints; kept apart because it is long and seldom read.</summary>
public sealed class ReflectiveText : INotAudited
{
    /// <summary>Report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Text as a reader of the document sees it, paragraphs separated by a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>Packed fingerprints of the text; they find the reports worth comparing.</summary>
    public required byte[] Fingerprints { get; init; }

    /// <summary>UTF-16 units of the file that a reader cannot see; not part of <see cref="Text"/>.</summary>
    public required int HiddenCharacters { get; init; }
}

/// <summary>One assessor's sheet for one reflective report, by the rubric of the campaign.</summary>
public sealed class TrainerSheet : Aggregate
{
    /// <summary>Longest comment, in characters.</summary>
    public const int CommentLength = 4000;

    /// <summary>How many assessors read each report.</summary>
    public const int Needed = 2;

    private readonly List<TrainerMark> marks = [];

    /// <summary>Recertification.</summary>
    public required Guid RecertificationId { get; init; }

    /// <summary>Report that is read.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Assessor.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>First or second, in the order of taking.</summary>
    public required int Turn { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was signed (UTC); null while it is a draft.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>Words about the whole.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>Grade by the table of the rubric; null until it is signed.</summary>
    public Grade? Grade { get; private set; }

    /// <summary>Marks, one a criterion.</summary>
    public IReadOnlyCollection<TrainerMark> Marks => marks;

    /// <summary>Saves the marks so far; criteria may still be open.</summary>
    public Error? Save(IEnumerable<(Guid CriterionId, Grade? Level, string Comment)> entries, string comment)
    {
        if (SignedAt is not null)
        {
            return new SheetAlreadySigned();
        }

        foreach (var (criterionId, level, words) in entries)
        {
            var mark = marks.Find(m => m.CriterionId == criterionId);
            if (mark is null)
            {
                marks.Add(mark = new TrainerMark { SheetId = Id, CriterionId = criterionId });
            }

            mark.Set(level, words);
        }

        Comment = comment;
        return null;
    }

    /// <summary>Signs it; every criterion needs a level, and the grade follows by the table.</summary>
    public Error? Sign(GradeRule rule, DateTime at)
    {
        if (SignedAt is not null)
        {
            return new SheetAlreadySigned();
        }

        var levels = marks.Where(m => m.Level is not null).ToDictionary(m => m.CriterionId, m => m.Level!.Value);
        if (rule.Criteria.Any(c => !levels.ContainsKey(c.CriterionId)))
        {
            return new CriterionNotMarked();
        }

        Grade = rule.Of(levels);
        SignedAt = at;
        return null;
    }
}

/// <summary>The level of one criterion on a sheet.</summary>
public sealed class TrainerMark : Entity
{
    /// <summary>Longest comment, in characters.</summary>
    public const int CommentLength = 2000;

    /// <summary>Sheet.</summary>
    public Guid SheetId { get; init; }

    /// <summary>Criterion.</summary>
    public Guid CriterionId { get; init; }

    /// <summary>Level; null while it is open.</summary>
    public Grade? Level { get; private set; }

    /// <summary>Words about it.</summary>
    public string Comment { get; private set; } = "";

    internal void Set(Grade? level, string comment) => (Level, Comment) = (level, comment);
}
