using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class HandInPortfolioTests : IAsyncLifetime
{
    private const string Text = "Сабақта оқушылар топпен жұмыс істеді.";

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_first_version_is_kept_with_its_text_and_a_queued_check()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();

        var result = await app.Data.HandInAsync(teacher, enrolment.Id, TestData.Report(Text));

        var portfolio = await app.LookAsync(db => db.Portfolios.Include(p => p.Versions).ThenInclude(v => v.Materials).SingleAsync());
        Assert.Equal((enrolment.Id, PortfolioStatus.FormativeCheck), (portfolio.EnrolmentId, portfolio.Status));
        Assert.Equal((result.Value, 1), (Assert.Single(portfolio.Versions).Id, portfolio.Versions.Single().Number));
        var check = await app.LookAsync(db => db.OriginalityChecks.SingleAsync());
        Assert.Equal(check.MaterialId, Assert.Single(portfolio.Versions.Single().Materials).Id);
        Assert.Equal(Text, await app.LookAsync(db => db.PortfolioTexts.Where(t => t.MaterialId == check.MaterialId).Select(t => t.Text).SingleAsync()));
        Assert.Equal((CheckStatus.Queued, AssessmentStage.Formative, result.Value), (check.Status, check.Stage, check.VersionId));
        Assert.Equal(("CheckOriginality", check.Id), Assert.Single(app.Jobs.Take()));
    }

    [Fact]
    public async Task The_same_forms_sent_twice_and_at_once_add_one_file_and_hand_in_one_version()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        var add = new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, 1, TestData.Report(Text));
        var handIn = new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id);

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAs(teacher, add)));
        var handedIn = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAs(teacher, handIn)));

        Assert.All(added, r => Assert.Equal(add.MaterialId, r.Value));
        Assert.All(handedIn, r => Assert.Equal(handIn.VersionId, r.Value));
        Assert.Equal((1, 1), await app.LookAsync(async db => (await db.PortfolioMaterials.CountAsync(), await db.PortfolioVersions.CountAsync())));
        Assert.Single(app.Jobs.Take());
    }

    [Fact]
    public async Task Two_forms_sent_at_once_hand_in_one_version()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, 1, TestData.Report(Text)));

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            app.SendAs(teacher, new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id))));

        Assert.Single(results, r => r.IsOk);
        Assert.Equal(2, results.Count(r => r.Error is PortfolioTakesNoVersion));
        Assert.Equal(1, await app.LookAsync(db => db.PortfolioVersions.CountAsync()));
    }

    [Fact]
    public async Task A_portfolio_of_several_parts_is_handed_in_when_all_are_there_and_the_newest_of_each_counts()
    {
        var (teacher, enrolment) = await PlannedAsync(p => p.SetProperty(x => x.Reports, 2).SetProperty(x => x.HasPresentation, true));
        async Task<Guid> AddAsync(MaterialKind kind, int part, string text) =>
            (await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, kind, part, TestData.Report(text)))).Value;

        await AddAsync(MaterialKind.Report, 1, "Алғашқысы");
        var better = await AddAsync(MaterialKind.Report, 1, "Жақсырағы");
        Assert.Equal(new PartsMissing(2), (await app.SendAs(teacher, new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id))).Error);
        var second = await AddAsync(MaterialKind.Report, 2, "Екіншісі");
        var slides = await AddAsync(MaterialKind.Presentation, 1, "Таныстырылым");
        var version = await app.SendAs(teacher, new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id));

        var view = (await app.SendAs(teacher, new GetMyPortfolioQuery(enrolment.Id))).Value;
        var handedIn = Assert.Single(view.Versions);
        Assert.Equal(version.Value, handedIn.Id);
        Assert.Equal([better, second, slides], handedIn.Materials.Select(m => m.File.Id));
        Assert.Equal(["R1.2", "R2.1", "P1.1"], handedIn.Materials.Select(m => m.Receipt.Split('-')[1]));

        // a presentation has hardly a sentence to compare
        Assert.Equal([true, true, false], handedIn.Materials.Select(m => m.Check is not null));
        Assert.Equal(2, app.Jobs.Take().Count);
    }

    [Fact]
    public async Task A_part_that_did_not_change_is_handed_in_again_and_indexed_once()
    {
        var (teacher, enrolment) = await PlannedAsync(p => p.SetProperty(x => x.Reports, 2));
        foreach (var part in new[] { 1, 2 })
        {
            await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, part, TestData.Report(Text)));
        }

        await app.SendAs(teacher, new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id));
        await app.Data.MoveAsync(enrolment, PortfolioStatus.AwaitingFeedback);
        await app.Data.MoveAsync(enrolment, PortfolioStatus.FeedbackGiven);
        await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, 2, TestData.Report("Толықтырылды")));

        var parts = (await app.SendAs(teacher, new GetMyPortfolioQuery(enrolment.Id))).Value.Parts;
        Assert.Equal([false, true], parts.Select(p => p.IsNew));
        await app.SendAs(teacher, new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id));

        var versions = (await app.SendAs(teacher, new GetMyPortfolioQuery(enrolment.Id))).Value.Versions;
        Assert.Equal(versions[1].Materials[0].File.Id, versions[0].Materials[0].File.Id);
        Assert.Equal(4, versions.SelectMany(v => v.Checks).Select(c => c.Id).Distinct().Count());
        Assert.Equal(3, await app.LookAsync(db => db.IndexedDocuments.CountAsync()));
    }

    [Fact]
    public async Task Where_the_plan_checks_nothing_the_trainer_has_it_at_once()
    {
        var (teacher, enrolment) = await PlannedAsync(p => p.SetProperty(x => x.IsChecked, false));

        await app.Data.HandInAsync(teacher, enrolment.Id, TestData.Report(Text));

        var view = (await app.SendAs(teacher, new GetMyPortfolioQuery(enrolment.Id))).Value;
        Assert.Equal(PortfolioStatus.AwaitingFeedback, view.Status);
        Assert.DoesNotContain(view.Path, s => s.TextKey.Contains("checked", StringComparison.Ordinal));
        Assert.Equal((0, 0), await app.LookAsync(async db => (await db.OriginalityChecks.CountAsync(), await db.IndexedDocuments.CountAsync())));
        Assert.Empty(app.Jobs.Take());
    }

    [Theory]
    [InlineData(MaterialKind.Report, 2)]
    [InlineData(MaterialKind.Report, 0)]
    [InlineData(MaterialKind.Presentation, 1)]
    [InlineData((MaterialKind)7, 1)]
    public async Task A_part_that_the_plan_does_not_ask_for_is_not_taken(MaterialKind kind, int part)
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();

        var result = await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, kind, part, TestData.Report(Text)));

        Assert.IsType<PartNotAsked>(result.Error);
    }

    // the course of the test ends on 20 February; a day is Kazakhstan's, five hours before UTC
    [Theory]
    [InlineData(-10, "2026-02-10T18:59:00Z", true)]
    [InlineData(-10, "2026-02-10T19:00:00Z", false)]
    [InlineData(3, "2026-02-23T18:59:00Z", true)]
    [InlineData(3, "2026-02-23T19:00:00Z", false)]
    [InlineData(null, "2027-05-01T00:00:00Z", true)]
    public async Task The_last_day_counts_by_the_clock_of_the_server(int? days, string moment, bool isTaken)
    {
        var (teacher, enrolment) = await PlannedAsync(p => p.SetProperty(x => x.FormativeDays, days));
        app.Time.SetUtcNow(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

        var result = await app.Data.HandInAsync(teacher, enrolment.Id, TestData.Report(Text));

        Assert.Equal(isTaken ? null : new HandInOver(new DateOnly(2026, 2, 20).AddDays(days!.Value)), result.Error);
        Assert.Equal(isTaken ? 1 : 0, await app.LookAsync(db => db.PortfolioVersions.CountAsync()));
    }

    [Theory]
    [InlineData(-1, 2, true)]
    [InlineData(-600, 29, true)]
    [InlineData(-1, 31, false)]
    [InlineData(1, 2, false)]
    public async Task An_upload_that_began_before_the_end_may_finish_and_be_handed_in_within_the_grace(int begunMinutes, int handedInMinutes, bool isTaken)
    {
        var (teacher, enrolment) = await PlannedAsync(p => p.SetProperty(x => x.FormativeDays, 0));
        var end = new DateTime(2026, 2, 20, 19, 0, 0, DateTimeKind.Utc);
        app.Time.SetUtcNow(end.AddMinutes(2));
        var begun = end.AddMinutes(begunMinutes);
        await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, 1, TestData.Report(Text), begun));
        app.Time.SetUtcNow(end.AddMinutes(handedInMinutes));

        var result = await app.SendAs(teacher, new HandInPortfolioCommand(Guid.CreateVersion7(), enrolment.Id));

        Assert.Equal(isTaken, result.IsOk);
    }

    [Fact]
    public async Task A_group_keeps_the_plan_that_was_in_force_when_it_began()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var (teacher, enrolment) = await app.Data.ParticipantAsync(group);
        var first = await app.LookAsync(db => db.AssessmentPlans.AsNoTracking().SingleAsync(p => p.ProgrammeVersionId == group.ProgrammeVersionId));
        AssessmentPlan Edition(int number, DateOnly from, int reports) => new()
        {
            ProgrammeVersionId = group.ProgrammeVersionId,
            Number = number,
            InForceFrom = from,
            RubricId = first.RubricId,
            Reports = reports,
        };
        await app.Data.SaveAsync(Edition(2, group.StartsOn.AddDays(-30), 3), Edition(3, group.StartsOn, 2), Edition(4, group.StartsOn.AddDays(1), 5));

        Assert.Equal(2, (await app.SendAs(teacher, new GetMyPortfolioQuery(enrolment.Id))).Value.Parts.Count);
    }

    [Fact]
    public async Task After_feedback_a_summative_version_is_taken()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        await app.Data.PortfolioAsync(enrolment, PortfolioStatus.FeedbackGiven);

        var check = await app.Data.HandInAsync(teacher, enrolment, Text);

        Assert.Equal(AssessmentStage.Summative, check.Stage);
        Assert.Equal(2, await app.LookAsync(db => db.PortfolioVersions.MaxAsync(v => v.Number)));
    }

    [Fact]
    public async Task Re_assessment_is_open_to_a_person_who_was_not_recommended()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var enrolment = await app.Data.EnrolmentAsync(group, teacher, EnrolmentStatus.NotRecommended);
        await app.Data.PortfolioAsync(enrolment, PortfolioStatus.ReAssessment);

        await app.Data.HandInAsync(teacher, enrolment, Text);

        Assert.Equal(PortfolioStatus.SummativeCheck, await app.LookAsync(db => db.Portfolios.Select(p => p.Status).SingleAsync()));
    }

    [Theory]
    [InlineData(PortfolioStatus.FormativeCheck)]
    [InlineData(PortfolioStatus.AwaitingFeedback)]
    [InlineData(PortfolioStatus.SummativeCheck)]
    [InlineData(PortfolioStatus.AwaitingAssessment)]
    [InlineData(PortfolioStatus.InAssessment)]
    [InlineData(PortfolioStatus.Recommended)]
    public async Task In_every_other_state_nothing_is_taken(PortfolioStatus status)
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        await app.Data.PortfolioAsync(enrolment, status);
        var before = await app.LookAsync(db => db.PortfolioVersions.CountAsync());

        var result = await app.Data.HandInAsync(teacher, enrolment.Id, TestData.Report(Text));

        Assert.Equal(new PortfolioTakesNoVersion(status), result.Error);
        Assert.Equal(before, await app.LookAsync(db => db.PortfolioVersions.CountAsync()));
        Assert.Empty(app.Jobs.Take());
    }

    [Theory]
    [InlineData(GroupStatus.Recruiting, typeof(CourseNotStarted))]
    [InlineData(GroupStatus.Closed, typeof(CourseOver))]
    public async Task A_group_that_does_not_study_takes_nothing(GroupStatus status, Type error)
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync(await app.Data.GroupAsync(status: status));

        var result = await app.Data.HandInAsync(teacher, enrolment.Id, TestData.Report(Text));

        Assert.IsType(error, result.Error);
        Assert.Equal(0, await app.LookAsync(db => db.Portfolios.CountAsync()));
    }

    [Theory]
    [InlineData(EnrolmentStatus.Applied)]
    [InlineData(EnrolmentStatus.Declined)]
    [InlineData(EnrolmentStatus.Recommended)]
    [InlineData(EnrolmentStatus.NotCompleted)]
    public async Task Only_participants_hand_in(EnrolmentStatus status)
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(status: GroupStatus.Studying), teacher, status);

        var result = await app.Data.HandInAsync(teacher, enrolment.Id, TestData.Report(Text));

        Assert.IsType<NotAParticipant>(result.Error);
    }

    [Fact]
    public async Task Neither_a_foreign_enrolment_nor_a_foreign_version_id_exists_for_a_teacher()
    {
        var (owner, foreign) = await app.Data.ParticipantAsync();
        var taken = new AddMaterialCommand(Guid.CreateVersion7(), foreign.Id, MaterialKind.Report, 1, TestData.Report(Text));
        var handedIn = new HandInPortfolioCommand(Guid.CreateVersion7(), foreign.Id);
        await app.SendAs(owner, taken);
        await app.SendAs(owner, handedIn);
        var (teacher, own) = await app.Data.ParticipantAsync();

        Assert.IsType<NotFound>((await app.SendAs(teacher, taken with { MaterialId = Guid.CreateVersion7() })).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, handedIn with { VersionId = Guid.CreateVersion7() })).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, taken with { EnrolmentId = own.Id })).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, handedIn with { EnrolmentId = own.Id })).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetMyPortfolioQuery(foreign.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new ReceiveReportQuery(foreign.Id, TestData.FirstReport, Stream.Null, "a.txt"))).Error);
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_in_the_store()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var png = new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);

        var result = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, png, "есеп.docx"));

        Assert.Equal("file_type_mismatch", Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Code);
        Assert.False(Directory.Exists(Path.Combine(app.Folder, "files")));
    }

    [Fact]
    public async Task The_name_loses_its_path_and_keeps_its_extension_when_it_is_long()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var plain = new MemoryStream("Есеп мәтіні"u8.ToArray());
        using var again = new MemoryStream("Есеп мәтіні"u8.ToArray());

        var windows = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, plain, @"C:\Құжаттар\менің есебім.txt"));
        var unending = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, again, $"../{new string('ұ', 300)}.txt"));

        Assert.Equal("менің есебім.txt", windows.Value.File.FileName);
        Assert.Equal(200, unending.Value.File.FileName.Length);
        Assert.EndsWith("ұ.txt", unending.Value.File.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_letters_are_counted_and_left_out_of_the_text()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(
            "<w:p><w:r><w:t>Көрінетін</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>көрінбейтін</w:t></w:r><w:r><w:t xml:space=\"preserve\"> сөз</w:t></w:r></w:p>"));

        var result = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, file, "есеп.docx"));

        Assert.Equal(("Көрінетін сөз", 11), (result.Value.Text, result.Value.HiddenCharacters));
    }

    [Fact]
    public async Task Pages_without_text_are_counted_and_kept_with_the_text()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var file = SamplePdf.Pages("BT /Latin 12 Tf 70 700 Td (A page of text) Tj ET", "q 500 0 0 700 40 60 cm /Picture Do Q");

        var received = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, file, "есеп.pdf"));
        await app.Data.HandInAsync(teacher, enrolment.Id, received.Value);

        Assert.Equal(1, await app.LookAsync(db => db.PortfolioTexts.Select(t => t.PagesWithoutText).SingleAsync()));
    }

    [Fact]
    public async Task Today_says_that_a_new_version_is_due_once_feedback_is_there()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        await app.Data.PortfolioAsync(enrolment, PortfolioStatus.AwaitingFeedback);
        Assert.DoesNotContain((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.TextKey == "portfolio.today.feedback");

        await app.Data.MoveAsync(enrolment, PortfolioStatus.FeedbackGiven);

        var item = Assert.Single((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.TextKey == "portfolio.today.feedback");
        Assert.Equal($"/my/portfolio/{enrolment.Id}", item.Path);
    }

    private async Task<(Domain.Accounts.Person Teacher, Enrolment Enrolment)> PlannedAsync(
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<AssessmentPlan>> change)
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        await app.LookAsync(db => db.AssessmentPlans.ExecuteUpdateAsync(change));
        return (teacher, enrolment);
    }
}
