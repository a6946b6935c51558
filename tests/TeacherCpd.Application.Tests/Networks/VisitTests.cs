using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Networks.Notices;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;
using UglyToad.PdfPig;

namespace TeacherCpd.Application.Tests.Networks;

/// <summary>Visits in five stages: who plans, carries out and reads them, and what is reckoned out of them.</summary>
public sealed class VisitTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private World world = null!;
    private Person manager = null!;
    private Person trainer = null!;
    private Person school = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        world = await app.Data.WorldAsync();
        await app.Data.SaveAsync(new BranchRegion { BranchId = world.Branch.Id, RegionId = world.Region.Id });
        manager = await app.Data.PersonAsync(Role.Coordinator);
        trainer = await app.Data.PersonAsync(Role.Trainer);
        school = await app.Data.PersonAsync(Role.SchoolCoordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_visit_is_planned_carried_out_stage_by_stage_and_reported_to_the_school()
    {
        var (template, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        VisitStageWriting[] stages = [.. VisitStages.All.Select(k => new VisitStageWriting(k, 10 * (int)k, "Жұмыс"))];
        Assert.IsType<VisitStagesIncomplete>((await app.SendAs(manager, new WriteVisitTemplateCommand(template, world.Branch.Id, "Мониторинг", stages[..4]))).Error);
        Assert.Null((await app.SendAs(manager, new WriteVisitTemplateCommand(template, world.Branch.Id, "Мониторинг", stages))).Error);
        Assert.Equal(world.School.Id, Assert.Single((await app.SendAs(manager, new GetVisitFormQuery("мектеп"))).Value.Found).Id);
        Assert.IsType<NotFound>((await app.SendAs(manager, new PlanVisitCommand(id, template, world.OtherSchool.Id, Today))).Error);
        Assert.Null((await app.SendAs(manager, new PlanVisitCommand(id, template, world.School.Id, Today))).Error);
        Assert.IsType<NotFound>((await app.SendAs(trainer, new GetVisitQuery(id))).Error);
        foreach (var kind in VisitStages.All)
        {
            Assert.Null((await app.SendAs(manager, new EntrustVisitStageCommand(id, kind, trainer.Id, Today.AddDays(5)))).Error);
        }

        Assert.IsType<NotFound>((await app.SendAs(manager, new EntrustVisitStageCommand(id, VisitStageKind.Visit, school.Id, Today.AddDays(5)))).Error);
        Assert.Equal(VisitStageKind.Preparation, Assert.Single((await app.SendAs(trainer, new GetTodayQuery())).Value.Items, i => i.TextKey == "visits.today.stage").Args[0]);
        Assert.IsType<EarlierStageOpen>((await app.SendAs(trainer, Close(id, VisitStageKind.Survey))).Error);
        Assert.Null((await app.SendAs(trainer, Close(id, VisitStageKind.Preparation, (VisitCountKind.TeachersOfSchool, 22), (VisitCountKind.Questionnaires, null)))).Error);
        Assert.Null((await app.SendAs(trainer, Close(id, VisitStageKind.Survey, (VisitCountKind.PupilsSurveyed, 83), (VisitCountKind.TeachersSurveyed, 19)))).Error);
        Assert.Null((await app.SendAs(trainer, Close(id, VisitStageKind.Programme))).Error);
        Assert.Null((await app.SendAs(trainer, Close(id, VisitStageKind.Visit, (VisitCountKind.LessonsObserved, 66), (VisitCountKind.UpperLessons, 22), (VisitCountKind.MasterClasses, 9)))).Error);
        Assert.IsType<EarlierStageOpen>((await app.SendAs(manager, new SendVisitReportCommand(id))).Error);
        Assert.Null((await app.SendAs(trainer, Close(id, VisitStageKind.Report))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new SendVisitReportCommand(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(school, new GetVisitReportQuery(id))).Error);
        app.Jobs.Take();
        Assert.Equal(1, (await app.SendAs(manager, new SendVisitReportCommand(id))).Value);
        Assert.IsType<StepNotAllowed>((await app.SendAs(manager, new SendVisitReportCommand(id))).Error);

        var notice = await app.LookAsync(db => db.VisitNotices.SingleAsync());
        Assert.Equal((school.Id, ReminderStatus.Pending), (notice.PersonId, notice.Status));
        Assert.Equal([(nameof(IBackgroundJobs.SendVisitNotice), notice.Id)], app.Jobs.Take());
        await app.SendAsSystem(new QueueVisitNoticesCommand());
        Assert.Equal([(nameof(IBackgroundJobs.SendVisitNotice), notice.Id)], app.Jobs.Take());
        await app.SendAsSystem(new SendVisitNoticeCommand(notice.Id));
        await app.SendAsSystem(new SendVisitNoticeCommand(notice.Id));
        var told = Assert.Single(mail.Taken);
        Assert.Equal(school.Email, told.To);
        Assert.EndsWith($"/visits/{id}/report", told.Link!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ReminderStatus.Sent, await app.LookAsync(db => db.VisitNotices.Select(n => n.Status).SingleAsync()));

        var report = (await app.SendAs(school, new GetVisitReportQuery(id))).Value;
        Assert.Equal(5, report.Stages.Count);
        Assert.Equal([(22, 66, 333), (19, 22, 864)], report.Shares.Select(s => (s.Part, s.Whole, s.PooledTenths!.Value)));
        Assert.DoesNotContain(report.Stages[0].Counts, c => c.Kind == VisitCountKind.Questionnaires);
        Assert.IsType<VisitEnded>((await app.SendAs(trainer, Close(id, VisitStageKind.Report))).Error);
        Assert.False(Assert.Single((await app.SendAs(school, new GetVisitsQuery(1))).Value.Visits.Items).IsInHand);
        Assert.True(Assert.Single((await app.SendAs(trainer, new GetVisitsQuery(1))).Value.Visits.Items).IsInHand);
    }

    [Fact]
    public async Task The_report_is_printed_with_its_outcomes_and_numbers()
    {
        var visit = await app.Data.VisitAsync(world.School, trainer, Numbers(12, 20, 40, 39));
        var csv = (await app.SendAs(school, new PrintVisitReportQuery(visit.Id, Language.En, ReportFormat.Csv))).Value;
        var text = Encoding.UTF8.GetString(csv.Content);
        Assert.Contains("visit;lessons observed;20", text, StringComparison.Ordinal);
        Assert.Contains("60.0;12;20", text, StringComparison.Ordinal);
        var pdf = (await app.SendAs(school, new PrintVisitReportQuery(visit.Id, Language.Kk, ReportFormat.Pdf))).Value;
        using var document = PdfDocument.Open(pdf.Content);
        var words = string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.Contains("Жасалды", words, StringComparison.Ordinal);
        Assert.Contains("Қайшылық", words, StringComparison.Ordinal);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool), new PrintVisitReportQuery(visit.Id, Language.Kk, ReportFormat.Pdf))).Error);
    }

    [Fact]
    public async Task The_summary_adds_up_the_sent_ones_of_the_year_and_tells_both_shares_and_contradictions()
    {
        var second = await app.Data.SchoolAsync("S3", "№3 мектеп");
        await app.Data.VisitAsync(world.School, trainer, Numbers(12, 20, 40, 39));
        await app.Data.VisitAsync(second, trainer, Numbers(10, 100, 10, 40));
        await app.Data.VisitAsync(second, trainer, Numbers(1, 1, 1, 1), isSent: false);
        await app.Data.VisitAsync(second, trainer, Numbers(1, 1, 1, 1), on: new DateOnly(2025, 3, 3));
        var officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);

        foreach (var person in new[] { officer, manager, await app.Data.PersonAsync(Role.EducationOfficer) })
        {
            var summary = (await app.SendAs(person, new GetVisitSummaryQuery(null, world.Region.Id))).Value;
            Assert.Equal(2, summary.Schools.Count);
            Assert.Equal((22, 120, 50), (summary.Sums[VisitCountKind.UpperLessons], summary.Sums[VisitCountKind.LessonsObserved], summary.Sums[VisitCountKind.TeachersObserved]));

            // 22 / 120 = 18.3 %, (60 % + 10 %) / 2 = 35 %
            var share = summary.Shares[0];
            Assert.Equal((22, 120, 2, 183, 350), (share.Part, share.Whole, share.Visits, share.PooledTenths!.Value, share.MeanTenths!.Value));
            Assert.Equal([1, 0], summary.Schools.OrderByDescending(s => s.Contradictions.Count).Select(s => s.Contradictions.Count));
        }

        Assert.Single((await app.SendAs(school, new GetVisitSummaryQuery(2026, null))).Value.Schools);
        Assert.Single((await app.SendAs(officer, new GetVisitSummaryQuery(2025, null))).Value.Schools);
        Assert.IsType<NotFound>((await app.SendAs(officer, new GetVisitSummaryQuery(2026, world.OtherRegion.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new GetVisitSummaryQuery(2026, null))).Error);
        Assert.Empty((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion), new GetVisitsQuery(1))).Value.Visits.Items);
    }

    [Fact]
    public async Task Another_branch_neither_sees_nor_changes_a_visit()
    {
        var visit = await app.Data.VisitAsync(world.School, trainer, Numbers(1, 2, 3, 4), isSent: false);
        var other = await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetVisitQuery(visit.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new SendVisitReportCommand(visit.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new CancelVisitCommand(visit.Id, "Жоқ"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, Close(visit.Id, VisitStageKind.Report))).Error);
        var template = await app.LookAsync(db => db.VisitTemplates.Select(t => t.Id).SingleAsync());
        Assert.IsType<NotFound>((await app.SendAs(other, new RetireVisitTemplateCommand(template))).Error);
        Assert.Null((await app.SendAs(manager, new RetireVisitTemplateCommand(template))).Error);
        Assert.IsType<VisitTemplateRetired>((await app.SendAs(manager, new PlanVisitCommand(Guid.CreateVersion7(), template, world.School.Id, Today))).Error);
        Assert.Empty((await app.SendAs(manager, new GetVisitFormQuery(null))).Value.Templates);
        Assert.Null((await app.SendAs(manager, new CancelVisitCommand(visit.Id, "Жөндеу"))).Error);
    }

    private static CloseVisitStageCommand Close(Guid id, VisitStageKind stage, params (VisitCountKind Kind, int? Number)[] counts) =>
        new(id, stage, [.. counts.Select(c => new VisitNumber(c.Kind, c.Number))], "Жасалды");

    private static Dictionary<VisitCountKind, int> Numbers(int upper, int lessons, int observed, int teachers) => new()
    {
        [VisitCountKind.UpperLessons] = upper,
        [VisitCountKind.LessonsObserved] = lessons,
        [VisitCountKind.TeachersObserved] = observed,
        [VisitCountKind.TeachersOfSchool] = teachers,
    };
}
