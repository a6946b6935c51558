using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Providers.Tests;

/// <summary>What several people, or several nodes, do at the same moment.</summary>
public sealed class ConcurrencyTests
{
    private const int Many = 8;

    private static readonly string Essay = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"Оқушылар {i} сабақта топпен жұмыс істеп, жоба қорғады."));

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Of_two_who_changed_one_record_the_second_is_refused(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var work = await app.Data.WorkAsync(PortfolioStatus.FormativeCheck);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => app.Data.ChangeAsync(async mine =>
        {
            var portfolio = await mine.Portfolios.SingleAsync(p => p.Id == work.Portfolio.Id);
            await app.Data.MoveAsync(work.Enrolment, PortfolioStatus.AwaitingFeedback);
            portfolio.Move(PortfolioStatus.AwaitingFeedback, app.Time.UtcNow());
        }));

        Assert.Equal(1, await app.LookAsync(db => db.Portfolios.Where(p => p.Id == work.Portfolio.Id).Select(p => p.Revision).SingleAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task An_application_accepted_and_declined_at_once_is_one_of_both(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(), status: EnrolmentStatus.Applied);

        meeting.Gather(2);
        var accepting = app.SendAs(coordinator, new AcceptApplicationCommand(enrolment.Id));
        var declining = app.SendAs(coordinator, new DeclineApplicationCommand(enrolment.Id, "Орын жоқ"));
        var (accepted, declined) = (await accepting, await declining);

        Assert.NotEqual(accepted.IsOk, declined.IsOk);
        Assert.IsType<StepNotAllowed>(accepted.Error ?? declined.Error);
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task The_last_place_is_given_once(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var group = await app.Data.GroupAsync(capacity: 1);
        Enrolment[] two = [await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied), await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied)];

        meeting.Gather(2);
        var results = await Task.WhenAll(two.Select(e => app.SendAs(coordinator, new AcceptApplicationCommand(e.Id))));

        Assert.Equal([EnrolmentStatus.WaitingList, EnrolmentStatus.Accepted], results.Select(r => r.Value).OrderByDescending(s => s == EnrolmentStatus.WaitingList));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Of_two_hundred_at_once_for_the_last_thirty_places_thirty_are_in_and_the_rest_waits_in_order(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.None), capacity: 50);
        await app.Data.PeopleInAsync(group, 20);
        var teachers = await app.Data.TeachersAsync(200);

        var results = await Task.WhenAll(teachers.Select(t => app.SendAs(t, new ApplyToGroupCommand(group.Id))));

        Assert.All(results, r => Assert.Null(r.Error));
        var enrolments = await app.LookAsync(db => db.Enrolments.AsNoTracking().Where(e => e.GroupId == group.Id).ToListAsync());
        Assert.Equal(20 + 30, enrolments.Count(e => e.Status == EnrolmentStatus.Accepted));
        Assert.Equal(Enumerable.Range(1, 170), enrolments.Where(e => e.Status == EnrolmentStatus.WaitingList).Select(e => e.WaitingNumber!.Value).Order());
        Assert.Equal(30, await app.LookAsync(db => db.Portfolios.CountAsync()));

        // and each place given back goes to the first of the line
        var first = enrolments.Single(e => e.WaitingNumber == 1);
        var leaver = enrolments.First(e => e.Status == EnrolmentStatus.Accepted && teachers.Any(t => t.Id == e.PersonId));
        Assert.Null((await app.SendAs(teachers.Single(t => t.Id == leaver.PersonId), new WithdrawEnrolmentCommand(leaver.Id, null))).Error);
        Assert.Equal(EnrolmentStatus.Accepted, await app.LookAsync(db => db.Enrolments.Where(e => e.Id == first.Id).Select(e => e.Status).SingleAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Teams_that_come_at_once_never_get_more_places_than_there_are(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var world = await app.Data.WorldAsync();
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(steps: ApplicationSteps.School, teamSize: 3), capacity: 10);
        var school = await app.Data.PersonAsync(Role.SchoolCoordinator);
        var teams = (await app.Data.TeachersAsync(24)).Chunk(3);

        var results = await Task.WhenAll(teams.Select(t => app.SendAs(
            school, new NominateTeachersCommand(Guid.CreateVersion7(), group.Id, world.School.Id, [.. t.Select(p => p.Id)]))));

        Assert.Equal(3, results.Count(r => r.Value == new Nominated(3, 0, 0)));
        Assert.Equal(5, results.Count(r => r.Value == new Nominated(0, 3, 0)));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_number_registered_twice_at_once_is_one_person(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var school = (await app.Data.WorldAsync()).School.Id;

        meeting.Gather(2);
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.SendAs(
            null,
            new RegisterTeacherCommand(Guid.CreateVersion7(), TestData.NewIin(7), "Әлі", "Айгүл", null, school, new DateOnly(2020, 9, 1), Language.Kk, null, TestData.Password))));

        Assert.IsType<IinAlreadyRegistered>(Assert.Single(results, r => !r.IsOk).Error);
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task An_application_sent_twice_at_once_is_one(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var group = await app.Data.OpenGroupAsync();

        meeting.Gather(2);
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.SendAs(teacher, new ApplyToGroupCommand(group.Id))));

        Assert.Single(results.Select(r => r.Value).Distinct());
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Groups_opened_at_once_have_numbers_without_gap_or_repetition(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var programme = await app.Data.ProgrammeAsync(code: "P01");
        var branch = (await app.Data.WorldAsync()).Branch.Id;

        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => app.SendAs(
            coordinator,
            new OpenGroupCommand(Guid.CreateVersion7(), programme.Id, branch, Language.Kk, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20), trainer.Id, 25))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(
            Enumerable.Range(1, Many).Select(n => $"P01-2026-{n:000}"),
            await app.LookAsync(db => db.Groups.Select(g => g.Code).OrderBy(c => c).ToListAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Assessors_who_ask_at_once_get_one_portfolio_each_and_certificates_have_numbers_without_gap(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var assessors = new List<Person>();
        for (var i = 0; i < Many; i++)
        {
            await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
            assessors.Add(await app.Data.PersonAsync(Role.Assessor));
        }

        var marks = await app.Data.MarksAsync(group, Grade.Good);
        meeting.Gather(Many);
        var taken = await Task.WhenAll(assessors.Select(a => app.SendAs(a, new TakeNextPortfolioCommand(Guid.CreateVersion7()))));
        var saved = await Task.WhenAll(assessors.Zip(taken).Select(x => app.SendAs(x.First, new SaveAssessmentCommand(x.Second.Value, marks, "Жалпы пікір", true))));
        var signed = await Task.WhenAll(assessors.Zip(taken).Select(x => app.SendAs(x.First, new SignAssessmentCommand(x.Second.Value))));

        Assert.All(saved, r => Assert.Null(r.Error));
        Assert.All(signed, r => Assert.Equal(new SignedSheet(SheetRole.First, Grade.Good, true), r.Value));
        Assert.Equal(
            Enumerable.Range(1, Many).Select(n => $"KZ-2026-{n:000000}"),
            await app.LookAsync(db => db.Certificates.Select(c => c.Serial).OrderBy(s => s).ToListAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Seven_members_who_vote_at_once_all_count(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var commission = await app.Data.CommissionAsync();
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);

        meeting.Gather(commission.Members.Count);
        var results = await Task.WhenAll(commission.Members.Select(m => app.SendAs(m, new CastVoteCommand(voting.Id, true, null))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(7, await app.LookAsync(db => db.AttestationCases.Where(c => c.Id == voting.Id).Select(c => c.Votes.Count).SingleAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Reminders_that_two_nodes_take_at_once_go_out_once(DatabaseProvider provider)
    {
        var mail = new CollectingMail();
        await using var app = await Start.OnAsync(provider, services => services.AddSingleton<IMailSender>(mail));
        await app.Data.ContactAsync(app.Time.Today());
        await app.Data.ContactAsync(app.Time.Today().AddDays(7));

        var sweeps = await Task.WhenAll(app.SendAsSystem(new QueueDueRemindersCommand()), app.SendAsSystem(new QueueDueRemindersCommand()));
        Assert.Equal([nameof(IBackgroundJobs.SendDueReminders), nameof(IBackgroundJobs.SendDueReminders)], app.Jobs.Take().Select(j => j.Kind));
        var due = (await app.SendAsSystem(new GetDueRemindersQuery())).Value;
        var sent = await Task.WhenAll(due.Concat(due).Select(id => app.SendAsSystem(new SendReminderCommand(id))));

        Assert.All(sweeps, r => Assert.Null(r.Error));
        Assert.Equal(8, sent.Length);
        Assert.Equal(4, mail.Taken.DistinctBy(m => m.MessageId).Count());
        Assert.Equal(4, mail.Taken.Count);
        Assert.Equal(4, await app.LookAsync(db => db.Reminders.CountAsync(r => r.Status == ReminderStatus.Sent)));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task The_audit_chain_is_whole_after_many_at_once(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var group = await app.Data.OpenGroupAsync();
        var teachers = new List<Person>();
        for (var i = 0; i < Many; i++)
        {
            teachers.Add(await app.Data.PersonAsync(Role.Teacher));
        }

        var before = (await app.SendAsSystem(new VerifyAuditChainQuery())).Value.Processes;
        meeting.Gather(Many);
        await Task.WhenAll(teachers.Select(t => app.SendAs(t, new ApplyToGroupCommand(group.Id))));

        Assert.Equal(new AuditChainState(before + Many, null), (await app.SendAsSystem(new VerifyAuditChainQuery())).Value);
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_form_sent_several_times_at_once_hands_in_one_version(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        for (var round = 0; round < 4; round++)
        {
            var (teacher, enrolment) = await app.Data.ParticipantAsync();
            await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, 1, TestData.Report("Есеп")));
            var command = new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id);

            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAs(teacher, command)));

            Assert.All(results, r => Assert.Equal(command.VersionId, r.Value));
            Assert.Equal(1, await app.LookAsync(db => db.OriginalityChecks.CountAsync(c => c.VersionId == command.VersionId)));
        }
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_whole_group_may_hand_in_at_once(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var people = new List<(Person Teacher, Enrolment Enrolment)>();
        for (var i = 0; i < Many; i++)
        {
            people.Add(await app.Data.ParticipantAsync(group));
        }

        meeting.Gather(Many);
        var results = await Task.WhenAll(people.Select(p => app.Data.HandInAsync(p.Teacher, p.Enrolment.Id, TestData.Report("Есеп"))));

        Assert.All(results, r => Assert.Null(r.Error));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_report_handed_in_while_the_group_is_closed_is_seen_or_refused(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        foreach (var again in new[] { false, true })
        {
            var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
            var work = await app.Data.WorkAsync(PortfolioStatus.Draft, group: group);
            if (again)
            {
                meeting.HoldNext();
            }
            else
            {
                meeting.Gather(2);
            }

            var handIn = app.Data.HandInAsync(work.Teacher, work.Enrolment.Id, TestData.Report("Есеп"));
            var close = app.SendAs(coordinator, new CloseGroupCommand(group.Id));
            var (report, closed) = (await handIn, await close);

            Assert.True(
                (report.IsOk && closed.Error is GroupHasOpenPortfolios) || (report.Error is CourseOver or NotAParticipant && closed.IsOk),
                $"handed in: {report.Error}, closed: {closed.Error}");
        }
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Of_two_alike_reports_handed_in_at_once_one_is_found_in_the_other(DatabaseProvider provider)
    {
        var (app, meeting) = await Start.WithMeetingAsync(provider);
        await using var _ = app;
        var (first, second) = (await app.Data.ParticipantAsync(), await app.Data.ParticipantAsync());

        // received first and saved last: its own check and the other's must not pass each other by
        meeting.HoldNext();
        var slow = app.Data.HandInAsync(first.Teacher, first.Enrolment, Essay);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var quick = await app.Data.HandInAsync(second.Teacher, second.Enrolment, Essay);
        await app.SendAsSystem(new RunOriginalityCheckCommand(quick.Id));
        await app.SendAsSystem(new RunOriginalityCheckCommand((await slow).Id));

        var checks = await app.LookAsync(db => db.OriginalityChecks.Select(c => new { c.Status, c.SimilarityPermille }).ToListAsync());
        Assert.All(checks, c => Assert.Equal(CheckStatus.Done, c.Status));
        Assert.Equal([0, 1000], checks.Select(c => c.SimilarityPermille!.Value).Order());
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Checks_that_run_at_once_index_each_version_once(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var checks = new List<OriginalityCheck>();
        for (var i = 0; i < 4; i++)
        {
            var (teacher, enrolment) = await app.Data.ParticipantAsync();
            checks.Add(await app.Data.HandInAsync(teacher, enrolment, Essay));
        }

        var results = await Task.WhenAll(checks.Concat(checks).Select(c => app.SendAsSystem(new RunOriginalityCheckCommand(c.Id))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(
            [0, 1000, 1000, 1000],
            (await app.LookAsync(db => db.OriginalityChecks.Select(c => c.SimilarityPermille).ToListAsync())).Select(s => s!.Value).Order());
    }
}
