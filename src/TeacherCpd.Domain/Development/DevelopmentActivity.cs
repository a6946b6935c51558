using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Development;

/// <summary>Forms of professional development beside courses (Lesson Study, pairs and events of the 2022 report and the 2023 concept).</summary>
public enum DevelopmentKind
{
    /// <summary>Seminar.</summary>
    Seminar,

    /// <summary>Webinar.</summary>
    Webinar,

    /// <summary>Master class, held or attended.</summary>
    MasterClass,

    /// <summary>Lesson Study: colleagues plan, watch and discuss lessons together.</summary>
    LessonStudy,

    /// <summary>Internship at another organisation.</summary>
    Internship,

    /// <summary>Contest of professional skill.</summary>
    Contest,

    /// <summary>Mentoring of or by a colleague.</summary>
    Mentoring,
}

/// <summary>Who of a pair the person was.</summary>
public enum MentoringSide
{
    /// <summary>Accompanied the other.</summary>
    Mentor,

    /// <summary>Was accompanied.</summary>
    Mentee,
}

/// <summary>State of an activity.</summary>
public enum ActivityStatus
{
    /// <summary>Told by the teacher; waits for the school.</summary>
    Recorded,

    /// <summary>The school saw the evidence: its hours count by the rule.</summary>
    Confirmed,

    /// <summary>The school gave it back with a reason.</summary>
    Returned,

    /// <summary>The teacher took it back.</summary>
    Withdrawn,
}

/// <summary>What shows that it took place.</summary>
/// <param name="Link">Address of a page, <c>https</c> only; null where there is none.</param>
/// <param name="DocumentNumber">Number of a certificate or an order; null where there is none.</param>
/// <param name="File">A file in the store; null where there is none.</param>
public sealed record Evidence(string? Link, string? DocumentNumber, EvidenceFile? File)
{
    /// <summary>Longest address, in characters.</summary>
    public const int LinkMaxLength = 500;

    /// <summary>Longest number, in characters.</summary>
    public const int NumberMaxLength = 100;

    /// <summary>Whether there is any.</summary>
    public bool IsThere => Link is not null || DocumentNumber is not null || File is not null;

    /// <summary>Whether an address may be shown as a link: a whole address under <c>https</c>.</summary>
    public static bool IsLink(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}

/// <summary>A file in the store.</summary>
/// <param name="Name">Name the person gave it.</param>
/// <param name="ContentType">Media type found by content.</param>
/// <param name="Sha256">Hash under which it is kept.</param>
public sealed record EvidenceFile(string Name, string ContentType, string Sha256);

/// <summary>The other person of a mentoring pair.</summary>
/// <param name="OtherId">Who.</param>
/// <param name="Side">Who of the pair the teacher was.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record Pair(Guid OtherId, MentoringSide Side, string Outcome)
{
    /// <summary>Longest outcome, in characters.</summary>
    public const int OutcomeMaxLength = 1000;
}

/// <summary>What a teacher tells of an activity.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Organiser">Who held it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Hours">Academic hours claimed, 1 to 500.</param>
/// <param name="Evidence">What shows that it took place.</param>
/// <param name="Pair">The other person; for mentoring only.</param>
public sealed record ActivityFacts(
    DevelopmentKind Kind, string Title, string Organiser, DateOnly From, DateOnly To, int Hours, Evidence Evidence, Pair? Pair)
{
    /// <summary>Longest title and organiser, in characters.</summary>
    public const int TitleMaxLength = 200;

    /// <summary>Most hours that one activity may claim.</summary>
    public const int MostHours = 500;
}

/// <summary>Something that a teacher did for the own development outside courses. It belongs to the person, not to the school.</summary>
public sealed class DevelopmentActivity : Aggregate
{
    /// <summary>Longest reason of a return, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Which state may follow which. It may be corrected until it is confirmed.</summary>
    public static readonly Transitions<ActivityStatus> States = new(
        (ActivityStatus.Recorded, [ActivityStatus.Recorded, ActivityStatus.Confirmed, ActivityStatus.Returned, ActivityStatus.Withdrawn]),
        (ActivityStatus.Returned, [ActivityStatus.Recorded, ActivityStatus.Withdrawn]));

    private DevelopmentActivity()
    {
    }

    /// <summary>Teacher.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Kind.</summary>
    public DevelopmentKind Kind { get; private set; }

    /// <summary>What it was called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Who held it.</summary>
    public string Organiser { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; the hours belong to it.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Academic hours claimed; what counts of them says <see cref="DevelopmentHours"/>.</summary>
    public int Hours { get; private set; }

    /// <summary>Address of a page that shows it.</summary>
    public string? Link { get; private set; }

    /// <summary>Number of a paper that shows it.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>Name of the file that shows it.</summary>
    public string? FileName { get; private set; }

    /// <summary>Media type of the file.</summary>
    public string? FileContentType { get; private set; }

    /// <summary>Hash under which the file is kept.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>The other person of a mentoring pair.</summary>
    public Guid? OtherId { get; private set; }

    /// <summary>Who of the pair the teacher was.</summary>
    public MentoringSide? Side { get; private set; }

    /// <summary>What came of the mentoring.</summary>
    public string? Outcome { get; private set; }

    /// <summary>State.</summary>
    public ActivityStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Who confirmed or returned it last.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Why it was returned; stays until it is corrected.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The evidence.</summary>
    public Evidence Evidence => new(Link, DocumentNumber, FileSha256 is null ? null : new EvidenceFile(FileName!, FileContentType!, FileSha256));

    /// <summary>Records an activity.</summary>
    /// <param name="id">Id of the activity.</param>
    /// <param name="personId">Teacher.</param>
    /// <param name="facts">What the teacher tells.</param>
    /// <param name="at">Moment (UTC); its day in Kazakhstan is <paramref name="today"/>.</param>
    /// <param name="today">Today.</param>
    public static Result<DevelopmentActivity> Record(Guid id, Guid personId, ActivityFacts facts, DateTime at, DateOnly today)
    {
        if (Fault(personId, facts, today) is { } fault)
        {
            return fault;
        }

        var activity = new DevelopmentActivity { Id = id, PersonId = personId, StatusSince = at };
        activity.Take(facts);
        return activity;
    }

    /// <summary>The teacher tells it anew; it waits for the school again.</summary>
    public Error? Correct(ActivityFacts facts, DateTime at, DateOnly today)
    {
        var error = Fault(PersonId, facts, today) ?? Move(ActivityStatus.Recorded, at);
        if (error is null)
        {
            Take(facts);
            ReturnReason = null;
        }

        return error;
    }

    /// <summary>The teacher takes it back.</summary>
    public Error? Withdraw(DateTime at) => Move(ActivityStatus.Withdrawn, at);

    /// <summary>The school confirms it.</summary>
    public Error? Confirm(Guid by, DateTime at) => Decide(ActivityStatus.Confirmed, by, at, null);

    /// <summary>The school gives it back.</summary>
    /// <param name="by">Who.</param>
    /// <param name="reason">What to correct; the teacher reads it.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Return(Guid by, string reason, DateTime at) => Decide(ActivityStatus.Returned, by, at, reason);

    private static Error? Fault(Guid personId, ActivityFacts facts, DateOnly today) => facts switch
    {
        _ when facts.To < facts.From => new ActivityDaysReversed(),
        _ when facts.To > today => new ActivityNotOver(),
        { Evidence.IsThere: false } => new EvidenceMissing(),
        { Kind: DevelopmentKind.Mentoring, Pair: null } => new PairMissing(),
        _ when facts.Pair?.OtherId == personId => new PairWithOneself(),
        _ => null,
    };

    private Error? Decide(ActivityStatus to, Guid by, DateTime at, string? reason)
    {
        var error = by == PersonId ? new OwnActivity() : (Error?)Move(to, at);
        if (error is null)
        {
            DecidedBy = by;
            ReturnReason = reason;
        }

        return error;
    }

    private StepNotAllowed? Move(ActivityStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            Status = to;
            StatusSince = at;
        }

        return error;
    }

    private void Take(ActivityFacts facts)
    {
        Kind = facts.Kind;
        Title = facts.Title;
        Organiser = facts.Organiser;
        From = facts.From;
        To = facts.To;
        Hours = facts.Hours;
        Link = facts.Evidence.Link;
        DocumentNumber = facts.Evidence.DocumentNumber;
        FileName = facts.Evidence.File?.Name;
        FileContentType = facts.Evidence.File?.ContentType;
        FileSha256 = facts.Evidence.File?.Sha256;
        var pair = facts.Kind == DevelopmentKind.Mentoring ? facts.Pair : null;
        OtherId = pair?.OtherId;
        Side = pair?.Side;
        Outcome = pair?.Outcome;
    }
}
