using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Collaboration;

/// <summary>Where a school team is.</summary>
public enum TeamStatus
{
    /// <summary>It works on its tasks.</summary>
    Working,

    /// <summary>It said what it reached.</summary>
    Completed,
}

/// <summary>What somebody is in a school team; the own part is written beside it.</summary>
public enum TeamRole
{
    /// <summary>Leads the team.</summary>
    Leader,

    /// <summary>Member.</summary>
    Member,
}

/// <summary>Where a task of a team is.</summary>
public enum TeamTaskStatus
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done, with what shows it.</summary>
    Done,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}

/// <summary>Which state of a team and of its tasks may follow which.</summary>
public static class TeamStates
{
    /// <summary>Of a team; everything not listed is refused.</summary>
    public static readonly Transitions<TeamStatus> Table = new((TeamStatus.Working, [TeamStatus.Completed]));

    /// <summary>Of a task.</summary>
    public static readonly Transitions<TeamTaskStatus> Tasks = new((TeamTaskStatus.Open, [TeamTaskStatus.Done, TeamTaskStatus.Dropped]));
}

/// <summary>Somebody of a team, as it is formed.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">What.</param>
/// <param name="Part">The own part in the work of the team; may be empty.</param>
public sealed record TeamSeat(Guid PersonId, TeamRole Role, string Part);

/// <summary>
/// A team of a school that develops it (2023 concept, line 735: whole-school approach; programme P01 of the 2022 report: three of a school).
/// The sources bind neither its size nor who belongs to it: at least two, one of whom leads.
/// </summary>
public sealed class SchoolTeam : Aggregate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest aim, result, evidence or review, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Longest part of a member and longest title of a task, in characters.</summary>
    public const int LineLength = 200;

    /// <summary>Longest address, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Members at least.</summary>
    public const int Least = 2;

    private readonly List<TeamMember> members = [];
    private readonly List<TeamTask> tasks = [];
    private readonly List<TeamReview> reviews = [];
    private readonly List<TeamCourse> courses = [];

    private SchoolTeam()
    {
    }

    /// <summary>School.</summary>
    public Guid SchoolId { get; private init; }

    /// <summary>Name.</summary>
    public string Title { get; private init; } = "";

    /// <summary>What it wants to reach for the school.</summary>
    public string Aim { get; private init; } = "";

    /// <summary>State.</summary>
    public TeamStatus Status { get; private set; }

    /// <summary>When it was formed (UTC).</summary>
    public DateTime FormedAt { get; private init; }

    /// <summary>When it completed its work (UTC); null before.</summary>
    public DateTime? CompletedAt { get; private set; }

    /// <summary>What it reached; null before.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Members.</summary>
    public IReadOnlyCollection<TeamMember> Members => members;

    /// <summary>Tasks of the development plan of the school.</summary>
    public IReadOnlyCollection<TeamTask> Tasks => tasks;

    /// <summary>Days on which it looks at what it reached.</summary>
    public IReadOnlyCollection<TeamReview> Reviews => reviews;

    /// <summary>Courses to which it went as a team.</summary>
    public IReadOnlyCollection<TeamCourse> Courses => courses;

    /// <summary>Forms a team.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="schoolId">School.</param>
    /// <param name="title">Name.</param>
    /// <param name="aim">What it wants to reach.</param>
    /// <param name="seats">Members, everybody once.</param>
    /// <param name="at">Now (UTC).</param>
    public static Result<SchoolTeam> Form(
        Guid id, Guid schoolId, string title, string aim, IReadOnlyCollection<TeamSeat> seats, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(seats);
        if (seats.Select(s => s.PersonId).Distinct().Count() < Least)
        {
            return new TeamTooSmall(Least);
        }

        if (seats.Count(s => s.Role == TeamRole.Leader) != 1)
        {
            return new OneLeaderNeeded();
        }

        var team = new SchoolTeam { Id = id, SchoolId = schoolId, Title = title, Aim = aim, FormedAt = at };
        team.members.AddRange(seats.DistinctBy(s => s.PersonId).Select(s => new TeamMember { TeamId = id, PersonId = s.PersonId, Role = s.Role, Part = s.Part }));
        return team;
    }

    /// <summary>Whether somebody leads the team.</summary>
    public bool IsLedBy(Guid personId) => members.Exists(m => m.PersonId == personId && m.Role == TeamRole.Leader);

    /// <summary>The team went to a course, now or before it was formed here.</summary>
    /// <param name="enrolledAs">What its enrolments have in common (<c>Enrolment.TeamId</c>): another for each course.</param>
    public void WentTo(Guid enrolledAs)
    {
        if (!courses.Exists(c => c.EnrolledAs == enrolledAs))
        {
            courses.Add(new TeamCourse { TeamId = Id, EnrolledAs = enrolledAs });
        }
    }

    /// <summary>A task for a member.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="title">What is to be done.</param>
    /// <param name="responsibleId">Member who answers for it.</param>
    /// <param name="dueOn">By when.</param>
    public Error? AddTask(Guid id, string title, Guid responsibleId, DateOnly dueOn)
    {
        if (Status != TeamStatus.Working)
        {
            return new TeamCompleted();
        }

        if (!members.Exists(m => m.PersonId == responsibleId))
        {
            return new ResponsibleNotInTeam();
        }

        tasks.Add(new TeamTask { Id = id, TeamId = Id, Title = title, ResponsibleId = responsibleId, DueOn = dueOn });
        return null;
    }

    /// <summary>A task is done; to say it twice with the same words changes nothing.</summary>
    /// <param name="taskId">Task.</param>
    /// <param name="by">Who says so: who answers for it, or who leads the team.</param>
    /// <param name="evidence">What shows it.</param>
    /// <param name="link">Address of what shows it; null for none.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? FinishTask(Guid taskId, Guid by, string evidence, string? link, DateTime at)
    {
        var task = tasks.Find(t => t.Id == taskId);
        if (task is null || (task.ResponsibleId != by && !IsLedBy(by)))
        {
            return new NotFound();
        }

        return task.Finish(evidence, link, at);
    }

    /// <summary>A task is given up.</summary>
    /// <param name="taskId">Task.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? DropTask(Guid taskId, string reason, DateTime at) => tasks.Find(t => t.Id == taskId) is { } task ? task.Drop(reason, at) : new NotFound();

    /// <summary>Plans a day on which the team looks at what it reached.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="on">Day.</param>
    public Error? PlanReview(Guid id, DateOnly on)
    {
        if (Status != TeamStatus.Working)
        {
            return new TeamCompleted();
        }

        reviews.Add(new TeamReview { Id = id, TeamId = Id, On = on });
        return null;
    }

    /// <summary>Records what such a day showed.</summary>
    /// <param name="reviewId">Review.</param>
    /// <param name="words">What was seen and decided.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? RecordReview(Guid reviewId, string words, DateTime at) => reviews.Find(r => r.Id == reviewId) is { } review ? review.Write(words, at) : new NotFound();

    /// <summary>The team says what it reached. No task may be open: each was done or given up.</summary>
    /// <param name="outcome">What it reached.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Complete(string outcome, DateTime at)
    {
        if (TeamStates.Table.Check(Status, TeamStatus.Completed) is { } refused)
        {
            return refused;
        }

        if (tasks.Count(t => t.Status == TeamTaskStatus.Open) is var open and > 0)
        {
            return new TasksOpen(open);
        }

        (Status, CompletedAt, Outcome) = (TeamStatus.Completed, at, outcome);
        return null;
    }
}

/// <summary>Somebody of a team.</summary>
public sealed class TeamMember : Entity
{
    /// <summary>Team.</summary>
    public Guid TeamId { get; init; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; init; }

    /// <summary>What.</summary>
    public TeamRole Role { get; init; }

    /// <summary>The own part in the work; may be empty.</summary>
    public string Part { get; init; } = "";
}

/// <summary>A course to which a team went.</summary>
public sealed class TeamCourse : Entity
{
    /// <summary>Team.</summary>
    public Guid TeamId { get; init; }

    /// <summary>What the enrolments of the members have in common (<c>Enrolment.TeamId</c>).</summary>
    public Guid EnrolledAs { get; init; }
}

/// <summary>A task of a team.</summary>
public sealed class TeamTask : Entity
{
    /// <summary>Team.</summary>
    public Guid TeamId { get; init; }

    /// <summary>What is to be done.</summary>
    public string Title { get; init; } = "";

    /// <summary>Member who answers for it.</summary>
    public Guid ResponsibleId { get; init; }

    /// <summary>By when.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>State.</summary>
    public TeamTaskStatus Status { get; private set; }

    /// <summary>What shows that it is done, or why it was given up; null before.</summary>
    public string? Words { get; private set; }

    /// <summary>Address of what shows it; null for none.</summary>
    public string? Link { get; private set; }

    /// <summary>When it was done or given up (UTC); null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    internal Error? Finish(string evidence, string? link, DateTime at) => Close(TeamTaskStatus.Done, evidence, link, at);

    internal Error? Drop(string reason, DateTime at) => Close(TeamTaskStatus.Dropped, reason, null, at);

    private StepNotAllowed? Close(TeamTaskStatus to, string words, string? link, DateTime at)
    {
        if ((Status, Words, Link) == (to, words, link))
        {
            return null;
        }

        var refused = TeamStates.Tasks.Check(Status, to);
        if (refused is null)
        {
            (Status, Words, Link, ClosedAt) = (to, words, link, at);
        }

        return refused;
    }
}

/// <summary>A day on which a team looks at what it reached.</summary>
public sealed class TeamReview : Entity
{
    /// <summary>Team.</summary>
    public Guid TeamId { get; init; }

    /// <summary>Day it is planned for.</summary>
    public DateOnly On { get; init; }

    /// <summary>What was seen and decided; null before.</summary>
    public string? Words { get; private set; }

    /// <summary>When that was written (UTC); null before.</summary>
    public DateTime? WrittenAt { get; private set; }

    internal Error? Write(string words, DateTime at)
    {
        if (WrittenAt is not null)
        {
            return Words == words ? null : new ReviewRecorded();
        }

        (Words, WrittenAt) = (words, at);
        return null;
    }
}

/// <summary>A team has more members.</summary>
/// <param name="Least">Members at least.</param>
public sealed record TeamTooSmall(int Least) : Error("team_too_small", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Least];

    /// <inheritdoc/>
    public override string Field => "Members";
}

/// <summary>One of a group leads it, and only one.</summary>
public sealed record OneLeaderNeeded() : Error("one_leader_needed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Members";
}

/// <summary>The team completed its work.</summary>
public sealed record TeamCompleted() : Error("team_completed", ErrorKind.Conflict);

/// <summary>Only a member answers for a task.</summary>
public sealed record ResponsibleNotInTeam() : Error("responsible_not_in_team", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "ResponsibleId";
}

/// <summary>Tasks are open: each is done or given up before the team says what it reached.</summary>
/// <param name="Count">How many.</param>
public sealed record TasksOpen(int Count) : Error("tasks_open", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Count];
}

/// <summary>The review was recorded before.</summary>
public sealed record ReviewRecorded() : Error("review_recorded", ErrorKind.Conflict);
