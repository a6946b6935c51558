using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class CloseGroupTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person coordinator = null!;
    private StudyGroup group = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        group = await app.Data.GroupAsync(status: GroupStatus.Studying);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_took_part_is_supported_for_a_year_and_who_handed_nothing_in_was_absent()
    {
        var people = new Dictionary<EnrolmentStatus, Enrolment>();
        foreach (var status in new[] { EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended, EnrolmentStatus.Accepted, EnrolmentStatus.Declined, EnrolmentStatus.Applied })
        {
            people[status] = await app.Data.EnrolmentAsync(group, status: status);
        }

        await app.Data.MatrixAsync(group);

        var result = await CloseAsync();

        Assert.Null(result.Error);
        var closed = await app.LookAsync(db => db.Groups.SingleAsync(g => g.Id == group.Id));
        Assert.Equal((GroupStatus.Closed, TestApp.Start.UtcDateTime), (closed.Status, closed.ClosedAt));
        foreach (var (before, enrolment) in people)
        {
            var after = await app.LookAsync(db => db.Enrolments.Where(e => e.Id == enrolment.Id).Select(e => e.Status).SingleAsync());
            Assert.Equal(before == EnrolmentStatus.Accepted ? EnrolmentStatus.Absent : before, after);

            var contacts = await app.LookAsync(db => db.SupportContacts.CountAsync(c => c.EnrolmentId == enrolment.Id));
            Assert.Equal(before is EnrolmentStatus.Recommended or EnrolmentStatus.NotRecommended ? 6 : 0, contacts);
        }
    }

    [Fact]
    public async Task A_version_that_names_contacts_is_followed_by_those_as_the_page_before_says()
    {
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.SaveAsync(new ProgrammeContact { VersionId = group.ProgrammeVersionId, Kind = ContactKind.Interview, Month = 3 });

        await app.Data.MatrixAsync(group, new SupportPlan([new PlannedContact(ContactKind.Interview, 3)], 7, 3));

        var before = (await app.SendAs(coordinator, new GetGroupClosingQuery(group.Id))).Value;
        await CloseAsync();

        var contact = await app.LookAsync(db => db.SupportContacts.SingleAsync());
        Assert.Equal(ContactKind.Interview, contact.Kind);
        Assert.Equal([new ClosingContact(contact.Kind, contact.DueOn)], before.Contacts);
    }

    [Fact]
    public async Task The_matrix_names_kind_day_and_trainer_and_each_contact_has_its_reminders()
    {
        var enrolment = await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.MatrixAsync(group);

        await CloseAsync();

        var contacts = await app.LookAsync(db => db.SupportContacts.OrderBy(c => c.DueOn).ToListAsync());
        Assert.Equal(
            [
                (ContactKind.Observation, new DateOnly(2026, 4, 20)),
                (ContactKind.Survey, new DateOnly(2026, 5, 20)),
                (ContactKind.Consultation, new DateOnly(2026, 6, 22)), // 20 June is a Saturday
                (ContactKind.Webinar, new DateOnly(2026, 8, 20)),
                (ContactKind.Observation, new DateOnly(2026, 10, 20)),
                (ContactKind.AchievementAnalysis, new DateOnly(2027, 1, 20)),
            ],
            contacts.Select(c => (c.Kind, c.DueOn)));
        Assert.All(contacts, c => Assert.Equal((enrolment.PersonId, group.TrainerId), (c.PersonId, c.TrainerId)));
        var reminders = await app.LookAsync(db => db.Reminders.ToListAsync());
        Assert.Equal(36, reminders.Count);
        Assert.All(reminders, r => Assert.Equal(ReminderStatus.Pending, r.Status));
        Assert.Equal(18, reminders.Count(r => r.RecipientId == enrolment.PersonId));
    }

    [Fact]
    public async Task The_plan_and_the_days_of_reminders_are_settings()
    {
        await using var other = await TestApp.StartAsync(new Dictionary<string, string?>
        {
            ["Monitoring:Contacts:0:Kind"] = "Interview",
            ["Monitoring:Contacts:0:Month"] = "1",
            ["Monitoring:RemindDaysBefore"] = "14",
            ["Monitoring:RemindDaysAfter"] = "5",
        });
        var studying = await other.Data.GroupAsync(status: GroupStatus.Studying);
        await other.Data.EnrolmentAsync(studying, status: EnrolmentStatus.Recommended);
        await other.Data.MatrixAsync(studying, new SupportPlan([new PlannedContact(ContactKind.Interview, 1)], 14, 5));

        await other.SendAs(await other.Data.PersonAsync(Role.Coordinator), new CloseGroupCommand(studying.Id));

        var contact = await other.LookAsync(db => db.SupportContacts.SingleAsync());
        Assert.Equal((ContactKind.Interview, new DateOnly(2026, 3, 20)), (contact.Kind, contact.DueOn));
        Assert.Equal(
            [new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 25)],
            await other.LookAsync(db => db.Reminders.Where(r => r.RecipientId == contact.PersonId).OrderBy(r => r.DueOn).Select(r => r.DueOn).ToListAsync()));
    }

    [Fact]
    public async Task Without_the_matrix_of_everybody_who_took_part_a_group_stays_open()
    {
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.MatrixAsync(group);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.NotRecommended);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Accepted);

        Assert.Equal(new MatrixNotFilled(1), (await CloseAsync()).Error);

        Assert.Equal(GroupStatus.Studying, await StatusAsync());
        var shown = (await app.SendAs(coordinator, new GetGroupClosingQuery(group.Id))).Value;
        Assert.Equal((1, false), (shown.WithoutMatrix, shown.MayClose));
    }

    [Fact]
    public async Task Days_that_passed_before_the_group_is_closed_move_to_the_next_ones()
    {
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.MatrixAsync(group);
        app.Time.SetUtcNow(new DateTimeOffset(2026, 11, 2, 5, 0, 0, TimeSpan.Zero));

        await CloseAsync();

        var contacts = await app.LookAsync(db => db.SupportContacts.OrderBy(c => c.DueOn).ThenBy(c => c.Kind).Select(c => new { c.Kind, c.DueOn }).ToListAsync());
        Assert.Equal(
            [
                (ContactKind.Consultation, new DateOnly(2026, 11, 9)),
                (ContactKind.Observation, new DateOnly(2026, 11, 9)),
                (ContactKind.Survey, new DateOnly(2026, 11, 9)),
                (ContactKind.Webinar, new DateOnly(2026, 11, 9)),
                (ContactKind.Observation, new DateOnly(2026, 11, 16)),
                (ContactKind.AchievementAnalysis, new DateOnly(2027, 1, 20)),
            ],
            contacts.Select(c => (c.Kind, c.DueOn)).OrderBy(c => c.DueOn).ThenBy(c => c.Kind.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Closing_twice_makes_the_contacts_once()
    {
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.MatrixAsync(group);

        await CloseAsync();
        var second = await CloseAsync();

        Assert.Null(second.Error);
        Assert.Equal(6, await app.LookAsync(db => db.SupportContacts.CountAsync()));
    }

    [Fact]
    public async Task Closing_at_the_same_moment_makes_the_contacts_once()
    {
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.MatrixAsync(group);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(CloseAsync)));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(6, await app.LookAsync(db => db.SupportContacts.CountAsync()));
    }

    public static TheoryData<PortfolioStatus> PortfolioStates => new(Enum.GetValues<PortfolioStatus>());

    [Theory]
    [MemberData(nameof(PortfolioStates))]
    public async Task A_portfolio_being_checked_or_assessed_holds_the_group_open(PortfolioStatus status)
    {
        var isGraded = status is PortfolioStatus.Recommended or PortfolioStatus.ReAssessment;
        var enrolment = await app.Data.EnrolmentAsync(group, status: isGraded ? EnrolmentStatus.Recommended : EnrolmentStatus.Accepted);
        await app.Data.PortfolioAsync(enrolment, status);
        await app.Data.MatrixAsync(group);

        var result = await CloseAsync();

        var isOpen = status is PortfolioStatus.FormativeCheck or PortfolioStatus.AwaitingFeedback or PortfolioStatus.SummativeCheck or PortfolioStatus.AwaitingAssessment or PortfolioStatus.InAssessment;
        Assert.Equal(isOpen ? new GroupHasOpenPortfolios(1) : null, result.Error);
        Assert.Equal(isOpen ? GroupStatus.Studying : GroupStatus.Closed, await StatusAsync());
        var shown = (await app.SendAs(coordinator, new GetGroupClosingQuery(group.Id))).Value;
        Assert.Equal((isOpen ? 1 : 0, false), (shown.OpenPortfolios, shown.MayClose));
    }

    [Fact]
    public async Task Another_groups_open_portfolio_does_not_matter()
    {
        var other = await app.Data.GroupAsync(status: GroupStatus.Studying);
        await app.Data.PortfolioAsync(await app.Data.EnrolmentAsync(other), PortfolioStatus.InAssessment);

        Assert.Null((await CloseAsync()).Error);
    }

    [Fact]
    public async Task A_group_that_has_not_begun_is_refused()
    {
        var recruiting = await app.Data.GroupAsync();

        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new CloseGroupCommand(recruiting.Id))).Error);
    }

    [Fact]
    public async Task A_group_of_another_branch_does_not_exist_for_the_coordinator()
    {
        var foreign = await app.Data.GroupAsync(status: GroupStatus.Studying, inOtherBranch: true);

        Assert.IsType<NotFound>((await app.SendAs(coordinator, new CloseGroupCommand(foreign.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetGroupClosingQuery(foreign.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new CloseGroupCommand(Guid.CreateVersion7()))).Error);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_close_nothing(Role role)
    {
        var person = await app.Data.PersonAsync(role);

        Assert.IsType<Forbidden>((await app.SendAs(person, new CloseGroupCommand(group.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetGroupClosingQuery(group.Id))).Error);
        Assert.Equal(GroupStatus.Studying, await StatusAsync());
    }

    [Fact]
    public async Task What_is_shown_before_is_what_happens()
    {
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Accepted);
        await app.Data.MatrixAsync(group);

        var shown = (await app.SendAs(coordinator, new GetGroupClosingQuery(group.Id))).Value;
        await CloseAsync();

        Assert.True(shown.MayClose);
        Assert.Equal((2, 1), (shown.People.Count, shown.Supported));
        Assert.Equal(
            shown.Contacts.Select(c => (c.Kind, c.DueOn)),
            (await app.LookAsync(db => db.SupportContacts.OrderBy(c => c.DueOn).ToListAsync())).Select(c => (c.Kind, c.DueOn)));
    }

    private Task<Result<Done>> CloseAsync() => app.SendAs(coordinator, new CloseGroupCommand(group.Id));

    private Task<GroupStatus> StatusAsync() => app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.Status).SingleAsync());
}
