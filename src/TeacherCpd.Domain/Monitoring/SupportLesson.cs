using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>What a lesson is looked at for after a course (2022 report, section 7.2).</summary>
public enum LessonParameter
{
    /// <summary>Planning of the lesson.</summary>
    Planning,

    /// <summary>Teaching and learning.</summary>
    Teaching,

    /// <summary>Assessment in the lesson.</summary>
    Assessment,

    /// <summary>Use of information and communication technology.</summary>
    Technology,
}

/// <summary>
/// How well a parameter was seen, worst first. The report prints the upper two (high, above average) and their share; the names of the
/// lower two are ours.
/// </summary>
public enum LessonLevel
{
    /// <summary>Below average.</summary>
    BelowAverage,

    /// <summary>Average.</summary>
    Average,

    /// <summary>Above average.</summary>
    AboveAverage,

    /// <summary>High.</summary>
    High,
}

/// <summary>What the feedback is worth to the teacher.</summary>
public enum FeedbackValue
{
    /// <summary>It helps.</summary>
    Helps,

    /// <summary>Parts of it help.</summary>
    HelpsInPart,

    /// <summary>It does not help.</summary>
    DoesNotHelp,
}

/// <summary>Where the observation of a lesson is.</summary>
public enum LessonStatus
{
    /// <summary>Being written by the observer; nobody else sees it.</summary>
    Draft,

    /// <summary>Signed by the observer; the teacher reads it.</summary>
    Delivered,

    /// <summary>The teacher has answered.</summary>
    Answered,
}

/// <summary>Which state of an observation may follow which.</summary>
public static class LessonStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<LessonStatus> Table = new(
        (LessonStatus.Draft, [LessonStatus.Delivered]),
        (LessonStatus.Delivered, [LessonStatus.Answered]));
}

/// <summary>A parameter as the observer saw it.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Level">How well; null while it is not said.</param>
/// <param name="Feedback">Feedback to the teacher about it.</param>
public sealed record LessonMark(LessonParameter Parameter, LessonLevel? Level, string Feedback);

/// <summary>All that an observer writes of a lesson.</summary>
/// <param name="LessonOn">Day of the lesson; null while it is not said.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Class">Class, for example 7 «Б».</param>
/// <param name="Topic">Topic of the lesson.</param>
/// <param name="Marks">A mark for each parameter.</param>
/// <param name="Signs">Codes of the strong and weak sides that were seen, see <see cref="LessonSign.All"/>.</param>
/// <param name="NextSteps">What the two agreed to do next.</param>
public sealed record LessonNotes(
    DateOnly? LessonOn, string Subject, string Class, string Topic, IReadOnlyList<LessonMark> Marks, IReadOnlyList<string> Signs, string NextSteps)
{
    /// <summary>Whether nothing is missing that a signed observation needs.</summary>
    public bool IsComplete =>
        LessonOn is not null && Subject.Length > 0 && Class.Length > 0 && Topic.Length > 0 && NextSteps.Length > 0
        && Enum.GetValues<LessonParameter>().All(p => Marks.Any(m => m.Parameter == p && m.Level is not null && m.Feedback.Length > 0));
}

/// <summary>
/// The observation of a lesson in the year after a course, on four parameters with feedback on each (2022 report, section 7.2). It belongs
/// to a planned contact, which takes place by it; the teacher answers, because feedback that goes one way is hardly valued (three of ten,
/// appendix B9).
/// </summary>
public sealed class SupportLesson : Aggregate
{
    /// <summary>Longest subject, class and topic, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest feedback, next steps and answer, in characters.</summary>
    public const int WordsLength = 2000;

    private readonly List<LessonParameterMark> marks = [];
    private readonly List<ObservedSign> signs = [];
    private Guid observerId;

    /// <summary>The contact; one observation each.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Teacher.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Who saw the lesson.</summary>
    public required Guid ObserverId
    {
        get => observerId;
        init => observerId = value;
    }

    /// <summary>State.</summary>
    public LessonStatus Status { get; private set; }

    /// <summary>Day of the lesson; null in a draft that does not say.</summary>
    public DateOnly? LessonOn { get; private set; }

    /// <summary>Subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Class.</summary>
    public string Class { get; private set; } = "";

    /// <summary>Topic.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>What the two agreed to do next.</summary>
    public string NextSteps { get; private set; } = "";

    /// <summary>When it was last written (UTC).</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>When the observer signed (UTC); null before.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>What the feedback is worth to the teacher; null before the answer.</summary>
    public FeedbackValue? Value { get; private set; }

    /// <summary>The teacher's words; null before the answer, empty where there were none.</summary>
    public string? Answer { get; private set; }

    /// <summary>When the teacher answered (UTC); null before.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Marks by parameter.</summary>
    public IReadOnlyCollection<LessonParameterMark> Marks => marks;

    /// <summary>Strong and weak sides that were seen.</summary>
    public IReadOnlyCollection<ObservedSign> Signs => signs;

    /// <summary>All that was written.</summary>
    public LessonNotes Notes => new(
        LessonOn, Subject, Class, Topic, [.. marks.OrderBy(m => m.Parameter).Select(m => new LessonMark(m.Parameter, m.Level, m.Feedback))],
        [.. signs.Select(s => s.Code).Order(StringComparer.Ordinal)], NextSteps);

    /// <summary>Writes a draft; what stood there before goes.</summary>
    /// <param name="notes">What the observer wrote.</param>
    /// <param name="at">Now.</param>
    public Error? Write(LessonNotes notes, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(notes);
        if (Status != LessonStatus.Draft)
        {
            return new LessonIsSigned();
        }

        (LessonOn, Subject, Class, Topic, NextSteps, WrittenAt) = (notes.LessonOn, notes.Subject, notes.Class, notes.Topic, notes.NextSteps, at);
        foreach (var parameter in Enum.GetValues<LessonParameter>())
        {
            var mark = marks.Find(m => m.Parameter == parameter);
            if (mark is null)
            {
                marks.Add(mark = new LessonParameterMark { ObservationId = Id, Parameter = parameter });
            }

            var seen = notes.Marks.FirstOrDefault(m => m.Parameter == parameter);
            (mark.Level, mark.Feedback) = (seen?.Level, seen?.Feedback ?? "");
        }

        var codes = notes.Signs.Where(LessonSign.IsKnown).ToHashSet(StringComparer.Ordinal);
        signs.RemoveAll(s => !codes.Contains(s.Code));
        signs.AddRange(codes.Where(c => !signs.Exists(s => s.Code == c)).Select(c => new ObservedSign { ObservationId = Id, Code = c }));
        return null;
    }

    /// <summary>Another trainer goes on with a draft, since the contact was passed on.</summary>
    /// <param name="observer">The trainer.</param>
    public Error? PassTo(Guid observer)
    {
        if (Status != LessonStatus.Draft)
        {
            return new LessonIsSigned();
        }

        observerId = observer;
        return null;
    }

    /// <summary>The observer signs: from now on the teacher reads it, and it stays as it is.</summary>
    /// <param name="at">Now.</param>
    public Error? Sign(DateTime at)
    {
        if (LessonStates.Table.Check(Status, LessonStatus.Delivered) is { } refused)
        {
            return refused;
        }

        if (!Notes.IsComplete)
        {
            return new LessonIncomplete();
        }

        (Status, SignedAt) = (LessonStatus.Delivered, at);
        return null;
    }

    /// <summary>The teacher answers, once.</summary>
    /// <param name="value">What the feedback is worth.</param>
    /// <param name="answer">Words; may be empty.</param>
    /// <param name="at">Now.</param>
    public Error? Reply(FeedbackValue value, string answer, DateTime at)
    {
        var error = LessonStates.Table.Check(Status, LessonStatus.Answered);
        if (error is null)
        {
            (Status, Value, Answer, AnsweredAt) = (LessonStatus.Answered, value, answer, at);
        }

        return error;
    }
}

/// <summary>The mark of one parameter.</summary>
public sealed class LessonParameterMark : Entity
{
    /// <summary>Observation.</summary>
    public Guid ObservationId { get; init; }

    /// <summary>Parameter.</summary>
    public LessonParameter Parameter { get; init; }

    /// <summary>How well; null while it is not said.</summary>
    public LessonLevel? Level { get; internal set; }

    /// <summary>Feedback about it.</summary>
    public string Feedback { get; internal set; } = "";
}

/// <summary>A strong or weak side that was seen.</summary>
public sealed class ObservedSign : Entity
{
    /// <summary>Observation.</summary>
    public Guid ObservationId { get; init; }

    /// <summary>Code of the sign.</summary>
    public required string Code { get; init; }
}

/// <summary>The observation was signed before; what was signed stands.</summary>
public sealed record LessonIsSigned() : Error("lesson_is_signed", ErrorKind.Conflict);

/// <summary>Something is missing that a signed observation needs.</summary>
public sealed record LessonIncomplete() : Error("lesson_incomplete", ErrorKind.Invalid);

/// <summary>It was written elsewhere since the form was shown.</summary>
public sealed record LessonWrittenElsewhere() : Error("lesson_written_elsewhere", ErrorKind.Conflict);
