using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>As whom somebody watches a lesson (order 83, appendix 12, criterion 1.2).</summary>
public enum ObserverPart
{
    /// <summary>Head, deputy, methodist or teacher of the organisation.</summary>
    Organisation,

    /// <summary>Member of an attestation commission over the organisation.</summary>
    CommissionMember,

    /// <summary>Methodist of the method office.</summary>
    MethodOffice,
}

/// <summary>Where an observation sheet is.</summary>
public enum ObservationStatus
{
    /// <summary>Being filled in; nobody but the observer sees it.</summary>
    Draft,

    /// <summary>Signed by the observer; the teacher reads it.</summary>
    SignedOff,

    /// <summary>The teacher has read it, and may have answered.</summary>
    Acknowledged,

    /// <summary>Thrown away before it was signed.</summary>
    Discarded,
}

/// <summary>Which state of a sheet may follow which.</summary>
public static class ObservationStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<ObservationStatus> Table = new(
        (ObservationStatus.Draft, [ObservationStatus.SignedOff, ObservationStatus.Discarded]),
        (ObservationStatus.SignedOff, [ObservationStatus.Acknowledged]));
}

/// <summary>Which lesson was watched.</summary>
/// <param name="On">Day.</param>
/// <param name="Number">Which lesson of that day, from 1: with the day it says whether two observers watched the same one.</param>
/// <param name="Subject">Subject or activity.</param>
/// <param name="ClassName">Class or group.</param>
/// <param name="Topic">Topic and aims.</param>
public sealed record ObservedLesson(DateOnly On, int Number, string Subject, string ClassName, string Topic)
{
    /// <summary>Most lessons of a day.</summary>
    public const int MostADay = 12;

    /// <summary>Longest subject and class, in characters.</summary>
    public const int ShortMaxLength = 100;

    /// <summary>Longest topic, in characters.</summary>
    public const int TopicMaxLength = 500;
}

/// <summary>Nobody observes the own lessons.</summary>
public sealed record OwnLesson() : Error("own_lesson", ErrorKind.Conflict);

/// <summary>The lesson is still to come.</summary>
public sealed record LessonInFuture() : Error("lesson_in_future", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(ObservedLesson.On);
}

/// <summary>Indicators are left without a level: a sheet is signed whole.</summary>
/// <param name="Missing">How many.</param>
public sealed record LevelsMissing(int Missing) : Error("levels_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Missing];
}

/// <summary>The levels of a sheet's indicators in their order: 0 to 3, or none yet.</summary>
public sealed class ObservationLevels
{
    /// <summary>Highest level.</summary>
    public const int Highest = 3;

    private const char None = '-';

    private readonly string text;

    private ObservationLevels(string text) => this.text = text;

    /// <summary>How many indicators are left.</summary>
    public int Missing => text.Count(c => c == None);

    /// <summary>Sum of the levels.</summary>
    public int Points => text.Where(c => c != None).Sum(c => c - '0');

    /// <summary>The levels; null where there is none.</summary>
    public IReadOnlyList<int?> All => [.. text.Select(c => c == None ? (int?)null : c - '0')];

    /// <summary>The levels as they are kept: a sign an indicator.</summary>
    public override string ToString() => text;

    /// <summary>Levels of a sheet with so many indicators; what is beyond them, or no level, counts as none.</summary>
    public static ObservationLevels Of(IReadOnlyList<int?> levels, int indicators) => new(string.Concat(
        Enumerable.Range(0, indicators).Select(i => i < levels.Count && levels[i] is { } level and >= 0 and <= Highest ? (char)('0' + level) : None)));

    /// <summary>Levels as they were kept.</summary>
    public static ObservationLevels Parse(string text) => new(text);
}

/// <summary>An observation sheet of one observer about one lesson (order 83, appendix 14).</summary>
public sealed class LessonObservation : Aggregate
{
    /// <summary>Most indicators that a sheet may have.</summary>
    public const int MostIndicators = 200;

    /// <summary>Longest recommendations and longest answer, in characters.</summary>
    public const int WordsMaxLength = 4000;

    private LessonObservation()
    {
    }

    /// <summary>Teacher.</summary>
    public Guid TeacherId { get; private init; }

    /// <summary>Observer.</summary>
    public Guid ObserverId { get; private init; }

    /// <summary>As whom.</summary>
    public ObserverPart Part { get; private init; }

    /// <summary>Organisation where the lesson was.</summary>
    public Guid OrganisationId { get; private init; }

    /// <summary>Edition whose indicators it has.</summary>
    public Guid RuleSetId { get; private init; }

    /// <summary>Which of the sheets.</summary>
    public ObservationVariant Variant { get; private init; }

    /// <summary>Day of the lesson.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Which lesson of that day.</summary>
    public int LessonNumber { get; private set; }

    /// <summary>Subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Class.</summary>
    public string ClassName { get; private set; } = "";

    /// <summary>Topic and aims.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>Levels as they are kept; see <see cref="ObservationLevels"/>.</summary>
    public string Levels { get; private set; } = "";

    /// <summary>Sum of the levels so far.</summary>
    public int Points { get; private set; }

    /// <summary>Recommendations.</summary>
    public string Recommendations { get; private set; } = "";

    /// <summary>State.</summary>
    public ObservationStatus Status { get; private set; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTime BegunAt { get; private init; }

    /// <summary>When it was signed (UTC).</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>SHA-256 of what was signed, in lower-case hexadecimal; null before.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>When the teacher had read it (UTC).</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>What the teacher says to it; empty for nothing.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Begins a sheet.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="teacherId">Teacher.</param>
    /// <param name="observerId">Observer.</param>
    /// <param name="part">As whom.</param>
    /// <param name="organisationId">Organisation of the lesson.</param>
    /// <param name="ruleSetId">Edition.</param>
    /// <param name="form">Sheet of that edition.</param>
    /// <param name="lesson">Lesson.</param>
    /// <param name="at">Now (UTC).</param>
    /// <param name="today">Its day in Kazakhstan.</param>
    public static Result<LessonObservation> Begin(
        Guid id, Guid teacherId, Guid observerId, ObserverPart part, Guid organisationId, Guid ruleSetId, ObservationForm form, ObservedLesson lesson, DateTime at, DateOnly today)
    {
        if (teacherId == observerId)
        {
            return new OwnLesson();
        }

        if (lesson.On > today)
        {
            return new LessonInFuture();
        }

        return new LessonObservation
        {
            Id = id,
            TeacherId = teacherId,
            ObserverId = observerId,
            Part = part,
            OrganisationId = organisationId,
            RuleSetId = ruleSetId,
            Variant = form.Variant,
            On = lesson.On,
            LessonNumber = lesson.Number,
            Subject = lesson.Subject,
            ClassName = lesson.ClassName,
            Topic = lesson.Topic,
            Levels = ObservationLevels.Of([], form.Count).ToString(),
            BegunAt = at,
        };
    }

    /// <summary>The observer fills it in; as often as wanted, until it is signed.</summary>
    public Error? Fill(IReadOnlyList<int?> levels, string recommendations)
    {
        if (Status != ObservationStatus.Draft)
        {
            return new StepNotAllowed(Status.ToString(), nameof(ObservationStatus.Draft));
        }

        var given = ObservationLevels.Of(levels, Levels.Length);
        (Levels, Points, Recommendations) = (given.ToString(), given.Points, recommendations);
        return null;
    }

    /// <summary>The observer signs it. From then on nothing in it changes.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Sign(DateTime at)
    {
        var missing = ObservationLevels.Parse(Levels).Missing;
        if (Status == ObservationStatus.Draft && missing > 0)
        {
            return new LevelsMissing(missing);
        }

        var error = Move(ObservationStatus.SignedOff);
        if (error is null)
        {
            (SignedAt, Sha256) = (at, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document))));
        }

        return error;
    }

    /// <summary>The teacher has read it, and may answer.</summary>
    public Error? Acknowledge(string answer, DateTime at)
    {
        var error = Move(ObservationStatus.Acknowledged);
        if (error is null)
        {
            (AcknowledgedAt, Answer) = (at, answer);
        }

        return error;
    }

    /// <summary>The observer throws a draft away.</summary>
    public Error? Discard() => Move(ObservationStatus.Discarded);

    // a list of texts, so that the same sheet has the same hash everywhere
    private string Document => JsonSerializer.Serialize(
        new[]
        {
            Id.ToString(), TeacherId.ToString(), ObserverId.ToString(), Part.ToString(), RuleSetId.ToString(), Variant.ToString(), On.ToString("O", CultureInfo.InvariantCulture),
            LessonNumber.ToString(CultureInfo.InvariantCulture), Subject, ClassName, Topic, Levels, Recommendations,
        });

    private StepNotAllowed? Move(ObservationStatus to)
    {
        var error = ObservationStates.Table.Check(Status, to);
        Status = error is null ? to : Status;
        return error;
    }
}

/// <summary>A signed sheet, as far as a year's figures need it.</summary>
/// <param name="On">Day of the lesson.</param>
/// <param name="LessonNumber">Which lesson of that day.</param>
/// <param name="Part">As whom the observer watched.</param>
/// <param name="Points">Points.</param>
public sealed record ObservedPoints(DateOnly On, int LessonNumber, ObserverPart Part, int Points);

/// <summary>What the signed sheets of a school year come to (order 83, appendix 14).</summary>
/// <param name="Lessons">Lessons watched.</param>
/// <param name="Days">Days on which they were: lessons of one day count as one observation of the year.</param>
/// <param name="Needed">Observations that a year needs.</param>
/// <param name="HasCommissionMember">Whether members of a commission signed as many as are needed.</param>
/// <param name="HasMethodOffice">Whether the method office signed as many as are needed.</param>
/// <param name="Mean">Mean over the lessons, where two or more observers of one lesson are averaged first; null without any.</param>
/// <param name="Points">The mean in whole points; null without any.</param>
/// <param name="Band">Category in whose band they fall; null for none.</param>
public sealed record ObservationYear(
    int Lessons, int Days, int Needed, bool HasCommissionMember, bool HasMethodOffice, decimal? Mean, int? Points, string? Band)
{
    /// <summary>Whether the year has what the order asks for.</summary>
    public bool IsComplete => Days >= Needed && HasCommissionMember && HasMethodOffice;

    /// <summary>Counts the signed sheets of a year.</summary>
    /// <param name="rules">Rules of observation.</param>
    /// <param name="sheets">Signed sheets of one school year.</param>
    public static ObservationYear Of(ObservationRules rules, IReadOnlyCollection<ObservedPoints> sheets)
    {
        var lessons = sheets.GroupBy(s => (s.On, s.LessonNumber)).Select(l => l.Average(s => (decimal)s.Points)).ToList();
        decimal? mean = lessons.Count == 0 ? null : lessons.Average();
        int? points = mean is not { } exact ? null
            : rules.Rounding == PointRounding.Down ? (int)decimal.Floor(exact)
            : (int)decimal.Round(exact, MidpointRounding.AwayFromZero);
        return new ObservationYear(
            lessons.Count,
            sheets.Select(s => s.On).Distinct().Count(),
            rules.PerYear,
            sheets.Count(s => s.Part == ObserverPart.CommissionMember) >= rules.CommissionMembers,
            sheets.Count(s => s.Part == ObserverPart.MethodOffice) >= rules.MethodOffice,
            mean is { } m ? decimal.Round(m, 1) : null,
            points,
            points is { } whole ? rules.BandOf(whole) : null);
    }
}
