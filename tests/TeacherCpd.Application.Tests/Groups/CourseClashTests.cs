using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

/// <summary>Who decides on an application is told of the other courses of the applicant.</summary>
public sealed class CourseClashTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 3, 2);
    private static readonly DateTime Morning = new(2026, 3, 3, 4, 0, 0, DateTimeKind.Utc);

    private TestApp app = null!;
    private Person teacher = null!;
    private Person school = null!;
    private StudyGroup wanted = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        school = await app.Data.PersonAsync(Role.SchoolCoordinator);
        wanted = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School | ApplicationSteps.Region | ApplicationSteps.Branch), startsOn: First);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task School_region_and_branch_see_the_course_before_they_decide()
    {
        var other = await app.Data.OpenGroupAsync(startsOn: First.AddDays(10), inOtherBranch: true);
        await app.Data.EnrolmentAsync(other, teacher);
        var region = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var branch = await app.Data.PersonAsync(Role.Coordinator);
        CourseClash[] told = [new(other.Code, (await OfferAsync()).Title, other.StartsOn, other.EndsOn, null)];

        Assert.Equal(told, (await ChoiceAsync()).Clashes);
        var id = (await app.SendAs(teacher, new ApplyToGroupCommand(wanted.Id))).Value;
        Assert.Equal(told, Assert.Single((await app.SendAs(school, new GetApplicationsQuery(1))).Value.Items).Clashes);
        await app.SendAs(school, new AcceptApplicationCommand(id));
        Assert.Equal(told, Assert.Single((await app.SendAs(region, new GetApplicationsQuery(1))).Value.Items).Clashes);
        await app.SendAs(region, new AcceptApplicationCommand(id));
        Assert.Equal(told, Assert.Single((await app.SendAs(branch, new GetManagedGroupQuery(wanted.Id))).Value.Waiting).Clashes);

        async Task<GroupView> OfferAsync() => (await app.SendAs(null, new GetGroupQuery(other.Id))).Value;
    }

    [Fact]
    public async Task Of_sessions_at_the_same_time_the_first_is_told()
    {
        var other = await app.Data.OpenGroupAsync(startsOn: First);
        await app.Data.EnrolmentAsync(other, teacher);
        await app.Data.SessionAsync(wanted, Morning);
        await app.Data.SessionAsync(wanted, Morning.AddDays(1));
        await app.Data.SessionAsync(other, Morning.AddDays(1).AddHours(1));
        await app.Data.SessionAsync(other, Morning.AddHours(1));
        await app.Data.SessionAsync(other, Morning.AddDays(-1));

        Assert.Equal(Morning.AddHours(1), Assert.Single((await ChoiceAsync()).Clashes).SameTime);
    }

    [Fact]
    public async Task A_session_that_begins_when_the_other_ends_is_no_clash_of_times()
    {
        var other = await app.Data.OpenGroupAsync(startsOn: First);
        await app.Data.EnrolmentAsync(other, teacher);
        await app.Data.SessionAsync(wanted, Morning);
        await app.Data.SessionAsync(other, Morning.AddHours(2));

        Assert.Null(Assert.Single((await ChoiceAsync()).Clashes).SameTime);
    }

    [Theory]
    [InlineData(18, EnrolmentStatus.Accepted, true)]
    [InlineData(19, EnrolmentStatus.Accepted, false)]
    [InlineData(0, EnrolmentStatus.Applied, false)]
    [InlineData(0, EnrolmentStatus.WaitingList, false)]
    [InlineData(0, EnrolmentStatus.Withdrawn, false)]
    public async Task Only_a_place_in_shared_days_is_told(int daysLater, EnrolmentStatus status, bool told)
    {
        await app.Data.EnrolmentAsync(await app.Data.OpenGroupAsync(startsOn: First.AddDays(daysLater)), teacher, status);

        Assert.Equal(told, (await ChoiceAsync()).Clashes.Count == 1);
    }

    [Fact]
    public async Task The_course_of_one_person_is_not_told_of_another()
    {
        var other = await app.Data.OpenGroupAsync(startsOn: First);
        await app.Data.EnrolmentAsync(other);
        await app.Data.EnrolmentAsync(wanted, teacher);

        Assert.Empty((await ChoiceAsync()).Clashes);
    }

    private async Task<NominationChoice> ChoiceAsync() =>
        (await app.SendAs(school, new GetNominationFormQuery(wanted.Id, null))).Value.Teachers.Single(t => t.PersonId == teacher.Id);
}
