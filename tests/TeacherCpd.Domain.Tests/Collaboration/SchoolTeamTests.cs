using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Collaboration;

/// <summary>A team of a school, its tasks and its result.</summary>
public sealed class SchoolTeamTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly DateOnly Due = new(2026, 3, 1);
    private static readonly Guid[] People = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void It_has_two_people_at_least_and_one_who_leads()
    {
        Assert.IsType<TeamTooSmall>(Form(new TeamSeat(People[0], TeamRole.Leader, "")).Error);
        Assert.IsType<TeamTooSmall>(Form(new TeamSeat(People[0], TeamRole.Leader, ""), new TeamSeat(People[0], TeamRole.Member, "")).Error);
        Assert.IsType<OneLeaderNeeded>(Form(new TeamSeat(People[0], TeamRole.Member, ""), new TeamSeat(People[1], TeamRole.Member, "")).Error);
        Assert.IsType<OneLeaderNeeded>(Form(new TeamSeat(People[0], TeamRole.Leader, ""), new TeamSeat(People[1], TeamRole.Leader, "")).Error);
        Assert.Equal(2, Form(new TeamSeat(People[0], TeamRole.Leader, ""), new TeamSeat(People[1], TeamRole.Member, "")).Value.Members.Count);
    }

    [Fact]
    public void A_task_is_for_a_member_who_or_whose_leader_says_that_it_is_done()
    {
        var team = Three();
        var task = Guid.CreateVersion7();
        Assert.IsType<ResponsibleNotInTeam>(team.AddTask(task, "Парақ", Guid.CreateVersion7(), Due));
        Assert.Null(team.AddTask(task, "Парақ", People[1], Due));
        Assert.IsType<NotFound>(team.FinishTask(task, People[2], "Дайын", null, Now));
        Assert.Null(team.FinishTask(task, People[1], "Дайын", null, Now));
        Assert.Null(team.FinishTask(task, People[1], "Дайын", null, Now));
        Assert.IsType<StepNotAllowed>(team.FinishTask(task, People[0], "Басқаша", null, Now));
        Assert.IsType<StepNotAllowed>(team.DropTask(task, "Себеп", Now));
    }

    [Fact]
    public void It_says_what_it_reached_once_no_task_is_open()
    {
        var team = Three();
        var task = Guid.CreateVersion7();
        Assert.Null(team.AddTask(task, "Парақ", People[1], Due));
        Assert.Equal(1, Assert.IsType<TasksOpen>(team.Complete("Нәтиже", Now)).Count);
        Assert.Null(team.DropTask(task, "Керек емес", Now));
        Assert.Null(team.Complete("Нәтиже", Now));
        Assert.IsType<StepNotAllowed>(team.Complete("Тағы", Now));
        Assert.IsType<TeamCompleted>(team.AddTask(Guid.CreateVersion7(), "Тағы", People[0], Due));
        Assert.IsType<TeamCompleted>(team.PlanReview(Guid.CreateVersion7(), Due));
    }

    [Fact]
    public void A_review_is_recorded_once_and_a_course_kept_once()
    {
        var team = Three();
        var (review, course) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Null(team.PlanReview(review, Due));
        Assert.Null(team.RecordReview(review, "Көрдік", Now));
        Assert.Null(team.RecordReview(review, "Көрдік", Now));
        Assert.IsType<ReviewRecorded>(team.RecordReview(review, "Басқаша", Now));
        team.WentTo(course);
        team.WentTo(course);
        Assert.Single(team.Courses);
    }

    private static Result<SchoolTeam> Form(params TeamSeat[] seats) => SchoolTeam.Form(Guid.CreateVersion7(), Guid.CreateVersion7(), "Команда", "Мақсат", seats, Now);

    private static SchoolTeam Three() => Form([.. People.Select((p, i) => new TeamSeat(p, i == 0 ? TeamRole.Leader : TeamRole.Member, ""))]).Value;
}
