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

public sealed class HandInReportTests : IAsyncLifetime
{
    private const string Text = "Сабақта оқушылар топпен жұмыс істеді.";

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_first_version_is_kept_with_its_text_and_a_queued_check()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();

        var result = await app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, TestData.Report(Text)));

        var portfolio = await app.LookAsync(db => db.Portfolios.Include(p => p.Versions).SingleAsync());
        Assert.Equal((enrolment.Id, PortfolioStatus.FormativeCheck), (portfolio.EnrolmentId, portfolio.Status));
        Assert.Equal((result.Value, 1), (Assert.Single(portfolio.Versions).Id, portfolio.Versions.Single().Number));
        Assert.Equal(Text, await app.LookAsync(db => db.PortfolioTexts.Where(t => t.VersionId == result.Value).Select(t => t.Text).SingleAsync()));
        var check = await app.LookAsync(db => db.OriginalityChecks.SingleAsync());
        Assert.Equal((CheckStatus.Queued, AssessmentStage.Formative, result.Value), (check.Status, check.Stage, check.VersionId));
        Assert.Equal(("CheckOriginality", check.Id), Assert.Single(app.Jobs.Take()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_and_at_once_hands_in_one_version()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        var command = new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, TestData.Report(Text));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAs(teacher, command)));

        Assert.All(results, r => Assert.Equal(command.VersionId, r.Value));
        Assert.Equal(1, await app.LookAsync(db => db.PortfolioVersions.CountAsync()));
        Assert.Single(app.Jobs.Take());
    }

    [Fact]
    public async Task Two_forms_sent_at_once_hand_in_one_version()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, TestData.Report(Text)))));

        Assert.Single(results, r => r.IsOk);
        Assert.Equal(2, results.Count(r => r.Error is PortfolioTakesNoVersion));
        Assert.Equal(1, await app.LookAsync(db => db.PortfolioVersions.CountAsync()));
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

        var result = await app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, TestData.Report(Text)));

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

        var result = await app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, TestData.Report(Text)));

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

        var result = await app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, TestData.Report(Text)));

        Assert.IsType<NotAParticipant>(result.Error);
    }

    [Fact]
    public async Task Neither_a_foreign_enrolment_nor_a_foreign_version_id_exists_for_a_teacher()
    {
        var (owner, foreign) = await app.Data.ParticipantAsync();
        var taken = new HandInReportCommand(Guid.CreateVersion7(), foreign.Id, TestData.Report(Text));
        await app.SendAs(owner, taken);
        var (teacher, own) = await app.Data.ParticipantAsync();

        Assert.IsType<NotFound>((await app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), foreign.Id, TestData.Report(Text)))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, taken with { EnrolmentId = own.Id })).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetMyPortfolioQuery(foreign.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new ReceiveReportQuery(foreign.Id, Stream.Null, "a.txt"))).Error);
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_in_the_store()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var png = new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);

        var result = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, png, "есеп.docx"));

        Assert.Equal("file_type_mismatch", Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Code);
        Assert.False(Directory.Exists(Path.Combine(app.Folder, "files")));
    }

    [Fact]
    public async Task The_name_loses_its_path_and_keeps_its_extension_when_it_is_long()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var plain = new MemoryStream("Есеп мәтіні"u8.ToArray());
        using var again = new MemoryStream("Есеп мәтіні"u8.ToArray());

        var windows = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, plain, @"C:\Құжаттар\менің есебім.txt"));
        var unending = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, again, $"../{new string('ұ', 300)}.txt"));

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

        var result = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, file, "есеп.docx"));

        Assert.Equal(("Көрінетін сөз", 11), (result.Value.Text, result.Value.HiddenCharacters));
    }

    [Fact]
    public async Task Pages_without_text_are_counted_and_kept_with_the_text()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var file = SamplePdf.Pages("BT /Latin 12 Tf 70 700 Td (A page of text) Tj ET", "q 500 0 0 700 40 60 cm /Picture Do Q");

        var received = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, file, "есеп.pdf"));
        var version = await app.SendAs(teacher, new HandInReportCommand(Guid.CreateVersion7(), enrolment.Id, received.Value));

        Assert.Equal(1, await app.LookAsync(db => db.PortfolioTexts.Where(t => t.VersionId == version.Value).Select(t => t.PagesWithoutText).SingleAsync()));
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
}
