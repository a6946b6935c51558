using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Collaboration;
using TeacherCpd.Application.Networks.Events;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Networks;

/// <summary>Events of coaches: who plans them, for whom, and who came.</summary>
public sealed class CoachEventTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private World world = null!;
    private Organisation partner = null!;
    private Person coordinator = null!;
    private Person coach = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        partner = await app.Data.SchoolAsync("S3", "№3 мектеп");
        await app.Data.NetworkAsync(world.School, partners: partner);
        coordinator = await app.Data.PersonAsync(Role.SchoolCoordinator);
        coach = await app.Data.CoachAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_school_plans_an_event_of_its_coach_for_the_network_and_records_who_came()
    {
        var (id, guest) = (Guid.CreateVersion7(), await app.Data.PersonAsync(Role.Teacher, _ => partner));
        var form = (await app.SendAs(coordinator, new GetCoachEventFormQuery(null))).Value;
        Assert.Equal(coach.Id, Assert.Single(form.Coaches).Id);
        Assert.Equal([world.School.Id, partner.Id], form.For.Select(s => s.Id));
        Assert.Null((await app.SendAs(coordinator, Plan(id))).Error);
        Assert.Null((await app.SendAs(coordinator, Plan(id))).Error);
        Assert.Equal(guest.Iin, Assert.IsType<ParticipantNotOfSchool>((await app.SendAs(coordinator, Hold(id, new SchoolTurnout(world.School.Id, 9, guest.Iin)))).Error).Iin);
        Assert.IsType<ParticipantNotOfSchool>((await app.SendAs(coordinator, Hold(id, new SchoolTurnout(partner.Id, 9, TestData.NewIin(9001))))).Error);
        Assert.IsType<CoachEventCountBelowNames>((await app.SendAs(coordinator, Hold(id, new SchoolTurnout(partner.Id, 0, guest.Iin)))).Error);
        Assert.Null((await app.SendAs(coach, Hold(id, new SchoolTurnout(world.School.Id, 9, null), new SchoolTurnout(partner.Id, null, $"{guest.Iin}, {guest.Iin}")))).Error);

        var view = (await app.SendAs(coordinator, new GetCoachEventQuery(id))).Value;
        Assert.Equal((CoachEventStatus.Held, 10), (view.Status, view.Participants));
        Assert.Equal($"{guest.FamilyName} {guest.GivenName}", Assert.Single(view.Schools[1].People));
        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new CancelCoachEventCommand(id, "Кеш"))).Error);
        Assert.True((await app.SendAs(coordinator, new GetCoachEventsQuery(1))).Value is { Held: 1, Participants: 10, MayPlan: true });
    }

    [Fact]
    public async Task A_coach_plans_own_events_a_teacher_none_and_others_of_the_network_see_their_own_people_only()
    {
        var id = Guid.CreateVersion7();
        var colleague = await app.Data.PersonAsync(Role.Teacher);
        var (neighbour, stranger) = (await app.Data.PersonAsync(Role.SchoolCoordinator, _ => partner), await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool));
        Assert.IsType<NotFound>((await app.SendAs(colleague, Plan(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(neighbour, Plan(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(colleague, new GetCoachEventFormQuery(null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, Plan(id) with { CoachId = colleague.Id })).Error);
        Assert.Null((await app.SendAs(coach, Plan(id))).Error);
        Assert.Null((await app.SendAs(coach, Hold(id, new SchoolTurnout(world.School.Id, null, colleague.Iin)))).Error);
        Assert.True((await app.SendAs(coach, new GetMyCollaborationQuery())).Value.IsCoach);
        Assert.False((await app.SendAs(colleague, new GetMyCollaborationQuery())).Value.IsCoach);

        var seen = (await app.SendAs(neighbour, new GetCoachEventQuery(id))).Value;
        Assert.True(seen is { MayRecord: false, Participants: 1 });
        Assert.All(seen.Schools, s => Assert.Empty(s.People));
        Assert.IsType<NotFound>((await app.SendAs(neighbour, new CancelCoachEventCommand(id, "Жоқ"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetCoachEventQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(colleague, new GetCoachEventQuery(id))).Error);
        Assert.Empty((await app.SendAs(stranger, new GetCoachEventsQuery(1))).Value.Events.Items);
        var officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        Assert.All((await app.SendAs(officer, new GetCoachEventQuery(id))).Value.Schools, s => Assert.Empty(s.People));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion), new GetCoachEventQuery(id))).Error);
    }

    [Fact]
    public async Task It_is_for_schools_that_stand_in_the_network_in_its_year_only()
    {
        Assert.IsType<SchoolNotInNetwork>((await app.SendAs(coordinator, Plan(Guid.CreateVersion7()) with { Schools = [world.School.Id, world.OtherSchool.Id] })).Error);
        Assert.IsType<SchoolNotInNetwork>((await app.SendAs(coordinator, Plan(Guid.CreateVersion7()) with { From = new DateOnly(2026, 9, 2) })).Error);
        Assert.Null((await app.SendAs(coordinator, Plan(Guid.CreateVersion7()) with { From = new DateOnly(2026, 9, 2), Schools = [world.School.Id] })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, Plan(Guid.CreateVersion7()) with { Link = "javascript:alert(1)" })).Error);
        var future = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(coordinator, Plan(future) with { From = Today.AddDays(1) })).Error);
        Assert.IsType<CoachEventNotBegun>((await app.SendAs(coordinator, Hold(future, new SchoolTurnout(partner.Id, 3, null)))).Error);
        Assert.Null((await app.SendAs(coordinator, new CancelCoachEventCommand(future, "Карантин"))).Error);
    }

    [Fact]
    public async Task Whoever_works_at_the_school_no_more_is_no_coach_of_it()
    {
        await app.LookAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"Employments\" SET \"To\" = '2026-01-31' WHERE \"PersonId\" = {coach.Id}"));
        Assert.False((await app.SendAs(coordinator, new GetCoachEventsQuery(1))).Value.MayPlan);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, Plan(Guid.CreateVersion7()))).Error);
    }

    private static HoldCoachEventCommand Hold(Guid id, params SchoolTurnout[] turnout) => new(id, turnout, "Өтті");

    private PlanCoachEventCommand Plan(Guid id) => new(
        id, world.School.Id, coach.Id, CoachEventKind.Seminar, "Бағалау", Today, null, "№14 мектеп", null, Language.Kk, [world.School.Id, partner.Id]);
}
