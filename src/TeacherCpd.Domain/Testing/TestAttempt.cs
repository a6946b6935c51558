using System.Globalization;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Testing;

/// <summary>What became of a question of an attempt.</summary>
public enum AnswerOutcome
{
    /// <summary>Not yet dealt with; at the end of the attempt: not reached, or shown and left.</summary>
    Waiting,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Passed over; there is no way back.</summary>
    Skipped,
}

/// <summary>
/// An attempt at a trial test. Questions come one after the other without a way back: the present one is the first that was neither answered
/// nor skipped. The server holds the time; what came before its end counts, on whatever device.
/// </summary>
public sealed class TestAttempt : Aggregate
{
    private readonly List<AttemptAnswer> answers = [];
    private readonly List<AttemptScore> scores = [];

    /// <summary>Test; a person has one attempt at it.</summary>
    public required Guid TestId { get; init; }

    /// <summary>Who takes it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Language: Kazakh or Russian.</summary>
    public required Language Language { get; init; }

    /// <summary>From which the order of the items and of the options of each follows.</summary>
    public required int Seed { get; init; }

    /// <summary>When it was started (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When its time is over (UTC).</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>When it ended (UTC), by its person or by the time; null while it runs.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Questions, by position.</summary>
    public IReadOnlyCollection<AttemptAnswer> Answers => answers;

    /// <summary>Scores: the first at the end, one more for every item that an appeal struck out.</summary>
    public IReadOnlyCollection<AttemptScore> Scores => scores;

    /// <summary>The score that holds; null while it runs.</summary>
    public AttemptScore? Score => scores.MaxBy(s => s.Number);

    /// <summary>The question that is asked now; null where all are dealt with or the attempt has ended.</summary>
    public AttemptAnswer? Present => EndedAt is null ? answers.Where(a => a.Outcome == AnswerOutcome.Waiting).MinBy(a => a.Position) : null;

    /// <summary>Starts an attempt: draws its items, in an order that follows from its seed.</summary>
    /// <param name="testId">Test.</param>
    /// <param name="personId">Who takes it.</param>
    /// <param name="language">Language.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="at">Now (UTC).</param>
    /// <param name="endsAt">When its time is over (UTC).</param>
    /// <param name="sections">For each section, in order, how many items and which the bank has, in an order that does not change.</param>
    public static TestAttempt Start(
        Guid testId, Guid personId, Language language, int seed, DateTime at, DateTime endsAt, IEnumerable<(TrialTestSection Section, IReadOnlyList<Guid> Bank)> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var attempt = new TestAttempt { TestId = testId, PersonId = personId, Language = language, Seed = seed, StartedAt = at, EndsAt = endsAt };
        foreach (var (section, bank) in sections)
        {
            attempt.answers.AddRange(Shuffle.Of(bank.Count, seed, -section.Place).Take(section.Count).Select((place, i) => new AttemptAnswer
            {
                AttemptId = attempt.Id,
                Position = attempt.answers.Count + i + 1,
                VersionId = bank[place],
                Section = section.Section,
                Subject = section.Subject,
            }).ToList());
        }

        return attempt;
    }

    /// <summary>The order in which the options of a question are shown, as their places in the item.</summary>
    /// <param name="position">Position of the question, from 1.</param>
    /// <param name="options">Options that it has.</param>
    public IReadOnlyList<int> OrderOf(int position, int options) => Shuffle.Of(options, Seed, position);

    /// <summary>Keeps the answer to the present question, or passes it over.</summary>
    /// <param name="chosen">Places of the options chosen; empty to skip.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Give(IReadOnlyCollection<int> chosen, DateTime at)
    {
        if (Present is not { } present || at >= EndsAt)
        {
            return new AttemptOver();
        }

        present.Give(chosen, at);
        return null;
    }

    /// <summary>Ends the attempt and scores it. A second end changes nothing.</summary>
    /// <param name="at">Now (UTC); beyond the time its end is meant.</param>
    /// <param name="items">The items asked, by version.</param>
    public void End(DateTime at, IReadOnlyDictionary<Guid, ScoredItem> items)
    {
        if (EndedAt is not null)
        {
            return;
        }

        var left = Present;
        EndedAt = at < EndsAt ? at : EndsAt;
        AttemptScoring.Mark(answers, left?.Position ?? int.MaxValue, items);
        Keep(null, at);
    }

    /// <summary>Scores it again because an item was struck out. The same appeal does so once; the scores before stay.</summary>
    /// <param name="appealId">Appeal that was upheld.</param>
    /// <param name="items">The items asked, by version.</param>
    /// <param name="at">Now (UTC).</param>
    /// <returns>Whether its points changed.</returns>
    public bool Rescore(Guid appealId, IReadOnlyDictionary<Guid, ScoredItem> items, DateTime at)
    {
        if (EndedAt is null || scores.Exists(s => s.AppealId == appealId))
        {
            return false;
        }

        var before = Score!.Points;
        AttemptScoring.Credit(answers, items);
        Keep(appealId, at);
        return Score!.Points != before;
    }

    private void Keep(Guid? appealId, DateTime at) => scores.Add(new AttemptScore
    {
        AttemptId = Id,
        Number = scores.Count + 1,
        Points = AttemptScoring.Points(answers),
        Total = answers.Count,
        AppealId = appealId,
        At = at,
    });
}

/// <summary>A question of an attempt and its answer.</summary>
public sealed class AttemptAnswer : Entity
{
    /// <summary>Attempt.</summary>
    public Guid AttemptId { get; init; }

    /// <summary>Position, from 1; an attempt has each once.</summary>
    public int Position { get; init; }

    /// <summary>Version of the item asked.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Section.</summary>
    public TestSection Section { get; init; }

    /// <summary>Subject; empty where the section is the same for all.</summary>
    public required string Subject { get; init; }

    /// <summary>What became of it.</summary>
    public AnswerOutcome Outcome { get; private set; }

    /// <summary>Places of the options chosen, from 0, with commas between them; empty for none.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>When it was answered or skipped (UTC); null where it was not.</summary>
    public DateTime? GivenAt { get; private set; }

    /// <summary>Whether it was shown; known at the end of the attempt.</summary>
    public bool IsSeen { get; internal set; }

    /// <summary>Whether the answer is right by the key; known at the end of the attempt.</summary>
    public bool IsRight { get; internal set; }

    /// <summary>Whether its point was given because an appeal struck the item out.</summary>
    public bool IsCredited { get; internal set; }

    /// <summary>Right answers to the other questions of the attempt, in per mille of them; what the item is held against in its statistics.</summary>
    public int Rest { get; internal set; }

    /// <summary>Places of the options chosen, from 0.</summary>
    public IReadOnlyList<int> Choice => PlacesIn(Chosen);

    /// <summary>Reads places as they are kept.</summary>
    public static IReadOnlyList<int> PlacesIn(string chosen) => string.IsNullOrEmpty(chosen) ? [] : [.. chosen.Split(',').Select(c => int.Parse(c, CultureInfo.InvariantCulture))];

    internal void Give(IReadOnlyCollection<int> chosen, DateTime at)
    {
        Outcome = chosen.Count == 0 ? AnswerOutcome.Skipped : AnswerOutcome.Answered;
        Chosen = string.Join(',', chosen.Order().Select(c => c.ToString(CultureInfo.InvariantCulture)));
        GivenAt = at;
    }
}

/// <summary>What an attempt came to, at its end or after an appeal.</summary>
public sealed class AttemptScore : Entity
{
    /// <summary>Attempt.</summary>
    public Guid AttemptId { get; init; }

    /// <summary>Number, from 1; the last holds.</summary>
    public int Number { get; init; }

    /// <summary>Questions that have their point.</summary>
    public int Points { get; init; }

    /// <summary>Questions.</summary>
    public int Total { get; init; }

    /// <summary>Appeal for which it was scored again; null for the first.</summary>
    public Guid? AppealId { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>What scoring has to know of an item.</summary>
/// <param name="Content">What it asks.</param>
/// <param name="IsFaulty">Whether an appeal against it was upheld.</param>
public sealed record ScoredItem(ItemContent Content, bool IsFaulty);

/// <summary>
/// The one way in which attempts are scored: a point for a right answer, none for any other (order 83, appendices 8 and 9: so many tasks, so many
/// points). An item that an appeal struck out gives its point to everybody who was asked it: nobody loses by a fault of the bank.
/// </summary>
public static class AttemptScoring
{
    private const int Whole = 1000;

    /// <summary>Marks the answers of an attempt that ends.</summary>
    /// <param name="answers">All its questions.</param>
    /// <param name="shownLast">Position of the question that was shown last; those behind it were not seen.</param>
    /// <param name="items">The items asked, by version.</param>
    public static void Mark(IReadOnlyCollection<AttemptAnswer> answers, int shownLast, IReadOnlyDictionary<Guid, ScoredItem> items)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(items);
        foreach (var answer in answers)
        {
            answer.IsSeen = answer.Position <= shownLast;
            answer.IsRight = answer.Outcome == AnswerOutcome.Answered && items[answer.VersionId].Content.IsRight(answer.Choice);
        }

        var right = answers.Count(a => a.IsRight);
        foreach (var answer in answers)
        {
            answer.Rest = answers.Count == 1 ? 0 : (right - (answer.IsRight ? 1 : 0)) * Whole / (answers.Count - 1);
        }

        Credit(answers, items);
    }

    /// <summary>Gives the point of every faulty item to whoever was asked it.</summary>
    /// <param name="answers">Questions of an attempt.</param>
    /// <param name="items">The items asked, by version.</param>
    public static void Credit(IEnumerable<AttemptAnswer> answers, IReadOnlyDictionary<Guid, ScoredItem> items)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(items);
        foreach (var answer in answers.Where(a => a.IsSeen && items[a.VersionId].IsFaulty))
        {
            answer.IsCredited = true;
        }
    }

    /// <summary>Questions that have their point.</summary>
    public static int Points(IEnumerable<AttemptAnswer> answers) => answers.Count(HasPoint);

    /// <summary>Whether a question has its point.</summary>
    public static bool HasPoint(AttemptAnswer answer) => answer.IsRight || answer.IsCredited;
}

/// <summary>The attempt has ended, or its time has: nothing more is kept.</summary>
public sealed record AttemptOver() : Error("attempt_over", ErrorKind.Conflict);
