using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring.Mails;
using TeacherCpd.Application.Tests.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>Mails of every kind at which a person must look are found in one place and sent again from there, once.</summary>
public sealed class StuckMailTests : IAsyncLifetime
{
    private static readonly DateTime Now = TestApp.Start.UtcDateTime;
    private static readonly DateOnly Day = new(2026, 2, 10);

    private TestApp app = null!;
    private Person teacher = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        administrator = await app.Data.PersonAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Stuck_mails_of_every_kind_stand_in_one_list_and_others_do_not()
    {
        foreach (var kind in Enum.GetValues<MailKind>())
        {
            await MailAsync(kind, ReminderStatus.Sending, ReminderStatus.Failed);
        }

        await MailAsync(MailKind.Trainer, ReminderStatus.Sending, ReminderStatus.Unconfirmed);
        await MailAsync(MailKind.Trainer, ReminderStatus.Sending, ReminderStatus.Sent);
        await MailAsync(MailKind.Trainer);

        var view = (await app.SendAs(administrator, new GetStuckMailsQuery())).Value;

        Assert.Equal(Enum.GetValues<MailKind>().Length + 1, view.Mails.Count);
        Assert.All(view.Mails, m => Assert.Equal($"{teacher.FamilyName} {teacher.GivenName}", m.Recipient));
        Assert.All(Enum.GetValues<MailKind>(), k => Assert.Equal(k == MailKind.Trainer ? 2 : 1, view.Counts[k]));
    }

    [Theory]
    [InlineData(MailKind.Reminder, nameof(IBackgroundJobs.SendReminder))]
    [InlineData(MailKind.Enrolment, nameof(IBackgroundJobs.SendNotice))]
    [InlineData(MailKind.OriginalityCase, nameof(IBackgroundJobs.SendCaseNotice))]
    [InlineData(MailKind.Trainer, nameof(IBackgroundJobs.SendTrainerNotice))]
    [InlineData(MailKind.Category, nameof(IBackgroundJobs.SendCategoryNotice))]
    [InlineData(MailKind.Attestation, nameof(IBackgroundJobs.SendAttestationNotice))]
    [InlineData(MailKind.Study, nameof(IBackgroundJobs.SendStudyNotice))]
    [InlineData(MailKind.Testing, nameof(IBackgroundJobs.SendTestingNotice))]
    [InlineData(MailKind.Planning, nameof(IBackgroundJobs.SendPlanNotice))]
    [InlineData(MailKind.HelpDesk, nameof(IBackgroundJobs.SendTicketNotice))]
    [InlineData(MailKind.Visit, nameof(IBackgroundJobs.SendVisitNotice))]
    public async Task One_is_sent_again_once_however_often_it_is_asked_for(MailKind kind, string job)
    {
        var id = await MailAsync(kind, ReminderStatus.Sending, ReminderStatus.Unconfirmed);
        app.Jobs.Take();

        Assert.Null((await app.SendAs(administrator, new RetryMailCommand(kind, id))).Error);
        Assert.Null((await app.SendAs(administrator, new RetryMailCommand(kind, id))).Error);

        Assert.Equal([(job, id)], app.Jobs.Take());
        Assert.Empty((await app.SendAs(administrator, new GetStuckMailsQuery())).Value.Mails);
    }

    [Fact]
    public async Task A_mail_that_went_out_is_not_sent_again_nor_one_that_is_not_there()
    {
        var sent = await MailAsync(MailKind.Category, ReminderStatus.Sending, ReminderStatus.Sent);
        Assert.IsType<StepNotAllowed>((await app.SendAs(administrator, new RetryMailCommand(MailKind.Category, sent))).Error);
        Assert.IsType<NotFound>((await app.SendAs(administrator, new RetryMailCommand(MailKind.Trainer, sent))).Error);
        Assert.IsType<NotFound>((await app.SendAs(administrator, new RetryMailCommand((MailKind)77, sent))).Error);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.EducationOfficer)]
    public async Task Nobody_else_sees_or_sends_them(Role role)
    {
        var person = await app.Data.PersonAsync(role);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetStuckMailsQuery())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new RetryMailCommand(MailKind.Trainer, Guid.CreateVersion7()))).Error);
    }

    private async Task<Guid> MailAsync(MailKind kind, params ReminderStatus[] way)
    {
        if (kind == MailKind.Reminder)
        {
            return (await app.Data.ReminderAsync(await app.Data.ContactAsync(Day, teacher), ReminderKind.OnDay, way)).Id;
        }

        Mailing mail = kind switch
        {
            MailKind.Enrolment => new EnrolmentNotice
            {
                EnrolmentId = (await app.Data.EnrolmentAsync(await app.Data.GroupAsync(), teacher, EnrolmentStatus.Accepted)).Id,
                Kind = NoticeKind.Accepted,
                WrittenAt = Now,
            },
            MailKind.OriginalityCase => new CaseNotice { CaseId = await OriginalityCaseAsync(), RecipientId = teacher.Id, Kind = CaseNoticeKind.Decided, WrittenAt = Now },
            MailKind.Trainer => new TrainerNotice
            {
                RecipientId = teacher.Id,
                Kind = TrainerNoticeKind.Decided,
                SubjectId = Guid.CreateVersion7(),
                About = "RC-1",
                Day = Day,
                WrittenAt = Now,
            },
            MailKind.Category => new CategoryNotice
            {
                PersonId = teacher.Id,
                CategoryRecordId = (await app.Data.CategoryAsync(teacher)).Id,
                Kind = CategoryNoticeKind.EndsInThreeMonths,
                Day = Day,
                WrittenAt = Now,
            },
            MailKind.Study => new StudyNotice
            {
                PersonId = teacher.Id,
                QuestionnaireId = (await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.Scale)])).Questionnaire.Id,
                Number = 0,
                WrittenAt = Now,
            },
            MailKind.HelpDesk => await TicketNoticeAsync(),
            MailKind.Visit => new VisitNotice
            {
                VisitId = (await app.Data.VisitAsync((await app.Data.WorldAsync()).School, teacher, new Dictionary<VisitCountKind, int>())).Id,
                PersonId = teacher.Id,
                WrittenAt = Now,
            },
            MailKind.Testing => TestingNoticeOf(await app.Data.ItemAppealAsync(teacher)),
            MailKind.Planning => await PlanNoticeAsync(),
            _ => new AttestationNotice
            {
                RecipientId = teacher.Id,
                Kind = AttestationNoticeKind.CycleMoved,
                SubjectId = Guid.CreateVersion7(),
                About = "2026/1",
                Day = Day,
                WrittenAt = Now,
            },
        };
        foreach (var step in way)
        {
            Assert.Null(mail.Move(step, Now));
        }

        await app.Data.SaveAsync(mail);
        return mail.Id;
    }

    private static TestingNotice TestingNoticeOf(ItemAppeal appeal) => new()
    {
        AttemptId = appeal.AttemptId,
        AppealId = appeal.Id,
        Kind = TestingNoticeKind.AppealDecided,
        PersonId = appeal.PersonId,
        WrittenAt = Now,
    };

    private async Task<PlanNotice> PlanNoticeAsync()
    {
        var item = await app.Data.PlanItemAsync(await app.Data.PlanAsync(administrator), "25 қыркүйек", teacher);
        return new() { ItemId = item.Id, WindowId = item.Windows.Single().Id, PersonId = teacher.Id, Kind = PlanNoticeKind.OnDay, WrittenAt = Now };
    }

    private async Task<TicketNotice> TicketNoticeAsync()
    {
        var ticket = await app.Data.TicketAsync(teacher);
        return new TicketNotice { TicketId = ticket.Id, EntryId = ticket.Entries.First().Id, WrittenAt = Now };
    }

    private async Task<Guid> OriginalityCaseAsync()
    {
        var (author, place) = await app.Data.ParticipantAsync();
        var check = await app.Data.HandInAsync(author, place, SampleTexts.Lesson);
        var opened = new OriginalityCase { Number = "OR-2026-000001", VersionId = check.VersionId, OpenedAt = Now, StatementDueOn = Day };
        await app.Data.SaveAsync(opened);
        return opened.Id;
    }
}
