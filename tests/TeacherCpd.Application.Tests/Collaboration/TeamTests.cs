using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Collaboration.Teams;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Collaboration;

/// <summary>School teams through the pipeline.</summary>
public sealed class TeamTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private World places = null!;
    private Person coordinator = null!;
    private Person leader = null!;
    private Person member = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        places = await app.Data.WorldAsync();
        coordinator = await app.Data.PersonAsync(Role.SchoolCoordinator);
        leader = await app.Data.PersonAsync(Role.Teacher);
        member = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_team_is_formed_works_on_its_tasks_and_says_what_it_reached()
    {
        var (id, task, review) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Null((await app.SendAs(coordinator, Formed(id))).Error);
        Assert.Null((await app.SendAs(coordinator, Formed(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(member, new AddTeamTaskCommand(task, id, "Парақ", member.Id, Today.AddDays(2)))).Error);
        Assert.Null((await app.SendAs(leader, new AddTeamTaskCommand(task, id, "Парақ", member.Id, Today.AddDays(2)))).Error);
        Assert.Null((await app.SendAs(leader, new AddTeamTaskCommand(task, id, "Парақ", member.Id, Today.AddDays(2)))).Error);
        Assert.Contains((await app.SendAs(member, new GetTodayQuery())).Value.Items, i => i.TextKey == "teams.today.task" && i.DueOn == Today.AddDays(2));
        Assert.IsType<InvalidInput>((await app.SendAs(member, new FinishTeamTaskCommand(id, task, "Дайын", "javascript:alert(1)"))).Error);
        Assert.Null((await app.SendAs(member, new FinishTeamTaskCommand(id, task, "Дайын", "https://mektep.example/paraq"))).Error);
        Assert.DoesNotContain((await app.SendAs(member, new GetTodayQuery())).Value.Items, i => i.TextKey == "teams.today.task");
        Assert.Null((await app.SendAs(coordinator, new PlanTeamReviewCommand(review, id, Today))).Error);
        Assert.Null((await app.SendAs(leader, new RecordTeamReviewCommand(id, review, "Парақ қолданылады"))).Error);
        Assert.Null((await app.SendAs(leader, new CompleteTeamCommand(id, "Әр мұғалім тоқсанына екі сабаққа қатысады."))).Error);

        var view = (await app.SendAs(member, new GetTeamQuery(id))).Value;
        Assert.Equal((TeamStatus.Completed, false, 2), (view.Status, view.MayRun, view.Members.Count));
        Assert.Equal("https://mektep.example/paraq", Assert.Single(view.Tasks).Link);
    }

    [Fact]
    public async Task A_team_is_of_people_of_the_school_and_closed_to_others()
    {
        var elsewhere = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var other = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, Formed() with { Members = [new(leader.Id, TeamRole.Leader, ""), new(elsewhere.Id, TeamRole.Member, "")] })).Error);
        Assert.IsType<OneLeaderNeeded>((await app.SendAs(coordinator, Formed() with { Members = [new(leader.Id, TeamRole.Member, ""), new(member.Id, TeamRole.Member, "")] })).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, Formed() with { EnrolledAs = Guid.CreateVersion7() })).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, Formed())).Error);

        var team = await app.Data.TeamAsync(leader, member);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new GetTeamQuery(team.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetTeamQuery(team.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new CompleteTeamCommand(team.Id, "Басқа мектептің нәтижесі емес"))).Error);
    }

    [Fact]
    public async Task The_whole_team_is_sent_to_a_course_in_one_action_and_each_ones_outcome_is_seen_with_it()
    {
        var version = await app.Data.ProgrammeAsync(teamSize: 2);
        var group = await app.Data.OpenGroupAsync(version: version);
        var team = await app.Data.TeamAsync(leader, member);
        var sending = Guid.CreateVersion7();
        var offer = Assert.Single((await app.SendAs(coordinator, new GetTeamQuery(team.Id))).Value.Offers);
        Assert.Equal(group.Id, offer.GroupId);
        Assert.Empty((await app.SendAs(leader, new GetTeamQuery(team.Id))).Value.Offers);

        Assert.IsType<Forbidden>((await app.SendAs(leader, new SendTeamToCourseCommand(sending, team.Id, group.Id))).Error);
        Assert.Null((await app.SendAs(coordinator, new SendTeamToCourseCommand(sending, team.Id, group.Id))).Error);
        Assert.Null((await app.SendAs(coordinator, new SendTeamToCourseCommand(sending, team.Id, group.Id))).Error);

        Assert.Equal(2, await app.LookAsync(db => db.Enrolments.CountAsync(e => e.TeamId == sending && e.GroupId == group.Id && e.Origin == EnrolmentOrigin.Team)));
        Assert.Equal(2, (await app.SendAs(member, new GetTeamQuery(team.Id))).Value.Courses.Count);
        Assert.Empty((await app.SendAs(coordinator, new GetTeamFormQuery(null))).Value.Before);
    }

    [Fact]
    public async Task A_course_taken_as_a_team_before_is_kept_with_it()
    {
        var version = await app.Data.ProgrammeAsync(teamSize: 2);
        var group = await app.Data.OpenGroupAsync(version: version);
        var enrolledAs = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(coordinator, new NominateTeachersCommand(enrolledAs, group.Id, places.School.Id, [leader.Id, member.Id]))).Error);
        Assert.Equal(enrolledAs, Assert.Single((await app.SendAs(coordinator, new GetTeamFormQuery(null))).Value.Before).EnrolledAs);

        var formed = Formed() with { EnrolledAs = enrolledAs };
        Assert.Null((await app.SendAs(coordinator, formed)).Error);
        Assert.Equal(2, (await app.SendAs(leader, new GetTeamQuery(formed.TeamId))).Value.Courses.Count);
    }

    private FormTeamCommand Formed(Guid? id = null) => new(
        id ?? Guid.CreateVersion7(), places.School.Id, "Оқу командасы", "Мектепті дамыту", null,
        [new(leader.Id, TeamRole.Leader, "талдау"), new(member.Id, TeamRole.Member, "")]);
}
