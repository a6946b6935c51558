using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Testing;

/// <summary>Where a trial test is.</summary>
public enum TrialTestStatus
{
    /// <summary>Being put together.</summary>
    Draft,

    /// <summary>Teachers take it on the days that it names.</summary>
    Open,

    /// <summary>Ended before its last day.</summary>
    Closed,
}

/// <summary>Which state of a trial test may follow which.</summary>
public static class TrialTestStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<TrialTestStatus> Table = new(
        (TrialTestStatus.Draft, [TrialTestStatus.Open]),
        (TrialTestStatus.Open, [TrialTestStatus.Closed]));
}

/// <summary>So many items of a section of the bank.</summary>
/// <param name="Section">Section.</param>
/// <param name="Subject">Subject; empty where the section is the same for all.</param>
/// <param name="Count">Items, from 1.</param>
public sealed record SectionPlan(TestSection Section, string Subject, int Count);

/// <summary>All that is written about a trial test.</summary>
/// <param name="Title">Title.</param>
/// <param name="OpensOn">First day.</param>
/// <param name="ClosesOn">Last day.</param>
/// <param name="Minutes">Minutes from the start of an attempt.</param>
/// <param name="ShowsAnswersAtOnce">Whether right answers are shown at the end of each attempt, and not only when the test is over for everybody.</param>
/// <param name="Sections">What it is made of, in order.</param>
public sealed record TrialTestPlan(
    LocalizedText Title, DateOnly OpensOn, DateOnly ClosesOn, int Minutes, bool ShowsAnswersAtOnce, IReadOnlyList<SectionPlan> Sections);

/// <summary>
/// A trial of the knowledge test (order 83, paragraph 41), over the bank of items. It counts for nothing in the attestation. A person takes it
/// once, in Kazakh or Russian as they choose when they start (paragraph 44).
/// </summary>
public sealed class TrialTest : Aggregate
{
    /// <summary>Longest title in one language, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Fewest minutes.</summary>
    public const int LeastMinutes = 5;

    /// <summary>Most minutes.</summary>
    public const int MostMinutes = 240;

    /// <summary>Most items.</summary>
    public const int MostItems = 100;

    private readonly List<TrialTestSection> sections = [];

    /// <summary>Organisation that makes it; whoever manages trial tests there manages this one.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Title.</summary>
    public LocalizedText Title { get; private set; } = new("", "", "");

    /// <summary>First day.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>Minutes from the start of an attempt.</summary>
    public int Minutes { get; private set; }

    /// <summary>Whether right answers are shown at the end of each attempt.</summary>
    public bool ShowsAnswersAtOnce { get; private set; }

    /// <summary>State.</summary>
    public TrialTestStatus Status { get; private set; }

    /// <summary>When it was ended before its last day (UTC); null where it was not.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What it is made of.</summary>
    public IReadOnlyCollection<TrialTestSection> Sections => sections;

    /// <summary>Begins a test.</summary>
    /// <param name="id">Id.</param>
    /// <param name="organisationId">Organisation that makes it.</param>
    /// <param name="plan">What is written about it.</param>
    public static TrialTest Plan(Guid id, Guid organisationId, TrialTestPlan plan)
    {
        var test = new TrialTest { Id = id, OrganisationId = organisationId };
        test.Write(plan);
        return test;
    }

    /// <summary>Writes it anew; once it is open people have taken it as it is.</summary>
    /// <param name="plan">What is written about it.</param>
    public Error? Revise(TrialTestPlan plan)
    {
        if (Status != TrialTestStatus.Draft)
        {
            return new TrialTestFixed();
        }

        Write(plan);
        return null;
    }

    /// <summary>Opens it to teachers.</summary>
    /// <param name="approved">Approved items that the bank has of each section.</param>
    public Error? Open(IReadOnlyDictionary<(TestSection Section, string Subject), int> approved) =>
        TrialTestStates.Table.Check(Status, TrialTestStatus.Open) is { } refused ? refused
        : sections.Count == 0 || sections.Exists(s => approved.GetValueOrDefault((s.Section, s.Subject)) < s.Count) ? new TooFewItems()
        : Move(TrialTestStatus.Open);

    /// <summary>Ends it before its last day: nobody starts any more, attempts that run go on to their end.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Close(DateTime at)
    {
        var refused = TrialTestStates.Table.Check(Status, TrialTestStatus.Closed);
        if (refused is null)
        {
            (Status, ClosedAt) = (TrialTestStatus.Closed, at);
        }

        return refused;
    }

    /// <summary>Whether an attempt may be started on a day.</summary>
    public bool IsOpenOn(DateOnly day) => Status == TrialTestStatus.Open && day >= OpensOn && day <= ClosesOn;

    private Error? Move(TrialTestStatus to)
    {
        Status = to;
        return null;
    }

    private void Write(TrialTestPlan plan)
    {
        (Title, OpensOn, ClosesOn, Minutes, ShowsAnswersAtOnce) = (plan.Title, plan.OpensOn, plan.ClosesOn, plan.Minutes, plan.ShowsAnswersAtOnce);
        sections.Clear();
        sections.AddRange(plan.Sections.Select((s, i) => new TrialTestSection { TestId = Id, Place = i + 1, Section = s.Section, Subject = s.Subject, Count = s.Count }));
    }
}

/// <summary>A section of a trial test.</summary>
public sealed class TrialTestSection : Entity
{
    /// <summary>Test.</summary>
    public Guid TestId { get; init; }

    /// <summary>Place, from 1.</summary>
    public int Place { get; init; }

    /// <summary>Section of the bank.</summary>
    public TestSection Section { get; init; }

    /// <summary>Subject; empty where the section is the same for all.</summary>
    public required string Subject { get; init; }

    /// <summary>Items.</summary>
    public int Count { get; init; }
}

/// <summary>A test that is open stays as it is.</summary>
public sealed record TrialTestFixed() : Error("trial_test_fixed", ErrorKind.Conflict);

/// <summary>The bank has fewer approved items than the test asks for, or the test asks for none.</summary>
public sealed record TooFewItems() : Error("too_few_items", ErrorKind.Conflict);

/// <summary>The test is not open today.</summary>
public sealed record TrialTestNotOpen() : Error("trial_test_not_open", ErrorKind.Conflict);
