using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

/// <summary>From an application to a place: who decides, in which order, and who waits.</summary>
public sealed class EnrolmentStepsTests : IAsyncLifetime
{
    private const ApplicationSteps AllSteps = ApplicationSteps.School | ApplicationSteps.Region | ApplicationSteps.Branch;

    private TestApp app = null!;
    private World world = null!;
    private Person teacher = null!;
    private Person school = null!;
    private Person region = null!;
    private Person branch = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        school = await app.Data.PersonAsync(Role.SchoolCoordinator);
        region = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        branch = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task School_region_and_branch_decide_one_after_another()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: AllSteps));
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;

        Assert.Equal(new NotYourStep(ApplicationSteps.School), (await app.SendAs(branch, new AcceptApplicationCommand(id))).Error);
        Assert.Equal(id, Assert.Single((await app.SendAs(school, new GetApplicationsQuery(1))).Value.Items).EnrolmentId);
        Assert.Empty((await app.SendAs(region, new GetApplicationsQuery(1))).Value.Items);
        Assert.Equal(EnrolmentStatus.Applied, (await app.SendAs(school, new AcceptApplicationCommand(id))).Value);
        Assert.Equal(id, Assert.Single((await app.SendAs(region, new GetApplicationsQuery(1))).Value.Items).EnrolmentId);
        Assert.Equal(EnrolmentStatus.Applied, (await app.SendAs(region, new AcceptApplicationCommand(id))).Value);
        Assert.Equal(EnrolmentStatus.Accepted, (await app.SendAs(branch, new AcceptApplicationCommand(id))).Value);

        var enrolment = await EnrolmentAsync(id);
        Assert.Equal((world.School.Id, world.Region.Id), (enrolment.SchoolId, enrolment.RegionId));
        Assert.Equal(1, await app.LookAsync(db => db.Portfolios.CountAsync(p => p.EnrolmentId == id)));
        Assert.Equal([school.Id, region.Id, branch.Id], await app.LookAsync(db => db.Enrolments
            .Where(e => e.Id == id).SelectMany(e => e.Decisions).OrderBy(d => d.Step == ApplicationSteps.School ? 0 : d.Step == ApplicationSteps.Region ? 1 : 2)
            .Select(d => d.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task Who_works_at_two_schools_applies_from_the_one_begun_last()
    {
        var group = await app.Data.OpenGroupAsync();
        await AlsoAtOtherSchoolAsync();

        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;

        Assert.Equal((world.OtherSchool.Id, world.OtherRegion.Id), ((await EnrolmentAsync(id)).SchoolId, (await EnrolmentAsync(id)).RegionId));
    }

    [Fact]
    public async Task Either_of_two_schools_sends_the_teacher_and_the_steps_are_its_own()
    {
        await AlsoAtOtherSchoolAsync();
        var otherSchool = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        var otherRegion = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion);
        var version = await app.Data.ProgrammeAsync(steps: AllSteps);
        var (first, second) = (await app.Data.OpenGroupAsync(version), await app.Data.OpenGroupAsync(version));

        Assert.Equal(new Nominated(0, 0, 1), (await Nominate(first, [teacher])).Value);
        Assert.Equal(new Nominated(0, 0, 1), (await app.SendAs(otherSchool, new NominateTeachersCommand(Guid.CreateVersion7(), second.Id, world.OtherSchool.Id, [teacher.Id]))).Value);

        Assert.Equal(first.Id, Assert.Single((await app.SendAs(region, new GetApplicationsQuery(1))).Value.Items).GroupId);
        Assert.Equal(second.Id, Assert.Single((await app.SendAs(otherRegion, new GetApplicationsQuery(1))).Value.Items).GroupId);
        Assert.Equal(
            [(first.Id, world.School.Id, world.Region.Id), (second.Id, world.OtherSchool.Id, world.OtherRegion.Id)],
            await app.LookAsync(db => db.Enrolments.OrderBy(e => e.Id).Select(e => ValueTuple.Create(e.GroupId, e.SchoolId!.Value, e.RegionId!.Value)).ToListAsync()));
    }

    [Fact]
    public async Task An_application_that_waits_for_one_school_goes_on_from_the_other_that_sends()
    {
        await AlsoAtOtherSchoolAsync();
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: AllSteps));
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;

        await Nominate(group, [teacher]);

        var enrolment = await EnrolmentAsync(id);
        Assert.Equal((world.School.Id, world.Region.Id, ApplicationSteps.Region), (enrolment.SchoolId, enrolment.RegionId, enrolment.AwaitedStep));
        Assert.Equal(EnrolmentStatus.Applied, (await app.SendAs(region, new AcceptApplicationCommand(id))).Value);

        // what a school agreed to stays with it
        var otherSchool = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        await app.SendAs(otherSchool, new NominateTeachersCommand(Guid.CreateVersion7(), group.Id, world.OtherSchool.Id, [teacher.Id]));
        Assert.Equal(world.School.Id, (await EnrolmentAsync(id)).SchoolId);
    }

    [Fact]
    public async Task A_school_that_the_teacher_left_sends_them_no_more()
    {
        var group = await app.Data.OpenGroupAsync();
        await AlsoAtOtherSchoolAsync();
        await app.LookAsync(db => db.Set<Employment>()
            .Where(e => e.PersonId == teacher.Id && e.OrganisationId == world.School.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.To, new DateOnly(2026, 1, 31))));

        Assert.IsType<NotFound>((await Nominate(group, [teacher])).Error);
    }

    [Fact]
    public async Task Schools_and_regions_decide_on_their_own_teachers_only()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: AllSteps));
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;
        var otherSchool = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        var otherRegion = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion);

        foreach (var stranger in new[] { otherSchool, otherRegion })
        {
            Assert.IsType<NotFound>((await app.SendAs(stranger, new AcceptApplicationCommand(id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new DeclineApplicationCommand(id, "Жоқ"))).Error);
            Assert.Empty((await app.SendAs(stranger, new GetApplicationsQuery(1))).Value.Items);
        }
    }

    [Fact]
    public async Task A_school_declines_with_a_reason_that_ends_the_application()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: AllSteps));
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;

        Assert.Null((await app.SendAs(school, new DeclineApplicationCommand(id, "Ауыстыратын адам жоқ"))).Error);

        Assert.Equal((EnrolmentStatus.Declined, "Ауыстыратын адам жоқ"), ((await EnrolmentAsync(id)).Status, (await EnrolmentAsync(id)).DeclineReason));
        Assert.IsType<ApplicationDeclined>((await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Error);
    }

    [Fact]
    public async Task Where_nobody_is_asked_a_place_is_given_at_once_and_the_rest_waits()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.None), capacity: 1);
        var first = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;
        var late = await app.Data.PersonAsync(Role.Teacher);
        var second = (await app.SendAs(late, new ApplyToGroupCommand(group.Id))).Value;

        Assert.Equal(EnrolmentStatus.Accepted, (await EnrolmentAsync(first)).Status);
        Assert.Equal((EnrolmentStatus.WaitingList, 1), ((await EnrolmentAsync(second)).Status, (await EnrolmentAsync(second)).WaitingNumber));
        Assert.Equal(0, (await app.SendAs(late, new GetGroupQuery(group.Id))).Value.Mine!.Ahead);
    }

    [Fact]
    public async Task A_place_given_back_goes_to_the_first_who_waits()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.None), capacity: 1);
        var first = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            ids.Add((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new ApplyToGroupCommand(group.Id))).Value);
        }

        Assert.Null((await app.SendAs(teacher, new WithdrawEnrolmentCommand(first, null))).Error);

        Assert.Equal(EnrolmentStatus.Withdrawn, (await EnrolmentAsync(first)).Status);
        Assert.Equal([EnrolmentStatus.Accepted, EnrolmentStatus.WaitingList], [(await EnrolmentAsync(ids[0])).Status, (await EnrolmentAsync(ids[1])).Status]);
        Assert.Equal(1, await app.LookAsync(db => db.Portfolios.CountAsync(p => p.EnrolmentId == ids[0])));

        // whoever gave back may come again, at the end of the line
        Assert.Equal(first, (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value);
        Assert.Equal((EnrolmentStatus.WaitingList, 3), ((await EnrolmentAsync(first)).Status, (await EnrolmentAsync(first)).WaitingNumber));
    }

    [Fact]
    public async Task More_places_go_to_those_who_wait()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.None), capacity: 1);
        await app.SendAs(teacher, new ApplyToGroupCommand(group.Id));
        var waiting = (await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new ApplyToGroupCommand(group.Id))).Value;
        var form = (await app.SendAs(branch, new GetGroupEditFormQuery(group.Id))).Value;

        Assert.Null((await app.SendAs(branch, new EditGroupCommand(group.Id, form.Revision, form.Plan with { Capacity = 2 }))).Error);

        Assert.Equal(EnrolmentStatus.Accepted, (await EnrolmentAsync(waiting)).Status);
        Assert.Equal(new GroupHasMorePeople(2), (await app.SendAs(branch, new EditGroupCommand(group.Id, form.Revision + 1, form.Plan with { Capacity = 1 }))).Error);
    }

    [Fact]
    public async Task Of_two_coordinators_who_edit_one_group_the_second_is_told()
    {
        var group = await app.Data.OpenGroupAsync();
        var form = (await app.SendAs(branch, new GetGroupEditFormQuery(group.Id))).Value;
        var other = await app.Data.PersonAsync(Role.Coordinator);

        Assert.Null((await app.SendAs(branch, new EditGroupCommand(group.Id, form.Revision, form.Plan with { Venue = "204" }))).Error);

        Assert.IsType<GroupChangedMeanwhile>((await app.SendAs(other, new EditGroupCommand(group.Id, form.Revision, form.Plan with { Venue = "305" }))).Error);
        Assert.Null((await app.SendAs(other, new EditGroupCommand(group.Id, form.Revision, form.Plan with { Venue = "204" }))).Error);
        Assert.Equal("204", await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.Venue).SingleAsync()));
    }

    [Fact]
    public async Task A_team_of_a_school_comes_in_one_action_or_waits_together()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School, teamSize: 3), capacity: 5);
        var team = await TeachersAsync(3);
        var second = await TeachersAsync(3);

        Assert.IsType<TeamNeeded>((await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Error);
        Assert.Equal(new TeamOfAnotherSize(3), (await Nominate(group, team.Take(2))).Error);
        Assert.Equal(new Nominated(3, 0, 0), (await Nominate(group, team)).Value);
        Assert.Equal(new Nominated(0, 3, 0), (await Nominate(group, second)).Value);
        Assert.Single(await app.LookAsync(db => db.Enrolments.Where(e => e.Status == EnrolmentStatus.WaitingList).Select(e => e.WaitingNumber).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task Sending_the_same_form_twice_sends_one_team()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School, teamSize: 2));
        var team = await TeachersAsync(2);
        var command = new NominateTeachersCommand(Guid.CreateVersion7(), group.Id, world.School.Id, [.. team.Select(t => t.Id)]);

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SendAs(school, command)));

        Assert.All(results, r => Assert.Equal(new Nominated(2, 0, 0), r.Value));
        Assert.Equal(2, await app.LookAsync(db => db.Enrolments.CountAsync()));
    }

    [Fact]
    public async Task A_school_sends_its_own_teachers_only_and_agrees_to_those_who_applied()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School | ApplicationSteps.Branch));
        var stranger = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;

        Assert.IsType<NotFound>((await Nominate(group, [stranger])).Error);
        Assert.IsType<NotFound>((await app.SendAs(school, new NominateTeachersCommand(Guid.CreateVersion7(), group.Id, world.OtherSchool.Id, [stranger.Id]))).Error);
        Assert.Equal(new Nominated(0, 0, 1), (await Nominate(group, [teacher])).Value);
        Assert.Equal(ApplicationSteps.Branch, (await EnrolmentAsync(id)).AwaitedStep);
        Assert.Equal(new CannotBeSent($"{teacher.FamilyName} {teacher.GivenName}", EnrolmentStatus.Accepted), await Refused());

        async Task<Error?> Refused()
        {
            await app.SendAs(branch, new AcceptApplicationCommand(id));
            return (await Nominate(group, [teacher])).Error;
        }
    }

    [Fact]
    public async Task A_team_is_decided_on_together()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School | ApplicationSteps.Branch, teamSize: 2));
        Assert.Equal(new Nominated(0, 0, 2), (await Nominate(group, await TeachersAsync(2))).Value);
        var one = await app.LookAsync(db => db.Enrolments.Select(e => e.Id).FirstAsync());

        Assert.Null((await app.SendAs(branch, new AcceptApplicationCommand(one))).Error);

        Assert.Equal(2, await app.LookAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.Accepted)));
    }

    [Fact]
    public async Task Somebody_is_sent_on_to_another_group_and_both_enrolments_stay()
    {
        var version = await app.Data.ProgrammeAsync();
        var (from, to) = (await app.Data.GroupAsync(version, status: GroupStatus.Studying), await app.Data.GroupAsync(version));
        var enrolment = await app.Data.EnrolmentAsync(from, teacher);

        var next = await app.SendAs(branch, new TransferEnrolmentCommand(enrolment.Id, to.Id, "Басқа қалаға көшті"));

        Assert.Equal((EnrolmentStatus.Accepted, EnrolmentOrigin.Transfer, enrolment.Id), await app.LookAsync(async db =>
        {
            var there = await db.Enrolments.SingleAsync(e => e.Id == next.Value);
            return (there.Status, there.Origin, there.TransferredFromId!.Value);
        }));
        Assert.Equal(EnrolmentStatus.Transferred, (await EnrolmentAsync(enrolment.Id)).Status);
        Assert.Equal(next.Value, (await app.SendAs(branch, new TransferEnrolmentCommand(enrolment.Id, to.Id, "Басқа қалаға көшті"))).Value);
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_full_group_a_foreign_one_or_one_of_another_programme()
    {
        var version = await app.Data.ProgrammeAsync();
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(version), teacher);
        var full = await app.Data.GroupAsync(version, capacity: 1);
        await app.Data.EnrolmentAsync(full);

        Assert.Equal(new GroupFull(1), (await app.SendAs(branch, new TransferEnrolmentCommand(enrolment.Id, full.Id, "Себеп"))).Error);
        foreach (var group in new[] { await app.Data.GroupAsync(), await app.Data.GroupAsync(version, inOtherBranch: true) })
        {
            Assert.IsType<NotAGroupToGoTo>((await app.SendAs(branch, new TransferEnrolmentCommand(enrolment.Id, group.Id, "Себеп"))).Error);
        }
    }

    [Fact]
    public async Task Somebody_is_added_late_on_the_ground_of_a_document()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying, capacity: 1);

        var id = await app.SendAs(branch, new AddLateParticipantCommand(group.Id, teacher.Iin, "№ 12 хат, 05.02.2026"));

        Assert.Equal((EnrolmentStatus.Accepted, "№ 12 хат, 05.02.2026"), ((await EnrolmentAsync(id.Value)).Status, (await EnrolmentAsync(id.Value)).Basis));
        Assert.Equal(new GroupFull(1), (await app.SendAs(branch, new AddLateParticipantCommand(group.Id, school.Iin, "№ 12 хат"))).Error);
        Assert.IsType<PersonNotKnown>((await app.SendAs(branch, new AddLateParticipantCommand(group.Id, TestData.NewIin(9999), "№ 12 хат"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(branch, new AddLateParticipantCommand(group.Id, "123", "№ 12 хат"))).Error);
    }

    [Fact]
    public async Task A_course_begins_with_its_fewest_people_and_a_group_can_be_called_off()
    {
        var group = await app.Data.OpenGroupAsync();
        var form = (await app.SendAs(branch, new GetGroupEditFormQuery(group.Id))).Value;
        await app.SendAs(branch, new EditGroupCommand(group.Id, form.Revision, form.Plan with { SmallestSize = 2 }));
        var enrolment = await app.Data.EnrolmentAsync(group, teacher);

        Assert.Equal(new GroupTooSmall(1, 2), (await app.SendAs(branch, new StartGroupCommand(group.Id))).Error);
        Assert.Null((await app.SendAs(branch, new CancelGroupCommand(group.Id, "Адам аз жиналды"))).Error);
        Assert.Equal((EnrolmentStatus.Withdrawn, "Адам аз жиналды"), ((await EnrolmentAsync(enrolment.Id)).Status, (await EnrolmentAsync(enrolment.Id)).LeaveReason));
        Assert.IsType<GroupNotRecruiting>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new ApplyToGroupCommand(group.Id))).Error);
    }

    [Fact]
    public async Task After_the_beginning_only_the_coordinator_takes_people_out_and_says_why()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var enrolment = await app.Data.EnrolmentAsync(group, teacher);

        Assert.IsType<CourseBegun>((await app.SendAs(teacher, new WithdrawEnrolmentCommand(enrolment.Id, null))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(branch, new WithdrawEnrolmentCommand(enrolment.Id, " "))).Error);
        Assert.IsType<NotFound>((await app.SendAs(school, new WithdrawEnrolmentCommand(enrolment.Id, "Себеп"))).Error);
        Assert.Null((await app.SendAs(branch, new WithdrawEnrolmentCommand(enrolment.Id, "Ауырып қалды"))).Error);
    }

    [Fact]
    public async Task Whose_work_is_being_checked_is_not_taken_out()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var enrolment = await app.Data.EnrolmentAsync(group, teacher);
        await app.Data.PortfolioAsync(enrolment, PortfolioStatus.FormativeCheck);

        Assert.IsType<PortfolioUnderWay>((await app.SendAs(branch, new WithdrawEnrolmentCommand(enrolment.Id, "Себеп"))).Error);
    }

    private Task AlsoAtOtherSchoolAsync() => app.Data.ChangeAsync(async db =>
        (await db.Persons.Include(p => p.Employments).SingleAsync(p => p.Id == teacher.Id)).WorksAt(world.OtherSchool.Id, Position.Teacher, new DateOnly(2025, 9, 1)));

    private Task<Enrolment> EnrolmentAsync(Guid id) => app.LookAsync(db => db.Enrolments.SingleAsync(e => e.Id == id));

    private Task<Result<Nominated>> Nominate(StudyGroup group, IEnumerable<Person> people) =>
        app.SendAs(school, new NominateTeachersCommand(Guid.CreateVersion7(), group.Id, world.School.Id, [.. people.Select(p => p.Id)]));

    private async Task<List<Person>> TeachersAsync(int count)
    {
        var teachers = new List<Person>();
        for (var i = 0; i < count; i++)
        {
            teachers.Add(await app.Data.PersonAsync(Role.Teacher));
        }

        return teachers;
    }
}
