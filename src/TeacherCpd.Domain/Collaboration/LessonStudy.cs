using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Collaboration;

/// <summary>Where a cycle of Lesson Study is.</summary>
public enum LessonStudyStatus
{
    /// <summary>Group, question and first lesson are being planned.</summary>
    Planned,

    /// <summary>Lessons are taught, observed and discussed.</summary>
    Running,

    /// <summary>The group wrote what it learned.</summary>
    Concluded,

    /// <summary>It was given up, with a reason.</summary>
    Abandoned,
}

/// <summary>Where a research lesson is.</summary>
public enum ResearchLessonStatus
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Taught: the observers write their notes.</summary>
    Taught,

    /// <summary>Discussed: the notes stand.</summary>
    Discussed,
}

/// <summary>Which state of a cycle and of its lessons may follow which.</summary>
public static class LessonStudyStates
{
    /// <summary>Of a cycle; everything not listed is refused.</summary>
    public static readonly Transitions<LessonStudyStatus> Table = new(
        (LessonStudyStatus.Planned, [LessonStudyStatus.Running, LessonStudyStatus.Abandoned]),
        (LessonStudyStatus.Running, [LessonStudyStatus.Concluded, LessonStudyStatus.Abandoned]));

    /// <summary>Of a research lesson.</summary>
    public static readonly Transitions<ResearchLessonStatus> Lessons = new(
        (ResearchLessonStatus.Planned, [ResearchLessonStatus.Taught]),
        (ResearchLessonStatus.Taught, [ResearchLessonStatus.Discussed]));
}

/// <summary>What somebody is in a cycle.</summary>
public enum StudyRole
{
    /// <summary>Leads the group; may teach too.</summary>
    Leader,

    /// <summary>Teaches research lessons.</summary>
    Teacher,

    /// <summary>Observes them.</summary>
    Observer,

    /// <summary>Somebody from outside who knows the matter well.</summary>
    KnowledgeableOther,
}

/// <summary>Somebody of a cycle, as it is planned.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">What.</param>
public sealed record StudySeat(Guid PersonId, StudyRole Role);

/// <summary>What a group plans.</summary>
/// <param name="Question">Research question.</param>
/// <param name="Subject">Subject.</param>
/// <param name="ClassName">Class.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Pupils">Portraits of the case pupils A, B, C, in this order and without names.</param>
/// <param name="Seats">Group.</param>
public sealed record LessonStudyPlan(
    string Question, string Subject, string ClassName, DateOnly From, DateOnly To, IReadOnlyList<string> Pupils, IReadOnlyCollection<StudySeat> Seats);

/// <summary>
/// A cycle of Lesson Study: teachers plan, teach, observe and discuss research lessons together and look at a few pupils as cases
/// (2023 concept, lines 401, 729 and 733; 2022 report, section 8: team, question, plan, observed lessons, reflection, result). Pupils have
/// letters: no name of a child is kept.
/// </summary>
public sealed class LessonStudy : Aggregate
{
    /// <summary>Teachers at least; somebody from outside does not count.</summary>
    public const int LeastTeachers = 3;

    /// <summary>Research lessons at most.</summary>
    public const int MostLessons = 3;

    /// <summary>Case pupils: as many letters.</summary>
    public const int PupilCount = 3;

    /// <summary>Longest number, in characters.</summary>
    public const int NumberLength = 20;

    /// <summary>Longest subject, class or topic, in characters.</summary>
    public const int LineLength = 200;

    /// <summary>Longest research question, portrait or reason, in characters.</summary>
    public const int QuestionLength = 500;

    /// <summary>Longest plan, note, discussion or conclusion, in characters.</summary>
    public const int WordsLength = 2000;

    private readonly List<StudyMember> members = [];
    private readonly List<CasePupil> pupils = [];
    private readonly List<ResearchLesson> lessons = [];
    private readonly List<PupilObservation> observations = [];

    private LessonStudy()
    {
    }

    /// <summary>Number, as people quote it.</summary>
    public string Number { get; private init; } = "";

    /// <summary>School in which it is made.</summary>
    public Guid SchoolId { get; private init; }

    /// <summary>Research question.</summary>
    public string Question { get; private init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Class.</summary>
    public string ClassName { get; private init; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private init; }

    /// <summary>State.</summary>
    public LessonStudyStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>What the group learned, or why it was given up; null before.</summary>
    public string? Conclusions { get; private set; }

    /// <summary>Since when the report is there for the school and those above it: all of the group agreed (UTC); null before.</summary>
    public DateTime? SharedAt { get; private set; }

    /// <summary>The group.</summary>
    public IReadOnlyCollection<StudyMember> Members => members;

    /// <summary>Case pupils.</summary>
    public IReadOnlyCollection<CasePupil> Pupils => pupils;

    /// <summary>Research lessons.</summary>
    public IReadOnlyCollection<ResearchLesson> Lessons => lessons;

    /// <summary>What was seen of the case pupils.</summary>
    public IReadOnlyCollection<PupilObservation> Observations => observations;

    /// <summary>The letter of a case pupil.</summary>
    /// <param name="index">0 to <see cref="PupilCount"/> - 1.</param>
    public static string LetterOf(int index) => ((char)('A' + index)).ToString();

    /// <summary>A group plans a cycle.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="number">Number.</param>
    /// <param name="schoolId">School in which it is made.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="at">Now (UTC).</param>
    public static Result<LessonStudy> Plan(Guid id, string number, Guid schoolId, LessonStudyPlan plan, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.To < plan.From)
        {
            return new CycleDaysReversed();
        }

        var seats = plan.Seats.DistinctBy(s => s.PersonId).ToList();
        if (seats.Count(s => s.Role != StudyRole.KnowledgeableOther) < LeastTeachers)
        {
            return new CycleGroupTooSmall(LeastTeachers);
        }

        if (plan.Seats.Count(s => s.Role == StudyRole.Leader) != 1)
        {
            return new OneLeaderNeeded();
        }

        var study = new LessonStudy
        {
            Id = id,
            Number = number,
            SchoolId = schoolId,
            Question = plan.Question,
            Subject = plan.Subject,
            ClassName = plan.ClassName,
            From = plan.From,
            To = plan.To,
            StatusSince = at,
        };
        study.members.AddRange(seats.Select(s => new StudyMember { StudyId = id, PersonId = s.PersonId, Role = s.Role }));
        study.pupils.AddRange(plan.Pupils.Take(PupilCount).Select((portrait, i) => new CasePupil { StudyId = id, Letter = LetterOf(i), Portrait = portrait }));
        return study;
    }

    /// <summary>What somebody is in the group; null for nobody.</summary>
    public StudyRole? RoleOf(Guid personId) => members.Find(m => m.PersonId == personId)?.Role;

    /// <summary>Plans the next research lesson.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="teacherId">Who will teach it: the leader or a teacher of the group.</param>
    /// <param name="plannedOn">Day, within the time of the cycle.</param>
    /// <param name="topic">Topic.</param>
    /// <param name="plan">What is tried, and what each case pupil is expected to do.</param>
    public Error? PlanLesson(Guid id, Guid teacherId, DateOnly plannedOn, string topic, string plan)
    {
        if (Status is not (LessonStudyStatus.Planned or LessonStudyStatus.Running))
        {
            return new CycleOver();
        }

        if (lessons.Count == MostLessons)
        {
            return new LessonsEnough(MostLessons);
        }

        if (RoleOf(teacherId) is not (StudyRole.Leader or StudyRole.Teacher))
        {
            return new TeacherNotInGroup();
        }

        if (plannedOn < From || plannedOn > To)
        {
            return new LessonOutsideCycle(From, To);
        }

        lessons.Add(new ResearchLesson
        {
            Id = id,
            StudyId = Id,
            Number = lessons.Count + 1,
            TeacherId = teacherId,
            PlannedOn = plannedOn,
            Topic = topic,
            Plan = plan,
        });
        return null;
    }

    /// <summary>The group begins: the first lesson is planned.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Begin(DateTime at) => lessons.Count == 0 ? new NoLessonPlanned() : Move(LessonStudyStatus.Running, at);

    /// <summary>The teacher of a lesson says that it was taught.</summary>
    /// <param name="lessonId">Lesson.</param>
    /// <param name="by">Its teacher.</param>
    /// <param name="on">Day.</param>
    public Error? RecordTaught(Guid lessonId, Guid by, DateOnly on) => OfRunning(lessonId, lesson => lesson.TeacherId == by ? lesson.Teach(on) : new NotFound());

    /// <summary>Who watched a taught lesson writes what a case pupil did; until it is discussed it can be written anew.</summary>
    /// <param name="lessonId">Lesson.</param>
    /// <param name="observerId">Somebody of the group who did not teach it.</param>
    /// <param name="letter">Case pupil.</param>
    /// <param name="words">What was seen; empty takes the note back.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Observe(Guid lessonId, Guid observerId, string letter, string words, DateTime at) => OfRunning(lessonId, lesson =>
    {
        if (lesson.Status != ResearchLessonStatus.Taught)
        {
            return new LessonNotObserved();
        }

        if (lesson.TeacherId == observerId || RoleOf(observerId) is null || !pupils.Exists(p => p.Letter == letter))
        {
            return new NotFound();
        }

        var note = observations.Find(o => o.LessonId == lessonId && o.ObserverId == observerId && o.Letter == letter);
        if (words.Length == 0)
        {
            if (note is not null)
            {
                observations.Remove(note);
            }
        }
        else if (note is null)
        {
            observations.Add(new PupilObservation(Id, lessonId, observerId, letter, words, at));
        }
        else
        {
            note.Write(words, at);
        }

        return null;
    });

    /// <summary>The group discussed a lesson of which somebody wrote notes; the notes stand from now on.</summary>
    /// <param name="lessonId">Lesson.</param>
    /// <param name="words">What was said, and what the next lesson does otherwise.</param>
    public Error? RecordDiscussion(Guid lessonId, string words) => OfRunning(lessonId, lesson =>
        lesson.Status == ResearchLessonStatus.Taught && !observations.Exists(o => o.LessonId == lessonId) ? new NothingObserved() : lesson.Discuss(words));

    /// <summary>The group writes what it learned. At least one lesson was discussed, and none waits for it.</summary>
    /// <param name="words">Conclusions.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Conclude(string words, DateTime at)
    {
        if (LessonStudyStates.Table.Check(Status, LessonStudyStatus.Concluded) is { } refused)
        {
            return refused;
        }

        if (lessons.Exists(l => l.Status == ResearchLessonStatus.Taught) || !lessons.Exists(l => l.Status == ResearchLessonStatus.Discussed))
        {
            return new LessonsNotDiscussed();
        }

        Conclusions = words;
        return Move(LessonStudyStatus.Concluded, at);
    }

    /// <summary>The group gives it up.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Abandon(string reason, DateTime at)
    {
        var refused = Move(LessonStudyStatus.Abandoned, at);
        if (refused is null)
        {
            Conclusions = reason;
        }

        return refused;
    }

    /// <summary>Somebody of the group agrees that others read the report; with the last of them it is shared.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? AgreeToShare(Guid personId, DateTime at)
    {
        if (Status != LessonStudyStatus.Concluded)
        {
            return new CycleNotConcluded();
        }

        if (members.Find(m => m.PersonId == personId) is not { } member)
        {
            return new NotFound();
        }

        member.Agree(at);
        if (members.TrueForAll(m => m.AgreedAt is not null))
        {
            SharedAt ??= at;
        }

        return null;
    }

    /// <summary>Somebody of the group took the concluded cycle into the own record.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="activityId">The activity of the record.</param>
    public Error? TakenToRecord(Guid personId, Guid activityId)
    {
        if (Status != LessonStudyStatus.Concluded)
        {
            return new CycleNotConcluded();
        }

        if (members.Find(m => m.PersonId == personId) is not { } member)
        {
            return new NotFound();
        }

        member.Take(activityId);
        return null;
    }

    private Error? OfRunning(Guid lessonId, Func<ResearchLesson, Error?> step)
    {
        if (Status != LessonStudyStatus.Running)
        {
            return Status == LessonStudyStatus.Planned ? new CycleNotBegun() : new CycleOver();
        }

        return lessons.Find(l => l.Id == lessonId) is { } lesson ? step(lesson) : new NotFound();
    }

    private StepNotAllowed? Move(LessonStudyStatus to, DateTime at)
    {
        var refused = LessonStudyStates.Table.Check(Status, to);
        if (refused is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return refused;
    }
}

/// <summary>Somebody of a cycle.</summary>
public sealed class StudyMember : Entity
{
    /// <summary>Cycle.</summary>
    public Guid StudyId { get; init; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; init; }

    /// <summary>What.</summary>
    public StudyRole Role { get; init; }

    /// <summary>When they agreed that others read the report (UTC); null before.</summary>
    public DateTime? AgreedAt { get; private set; }

    /// <summary>The activity by which they took the cycle into the own record; null where not.</summary>
    public Guid? ActivityId { get; private set; }

    internal void Agree(DateTime at) => AgreedAt ??= at;

    internal void Take(Guid activityId) => ActivityId = activityId;
}

/// <summary>A pupil whom the group looks at as a case: a letter and a portrait, never a name.</summary>
public sealed class CasePupil : Entity
{
    /// <summary>Longest letter, in characters.</summary>
    public const int LetterLength = 1;

    /// <summary>Cycle.</summary>
    public Guid StudyId { get; init; }

    /// <summary>A, B or C.</summary>
    public string Letter { get; init; } = "";

    /// <summary>How the pupil learns, without anything by which somebody could find out who it is.</summary>
    public string Portrait { get; init; } = "";
}

/// <summary>A research lesson.</summary>
public sealed class ResearchLesson : Entity
{
    /// <summary>Cycle.</summary>
    public Guid StudyId { get; init; }

    /// <summary>Number in the cycle, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Who teaches it.</summary>
    public Guid TeacherId { get; init; }

    /// <summary>Day it is planned for.</summary>
    public DateOnly PlannedOn { get; init; }

    /// <summary>Topic.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What is tried, and what each case pupil is expected to do.</summary>
    public string Plan { get; init; } = "";

    /// <summary>State.</summary>
    public ResearchLessonStatus Status { get; private set; }

    /// <summary>Day on which it was taught; null before.</summary>
    public DateOnly? TaughtOn { get; private set; }

    /// <summary>What was said about it; null before.</summary>
    public string? Discussion { get; private set; }

    internal Error? Teach(DateOnly on)
    {
        if ((Status, TaughtOn) == (ResearchLessonStatus.Taught, on))
        {
            return null;
        }

        var refused = LessonStudyStates.Lessons.Check(Status, ResearchLessonStatus.Taught);
        if (refused is null)
        {
            (Status, TaughtOn) = (ResearchLessonStatus.Taught, on);
        }

        return refused;
    }

    internal Error? Discuss(string words)
    {
        if ((Status, Discussion) == (ResearchLessonStatus.Discussed, words))
        {
            return null;
        }

        var refused = LessonStudyStates.Lessons.Check(Status, ResearchLessonStatus.Discussed);
        if (refused is null)
        {
            (Status, Discussion) = (ResearchLessonStatus.Discussed, words);
        }

        return refused;
    }
}

/// <summary>What an observer saw of a case pupil in a research lesson.</summary>
public sealed class PupilObservation : Entity
{
    internal PupilObservation(Guid studyId, Guid lessonId, Guid observerId, string letter, string words, DateTime writtenAt) =>
        (StudyId, LessonId, ObserverId, Letter, Words, WrittenAt) = (studyId, lessonId, observerId, letter, words, writtenAt);

    /// <summary>Cycle.</summary>
    public Guid StudyId { get; private init; }

    /// <summary>Lesson.</summary>
    public Guid LessonId { get; private init; }

    /// <summary>Who watched.</summary>
    public Guid ObserverId { get; private init; }

    /// <summary>Case pupil.</summary>
    public string Letter { get; private init; }

    /// <summary>What was seen.</summary>
    public string Words { get; private set; }

    /// <summary>When it was written last (UTC).</summary>
    public DateTime WrittenAt { get; private set; }

    internal void Write(string words, DateTime at)
    {
        if (Words != words)
        {
            (Words, WrittenAt) = (words, at);
        }
    }
}

/// <summary>The last day is before the first.</summary>
public sealed record CycleDaysReversed() : Error("cycle_days_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(LessonStudyPlan.To);
}

/// <summary>A group of Lesson Study has more teachers.</summary>
/// <param name="Least">Teachers at least.</param>
public sealed record CycleGroupTooSmall(int Least) : Error("cycle_group_too_small", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Least];

    /// <inheritdoc/>
    public override string Field => "Members";
}

/// <summary>The cycle is concluded or was given up.</summary>
public sealed record CycleOver() : Error("cycle_over", ErrorKind.Conflict);

/// <summary>The group has not begun.</summary>
public sealed record CycleNotBegun() : Error("cycle_not_begun", ErrorKind.Conflict);

/// <summary>There are no conclusions yet.</summary>
public sealed record CycleNotConcluded() : Error("cycle_not_concluded", ErrorKind.Conflict);

/// <summary>A cycle has no more research lessons.</summary>
/// <param name="Most">Research lessons at most.</param>
public sealed record LessonsEnough(int Most) : Error("lessons_enough", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Most];
}

/// <summary>Research lessons are taught by the leader or a teacher of the group.</summary>
public sealed record TeacherNotInGroup() : Error("teacher_not_in_group", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "TeacherId";
}

/// <summary>A lesson lies outside the time of the cycle.</summary>
/// <param name="From">First day of the cycle.</param>
/// <param name="To">Last day of the cycle.</param>
public sealed record LessonOutsideCycle(DateOnly From, DateOnly To) : Error("lesson_outside_cycle", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From, To];

    /// <inheritdoc/>
    public override string Field => "PlannedOn";
}

/// <summary>A group begins with its first lesson planned.</summary>
public sealed record NoLessonPlanned() : Error("no_lesson_planned", ErrorKind.Conflict);

/// <summary>Notes are written between the lesson and its discussion.</summary>
public sealed record LessonNotObserved() : Error("lesson_not_observed", ErrorKind.Conflict);

/// <summary>Nobody wrote what the case pupils did: there is nothing to discuss.</summary>
public sealed record NothingObserved() : Error("nothing_observed", ErrorKind.Conflict);

/// <summary>Conclusions need a discussed lesson, and none that waits for its discussion.</summary>
public sealed record LessonsNotDiscussed() : Error("lessons_not_discussed", ErrorKind.Conflict);
