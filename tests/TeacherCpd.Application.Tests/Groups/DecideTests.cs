using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

/// <summary>What a coordinator decides: accept, decline, start.</summary>
public sealed class DecideTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(GroupStatus.Recruiting)]
    [InlineData(GroupStatus.Studying)]
    public async Task Accepting_gives_a_place_and_an_empty_portfolio(GroupStatus status)
    {
        var application = await ApplicationAsync(await app.Data.GroupAsync(status: status));

        var result = await app.SendAs(coordinator, new AcceptApplicationCommand(application.Id));

        Assert.Null(result.Error);
        var portfolio = await app.LookAsync(db => db.Portfolios.SingleAsync(p => p.EnrolmentId == application.Id));
        Assert.Equal((PortfolioStatus.Draft, TestApp.Start.UtcDateTime), (portfolio.Status, portfolio.StatusSince));
        var enrolment = await EnrolmentAsync(application.Id);
        Assert.Equal((EnrolmentStatus.Accepted, TestApp.Start.UtcDateTime), (enrolment.Status, enrolment.DecidedAt));
    }

    [Fact]
    public async Task Accepting_twice_makes_one_portfolio()
    {
        var application = await ApplicationAsync(await app.Data.GroupAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SendAs(coordinator, new AcceptApplicationCommand(application.Id))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(1, await app.LookAsync(db => db.Portfolios.CountAsync()));
    }

    [Fact]
    public async Task Whom_a_full_group_accepts_stands_in_line()
    {
        var group = await app.Data.GroupAsync(capacity: 1);
        await app.Data.EnrolmentAsync(group);
        var application = await ApplicationAsync(group);

        var result = await app.SendAs(coordinator, new AcceptApplicationCommand(application.Id));

        Assert.Equal(EnrolmentStatus.WaitingList, result.Value);
        var waiting = await EnrolmentAsync(application.Id);
        Assert.Equal((EnrolmentStatus.WaitingList, 1), (waiting.Status, waiting.WaitingNumber));
        Assert.Equal(0, await app.LookAsync(db => db.Portfolios.CountAsync()));
    }

    [Fact]
    public async Task Of_several_accepted_at_once_for_the_last_place_one_gets_it()
    {
        var group = await app.Data.GroupAsync(capacity: 2);
        await app.Data.EnrolmentAsync(group);
        var applications = new List<Enrolment>();
        for (var i = 0; i < 4; i++)
        {
            applications.Add(await ApplicationAsync(group));
        }

        var results = await Task.WhenAll(applications.Select(a => app.SendAs(coordinator, new AcceptApplicationCommand(a.Id))));

        Assert.Single(results, r => r.Value == EnrolmentStatus.Accepted);
        Assert.Equal(3, results.Count(r => r.Value == EnrolmentStatus.WaitingList));
        Assert.Equal([1, 2, 3], await app.LookAsync(db => db.Enrolments.Where(e => e.WaitingNumber != null).Select(e => e.WaitingNumber!.Value).Order().ToListAsync()));
        Assert.Equal(2, await app.LookAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.Accepted)));
        Assert.Equal(1, await app.LookAsync(db => db.Portfolios.CountAsync()));
    }

    [Fact]
    public async Task A_closed_group_accepts_nobody() =>
        Assert.IsType<GroupOver>((await app.SendAs(coordinator, new AcceptApplicationCommand((await ApplicationAsync(await app.Data.GroupAsync(status: GroupStatus.Closed))).Id))).Error);

    [Theory]
    [InlineData(EnrolmentStatus.Declined)]
    [InlineData(EnrolmentStatus.Recommended)]
    [InlineData(EnrolmentStatus.NotRecommended)]
    [InlineData(EnrolmentStatus.NotCompleted)]
    public async Task What_is_decided_otherwise_is_not_accepted(EnrolmentStatus status)
    {
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(), status: status);

        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new AcceptApplicationCommand(enrolment.Id))).Error);
    }

    [Fact]
    public async Task Declining_keeps_the_first_reason()
    {
        var application = await ApplicationAsync(await app.Data.GroupAsync());

        await app.SendAs(coordinator, new DeclineApplicationCommand(application.Id, "  Курс басшыларға арналған "));
        var second = await app.SendAs(coordinator, new DeclineApplicationCommand(application.Id, "Басқа себеп"));

        Assert.Null(second.Error);
        var enrolment = await EnrolmentAsync(application.Id);
        Assert.Equal((EnrolmentStatus.Declined, "Курс басшыларға арналған"), (enrolment.Status, enrolment.DeclineReason));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("   ", "required")]
    public async Task Declining_needs_a_reason(string reason, string code)
    {
        var application = await ApplicationAsync(await app.Data.GroupAsync());

        var error = (await app.SendAs(coordinator, new DeclineApplicationCommand(application.Id, reason))).Error;

        Assert.Equal(code, Assert.IsType<InvalidInput>(error).Faults.Single().Code);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task A_reason_has_up_to_1000_characters(int length, bool allowed)
    {
        var application = await ApplicationAsync(await app.Data.GroupAsync());

        Assert.Equal(allowed, (await app.SendAs(coordinator, new DeclineApplicationCommand(application.Id, new string('ә', length)))).IsOk);
    }

    [Fact]
    public async Task Whoever_is_accepted_is_not_declined_any_more()
    {
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync());

        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new DeclineApplicationCommand(enrolment.Id, "Себеп"))).Error);
    }

    [Fact]
    public async Task Starting_twice_starts_once()
    {
        var group = await app.Data.GroupAsync();
        await app.Data.EnrolmentAsync(group);

        var first = await app.SendAs(coordinator, new StartGroupCommand(group.Id));
        var second = await app.SendAs(coordinator, new StartGroupCommand(group.Id));

        Assert.True(first.IsOk && second.IsOk);
        Assert.Equal(GroupStatus.Studying, await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_closed_group_does_not_start_again()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Closed);

        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new StartGroupCommand(group.Id))).Error);
    }

    [Fact]
    public async Task Groups_of_other_branches_do_not_exist_for_the_coordinator()
    {
        var group = await app.Data.GroupAsync(inOtherBranch: true);
        var application = await ApplicationAsync(group);

        Assert.IsType<NotFound>((await app.SendAs(coordinator, new AcceptApplicationCommand(application.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new DeclineApplicationCommand(application.Id, "Себеп"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetApplicationQuery(application.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new StartGroupCommand(group.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetManagedGroupQuery(group.Id))).Error);
        Assert.Empty((await app.SendAs(coordinator, new GetManagedGroupsQuery(null, 1))).Value.Items);
        Assert.Equal(EnrolmentStatus.Applied, (await EnrolmentAsync(application.Id)).Status);
    }

    [Fact]
    public async Task A_coordinator_of_the_centre_manages_the_groups_of_every_branch()
    {
        var group = await app.Data.GroupAsync(inOtherBranch: true);
        var central = await app.Data.PersonAsync(Role.Coordinator, w => w.Centre);

        Assert.Equal(group.Id, (await app.SendAs(central, new GetManagedGroupsQuery(null, 1))).Value.Items.Single().Id);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_decide_nothing(Role role)
    {
        var group = await app.Data.GroupAsync();
        var application = await ApplicationAsync(group);
        var person = await app.Data.PersonAsync(role, w => w.Ministry);

        Assert.IsType<Forbidden>((await app.SendAs(person, new AcceptApplicationCommand(application.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new DeclineApplicationCommand(application.Id, "Себеп"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new StartGroupCommand(group.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetManagedGroupQuery(group.Id))).Error);
    }

    [Fact]
    public async Task The_list_counts_applications_and_accepted_people_and_filters_by_state()
    {
        var recruiting = await app.Data.GroupAsync(capacity: 9);
        await app.Data.GroupAsync(status: GroupStatus.Studying);
        foreach (var status in Enum.GetValues<EnrolmentStatus>())
        {
            await app.Data.EnrolmentAsync(recruiting, status: status);
        }

        var rows = (await app.SendAs(coordinator, new GetManagedGroupsQuery(GroupStatus.Recruiting, 1))).Value;

        var row = Assert.Single(rows.Items);
        Assert.Equal((recruiting.Id, 1, 6, 9), (row.Id, row.Applied, row.Accepted, row.Capacity));
        Assert.Equal(2, (await app.SendAs(coordinator, new GetManagedGroupsQuery(null, 1))).Value.Total);
    }

    [Fact]
    public async Task A_group_shows_its_people_with_school_and_portfolio()
    {
        var group = await app.Data.GroupAsync();
        var accepted = await app.Data.EnrolmentAsync(group);
        await app.Data.PortfolioAsync(accepted, PortfolioStatus.AwaitingFeedback);
        var waiting = await ApplicationAsync(group);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Declined);

        var view = (await app.SendAs(coordinator, new GetManagedGroupQuery(group.Id))).Value;

        var participant = Assert.Single(view.Participants);
        Assert.Equal((accepted.Id, PortfolioStatus.AwaitingFeedback), (participant.EnrolmentId, participant.Portfolio));
        Assert.Equal("№14 мектеп", participant.Schools.Single().Kk);
        Assert.Equal((waiting.Id, (PortfolioStatus?)null), (Assert.Single(view.Waiting).EnrolmentId, view.Waiting[0].Portfolio));
        Assert.Equal("Орын жоқ", Assert.Single(view.Gone).Reason);
    }

    private Task<Enrolment> ApplicationAsync(StudyGroup group) => app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);

    private Task<Enrolment> EnrolmentAsync(Guid id) => app.LookAsync(db => db.Enrolments.SingleAsync(e => e.Id == id));
}
