using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class MyCoursesTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_teacher_sees_only_the_own_courses_the_latest_first()
    {
        var earlier = await app.Data.GroupAsync();
        var later = await app.Data.OpenGroupAsync();
        await app.Data.EnrolmentAsync(earlier, teacher);
        await app.Data.EnrolmentAsync(later, teacher, EnrolmentStatus.Applied);
        await app.Data.EnrolmentAsync(later);

        var view = (await app.SendAs(teacher, new GetMyCoursesQuery())).Value;

        Assert.Equal([later.Id, earlier.Id], view.Courses.Select(c => c.GroupId));
    }

    [Fact]
    public void Every_state_has_a_next_step_in_words()
    {
        PortfolioStatus?[] portfolios = [null, .. Enum.GetValues<PortfolioStatus>()];
        var keys =
            from status in Enum.GetValues<EnrolmentStatus>()
            from portfolio in portfolios
            select Course(status, portfolio).NextKey;

        Assert.All(keys, key => Assert.True(TextCatalogue.Has(key), key));
    }

    [Theory]
    [InlineData(EnrolmentStatus.Applied, null, "my_courses.next.Applied")]
    [InlineData(EnrolmentStatus.Accepted, PortfolioStatus.FeedbackGiven, "my_courses.next.portfolio.FeedbackGiven")]
    [InlineData(EnrolmentStatus.NotRecommended, PortfolioStatus.ReAssessment, "my_courses.next.portfolio.ReAssessment")]
    [InlineData(EnrolmentStatus.Recommended, PortfolioStatus.Recommended, "my_courses.next.Recommended")]
    [InlineData(EnrolmentStatus.NotCompleted, PortfolioStatus.Draft, "my_courses.next.NotCompleted")]
    public void The_next_step_follows_the_portfolio_while_the_course_goes_on(EnrolmentStatus status, PortfolioStatus? portfolio, string key) =>
        Assert.Equal(key, Course(status, portfolio).NextKey);

    [Fact]
    public async Task Whoever_is_accepted_is_told_today_until_something_is_handed_in()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var draft = await app.Data.EnrolmentAsync(group, teacher);
        await app.Data.PortfolioAsync(draft, PortfolioStatus.Draft);
        var handedIn = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(), teacher);
        await app.Data.PortfolioAsync(handedIn, PortfolioStatus.FormativeCheck);
        var foreign = await app.Data.EnrolmentAsync(group);
        await app.Data.PortfolioAsync(foreign, PortfolioStatus.Draft);

        var items = (await app.SendAs(teacher, new GetTodayQuery())).Value.Items.Where(i => i.TextKey == "groups.today.portfolio");

        var item = Assert.Single(items);
        Assert.Equal(($"/my/portfolio/{draft.Id}", group.EndsOn), (item.Path, item.DueOn));
    }

    [Fact]
    public async Task A_coordinator_is_told_today_how_many_applications_wait()
    {
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var group = await app.Data.GroupAsync();
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(await app.Data.GroupAsync(inOtherBranch: true), status: EnrolmentStatus.Applied);
        await app.Data.EnrolmentAsync(await app.Data.GroupAsync(status: GroupStatus.Closed), status: EnrolmentStatus.Applied);

        var items = (await app.SendAs(coordinator, new GetTodayQuery())).Value.Items;

        var item = Assert.Single(items, i => i.TextKey == "groups.today.applications");
        Assert.Equal((2, "/groups/manage"), (item.Count, item.Path));
    }

    [Fact]
    public async Task Nothing_waits_where_nobody_applied()
    {
        Assert.DoesNotContain((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new GetTodayQuery())).Value.Items, i => i.TextKey.StartsWith("groups.", StringComparison.Ordinal));
        Assert.DoesNotContain((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.TextKey.StartsWith("groups.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_have_no_courses(Role role) =>
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(role), new GetMyCoursesQuery())).Error);

    private static MyCourse Course(EnrolmentStatus status, PortfolioStatus? portfolio) => new(
        Guid.Empty, Guid.Empty, "G", TestData.Text("Курс"), Language.Kk, new DateOnly(2026, 1, 12), new DateOnly(2026, 2, 20), status, null, portfolio, 0, default, false);
}
