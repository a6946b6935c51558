using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Providers.Tests;

/// <summary>The whole way of a teacher, from an open group to the reminders of the year after it, by use cases alone.</summary>
public sealed class MainPathTests
{
    [Theory]
    [ClassData(typeof(Databases))]
    public async Task From_application_to_category_and_the_year_after(DatabaseProvider provider)
    {
        var mail = new CollectingMail();
        await using var app = await Start.OnAsync(provider, services => services.AddSingleton<IMailSender>(mail));
        var (coordinator, trainer) = (await app.Data.PersonAsync(Role.Coordinator), await app.Data.PersonAsync(Role.Trainer));
        var (teacher, assessor) = (await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Assessor));
        var programme = await app.Data.ProgrammeAsync();
        var branch = (await app.Data.WorldAsync()).Branch.Id;

        var group = await OkAsync(app.SendAs(coordinator, new OpenGroupCommand(
            Guid.CreateVersion7(), programme.Id, branch, Language.Kk, new DateOnly(2026, 2, 16), new DateOnly(2026, 3, 6), trainer.Id, 25)));
        var catalogue = await OkAsync(app.SendAs(null, new GetCatalogueQuery("тиімді", Language.Kk, 1, Language.Kk)));
        Assert.Equal(group, Assert.Single(catalogue.Items).Id);
        var enrolment = await OkAsync(app.SendAs(teacher, new ApplyToGroupCommand(group)));
        await OkAsync(app.SendAs(coordinator, new AcceptApplicationCommand(enrolment)));
        app.Time.Advance(TimeSpan.FromDays(7));
        await OkAsync(app.SendAs(coordinator, new StartGroupCommand(group)));

        var first = await HandInAsync("Сабақта оқушылар топпен жұмыс істеді.");
        var studyGroup = await app.LookAsync(db => db.Groups.SingleAsync(g => g.Id == group));
        await OkAsync(app.SendAs(trainer, new SignFeedbackCommand(
            Guid.CreateVersion7(), first, await app.Data.MarksAsync(studyGroup, Grade.Satisfactory), "Дәлелді толықтырыңыз")));
        var second = await HandInAsync("Сабақта оқушылар топпен жұмыс істеді, ал нәтиже кестеде көрсетілді.");

        var sheet = await OkAsync(app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7())));
        await OkAsync(app.SendAs(assessor, new SaveAssessmentCommand(sheet, await app.Data.MarksAsync(studyGroup, Grade.Good), "Толық дәлелденген", true)));
        Assert.Equal(new SignedSheet(SheetRole.First, Grade.Good, true), await OkAsync(app.SendAs(assessor, new SignAssessmentCommand(sheet))));
        var certificate = Assert.Single((await OkAsync(app.SendAs(teacher, new GetMyCertificatesQuery()))));
        Assert.Equal("KZ-2026-000001", certificate.Serial);

        await AttestAsync(app, teacher);

        app.Time.Advance(TimeSpan.FromDays(Math.Max(0, studyGroup.EndsOn.DayNumber - app.Time.Today().DayNumber)));
        var matrix = await OkAsync(app.SendAs(teacher, new GetMatrixQuery(enrolment)));
        await OkAsync(app.SendAs(teacher, new FillMatrixCommand(enrolment, matrix.Rows, matrix.Revision)));
        await OkAsync(app.SendAs(coordinator, new CloseGroupCommand(group)));
        var contacts = await app.LookAsync(db => db.SupportContacts.Where(c => c.EnrolmentId == enrolment).OrderBy(c => c.DueOn).ToListAsync());
        Assert.Equal(6, contacts.Count);
        app.Time.Advance(TimeSpan.FromDays(contacts[0].DueOn.DayNumber - app.Time.Today().DayNumber));
        for (var sweep = 0; sweep < 2; sweep++)
        {
            await OkAsync(app.SendAsSystem(new QueueDueRemindersCommand()));
            app.Jobs.Take();
            foreach (var id in await OkAsync(app.SendAsSystem(new GetDueRemindersQuery())))
            {
                await OkAsync(app.SendAsSystem(new SendReminderCommand(id)));
            }
        }

        Assert.Equal(2, mail.Taken.Count);
        await OkAsync(app.SendAs(trainer, new SignLessonCommand(contacts[0].Id, TestData.Lesson(app.Time.Today(), "dialogue_with_pupils"), null)));
        Assert.Equal(2, await app.LookAsync(db => db.Reminders.CountAsync(r => r.ContactId == contacts[0].Id && r.Status == ReminderStatus.Sent)));
        Assert.Null((await app.SendAsSystem(new VerifyAuditChainQuery())).Value.BrokenAt);

        async Task<Guid> HandInAsync(string text)
        {
            var version = await OkAsync(app.Data.HandInAsync(teacher, enrolment, TestData.Report(text)));
            var (kind, check) = Assert.Single(app.Jobs.Take());
            Assert.Equal(nameof(IBackgroundJobs.CheckOriginality), kind);
            await OkAsync(app.SendAsSystem(new RunOriginalityCheckCommand(check)));
            return version;
        }
    }

    private static async Task AttestAsync(TestApp app, Person teacher)
    {
        await app.Data.CategoryAsync(teacher);
        await app.Data.RuleSetAsync();
        var commission = await app.Data.CommissionAsync();
        var attestationCase = await OkAsync(app.SendAs(teacher, new OpenCaseCommand(Guid.CreateVersion7(), "expert")));
        await OkAsync(app.SendAs(teacher, new SubmitCaseCommand(attestationCase)));
        await OkAsync(app.SendAs(commission.Secretary, new AcceptCaseCommand(attestationCase, commission.Commission.Id)));
        await OkAsync(app.SendAs(commission.Secretary, new RecordResultsCommand(attestationCase, 100, new DateOnly(2026, 2, 2), TestData.PointsFor("expert"))));
        var sitting = await OkAsync(app.SendAs(commission.Secretary, new PlanSittingCommand(Guid.CreateVersion7(), commission.Commission.Id, app.Time.Today(), null)));
        await OkAsync(app.SendAs(commission.Secretary, new OpenSittingCommand(sitting, [.. commission.Members.Select(m => m.Id)])));
        await OkAsync(app.SendAs(commission.Secretary, new PutAllToVoteCommand(sitting)));
        foreach (var member in commission.Members)
        {
            await OkAsync(app.SendAs(member, new CastVoteCommand(attestationCase, true, null)));
        }

        var protocol = await OkAsync(app.SendAs(commission.Secretary, new DecideCaseCommand(attestationCase)));

        Assert.Equal("expert", await app.LookAsync(db => db.Protocols.Where(p => p.Id == protocol).Select(p => p.GrantedCategory).SingleAsync()));
        Assert.Equal("expert", (await OkAsync(app.SendAs(teacher, new GetMyCategoryQuery(null)))).Now?.Category);
    }

    private static async Task<T> OkAsync<T>(Task<Result<T>> sent)
    {
        var result = await sent;
        Assert.Null(result.Error);
        return result.Value;
    }
}
