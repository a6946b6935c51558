using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Assessment;

/// <summary>Examples, calibration, seeds, agreement and severity, through the pipeline.</summary>
public sealed class ExampleTests : IAsyncLifetime
{
    private TestApp app = null!;
    private StudyGroup group = null!;
    private Person moderator = null!;
    private Person assessor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        group = await app.Data.GroupAsync(status: GroupStatus.Studying, capacity: 60);
        moderator = await app.Data.PersonAsync(Role.Moderator);
        assessor = await app.Data.PersonAsync(Role.Assessor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Work_is_given_once_the_examples_are_marked_as_agreed_and_the_difference_is_shown()
    {
        var examples = await ExamplesAsync(ExampleUse.Calibration, Grade.Satisfactory, Grade.Good, Grade.Good);
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);

        Assert.IsType<NothingToAssess>((await TakeAsync()).Error);
        Assert.True((await app.SendAs(assessor, new GetAssessmentsQuery())).Value.NeedsPractice);
        var missed = await PractiseAsync(examples[0], Grade.Good);
        await PractiseAsync(examples[1], Grade.Good);
        Assert.IsType<NothingToAssess>((await TakeAsync()).Error);
        await PractiseAsync(examples[2], Grade.Good);

        Assert.Null((await TakeAsync()).Error);
        var difference = (await app.SendAs(assessor, new GetDifferenceQuery(missed))).Value;
        Assert.False(difference.IsWithin);
        Assert.All(difference.Lines, l => Assert.Equal((Grade.Good, Grade.Satisfactory), (l.Own, l.Agreed)));
        Assert.All(difference.Lines, l => Assert.StartsWith("Пікір", l.Comment, StringComparison.Ordinal));
        var standing = Assert.Single((await app.SendAs(assessor, new GetMyStandardQuery())).Value.Rubrics);
        Assert.Equal((2, 2, true), (standing.Hits, standing.Needed, standing.MayMark));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Assessor), new GetDifferenceQuery(missed))).Error);
    }

    [Fact]
    public async Task Nobody_sees_the_agreed_levels_before_signing_the_own()
    {
        var example = await ExampleAsync(ExampleUse.Calibration, Grade.Satisfactory);
        var sheetId = (await app.SendAs(assessor, new TakePracticeCommand(Guid.CreateVersion7(), example))).Value;

        Assert.IsType<NotFound>((await app.SendAs(assessor, new GetDifferenceQuery(sheetId))).Error);
        var view = (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value;
        Assert.Empty(view.Earlier);
        Assert.All(view.Sheet.Lines, l => Assert.Null(l.Level));
    }

    [Fact]
    public async Task Begun_twice_or_at_once_an_example_has_one_sheet_an_assessor()
    {
        var example = await ExampleAsync(ExampleUse.Calibration, Grade.Satisfactory);

        var sheets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.SendAs(assessor, new TakePracticeCommand(Guid.CreateVersion7(), example)))));

        Assert.Single(sheets.Select(s => s.Value).Distinct());
        Assert.Equal(1, await app.LookAsync(db => db.RubricSheets.CountAsync(s => s.Role == SheetRole.Practice)));
    }

    [Fact]
    public async Task A_seed_looks_like_other_work_gives_nobody_a_grade_and_missing_two_is_a_pause_until_a_moderator_has_spoken()
    {
        await ExamplesAsync(ExampleUse.Seed, Grade.Satisfactory, Grade.Satisfactory);
        for (var i = 0; i < 45; i++)
        {
            await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
        }

        var released = await app.LookAsync(db => db.Gradings.CountAsync(g => g.Status == GradingStatus.Released));
        var (seeds, work) = (0, 0);
        Result<Guid> taken;
        while ((taken = await TakeAsync()).Error is null)
        {
            var view = (await app.SendAs(assessor, new GetAssessmentQuery(taken.Value))).Value;
            Assert.Equal(SheetRole.First, view.Sheet.Role);
            var signed = await SignAsync(assessor, taken.Value, Grade.Unsatisfactory);
            seeds += signed.IsExample ? 1 : 0;
            work += signed.IsExample ? 0 : 1;
        }

        Assert.Equal(2, seeds);

        // one of twenty, the first of them anywhere among the first twenty
        Assert.InRange(work, 19, 38);
        Assert.Equal(released + work, await app.LookAsync(db => db.Gradings.CountAsync(g => g.Status == GradingStatus.Released)));
        Assert.True((await app.SendAs(assessor, new GetAssessmentsQuery())).Value.IsPaused);
        var held = Assert.Single((await app.SendAs(moderator, new GetStandardQuery())).Value.HeldBack);
        Assert.Equal((assessor.Id, true), (held.AssessorId, held.IsPaused));

        Assert.Null((await app.SendAs(moderator, new ClearAssessorCommand(assessor.Id, held.RubricId, "Деңгейлерді бірге қарадық."))).Error);

        Assert.Null((await TakeAsync()).Error);
        Assert.IsType<NothingHoldsBack>((await app.SendAs(moderator, new ClearAssessorCommand(assessor.Id, held.RubricId, "Тағы"))).Error);
    }

    [Fact]
    public async Task An_example_is_a_result_that_was_told_once_and_of_nobody_the_moderator_knows()
    {
        var waiting = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
        Assert.IsType<NoResultOfThisCode>((await ProposeAsync(moderator, waiting)).Error);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), waiting, Grade.Good);
        var colleague = await app.Data.PersonAsync(Role.Moderator);
        await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(g => g.SetProperty(x => x.TrainerId, colleague.Id)));
        Assert.IsType<NoResultOfThisCode>((await ProposeAsync(colleague, waiting)).Error);

        Assert.Null((await ProposeAsync(moderator, waiting)).Error);
        Assert.IsType<IsAnExample>((await ProposeAsync(moderator, waiting)).Error);
        Assert.IsType<Domain.Common.Forbidden>((await ProposeAsync(assessor, waiting)).Error);
    }

    [Fact]
    public async Task The_teacher_whose_work_is_an_example_sees_the_own_result_unchanged()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Good);
        var before = (await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results.Single();
        var sheetId = (await ProposeAsync(moderator, work)).Value;
        await SignAsync(moderator, sheetId, Grade.Unsatisfactory);
        var example = await app.LookAsync(db => db.ExamplePortfolios.Select(e => e.Id).SingleAsync());
        await PractiseAsync(example, Grade.Unsatisfactory);

        var after = (await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results.Single();

        Assert.Equal((before.Grade, before.Assessors), (after.Grade, after.Assessors));
        Assert.Equal(before.Lines.SelectMany(l => l.Comments), after.Lines.SelectMany(l => l.Comments));
    }

    [Fact]
    public async Task A_report_compares_with_others_once_a_month_and_the_assessor_sees_it_first()
    {
        var example = await ExampleAsync(ExampleUse.Calibration, Grade.Good);
        await PractiseAsync(example, Grade.Satisfactory);

        await app.SendAsSystem(new MakeMarkingReportsCommand());
        await app.SendAsSystem(new MakeMarkingReportsCommand());

        var mine = (await app.SendAs(assessor, new GetMyStandardQuery())).Value;
        Assert.Equal((0, 1000, false), (mine.Report!.AgreementPermille, mine.Report.SeverityPermille, mine.Report.IsRead));
        Assert.All(mine.Criteria, c => Assert.Equal((c.Comparisons, 0), (c.Steps, c.Same)));
        Assert.DoesNotContain((await app.SendAs(moderator, new GetStandardQuery())).Value.Reports, r => r.Figures.ReportId == mine.Report.ReportId);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Assessor), new NoteMarkingReportCommand(mine.Report.ReportId))).Error);

        await app.SendAs(assessor, new NoteMarkingReportCommand(mine.Report.ReportId));

        Assert.Contains((await app.SendAs(moderator, new GetStandardQuery())).Value.Reports, r => r.Figures.ReportId == mine.Report.ReportId);
        Assert.Equal(1, await app.LookAsync(db => db.MarkingReports.CountAsync(r => r.AssessorId == assessor.Id)));
    }

    [Fact]
    public async Task A_severe_assessors_result_near_the_line_goes_to_the_front_of_the_moderators()
    {
        await app.Data.SaveAsync(new MarkingReport { AssessorId = assessor.Id, MadeOn = new DateOnly(2026, 2, 1), Comparisons = 100, Same = 60, Steps = 40 });
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
        var sheetId = (await TakeAsync()).Value;
        var criteria = (await app.Data.MarksAsync(group, Grade.Satisfactory)).Count;
        Grade?[] levels = [Grade.Unsatisfactory, .. Enumerable.Repeat<Grade?>(Grade.Satisfactory, criteria - 1)];

        Assert.Null((await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(group, levels), "", true))).Error);
        var signed = (await app.SendAs(assessor, new SignAssessmentCommand(sheetId))).Value;

        Assert.False(signed.IsTold);
        var grading = await app.LookAsync(db => db.Gradings.SingleAsync(g => g.PortfolioVersionId == work.Version.Id));
        Assert.Equal((GradingStatus.Moderation, true), (grading.Status, grading.IsSecondLook));
        Assert.Null((await app.SendAs(moderator, new TakeNextModerationCommand(Guid.CreateVersion7()))).Error);
    }

    private Task<Result<Guid>> TakeAsync() => app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()));

    private Task<Result<Guid>> ProposeAsync(Person by, Work work) =>
        app.SendAs(by, new ProposeExampleCommand(Guid.CreateVersion7(), work.Enrolment.ListenerCode, ExampleUse.Calibration, 1, "Астана, 3 ақпан, үш модератор"));

    private async Task<SignedSheet> SignAsync(Person by, Guid sheetId, Grade level)
    {
        Assert.Null((await app.SendAs(by, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(group, level), "", true))).Error);
        return (await app.SendAs(by, new SignAssessmentCommand(sheetId))).Value;
    }

    private async Task<Guid> PractiseAsync(Guid exampleId, Grade level)
    {
        var sheetId = (await app.SendAs(assessor, new TakePracticeCommand(Guid.CreateVersion7(), exampleId))).Value;
        Assert.True((await SignAsync(assessor, sheetId, level)).IsExample);
        return sheetId;
    }

    private async Task<Guid> ExampleAsync(ExampleUse use, Grade level) => (await ExamplesAsync(use, level))[0];

    // graded first, made examples then: an example holds back whoever has not marked it
    private async Task<List<Guid>> ExamplesAsync(ExampleUse use, params Grade[] levels)
    {
        var graded = new List<(Work Work, Grade Level)>();
        foreach (var level in levels)
        {
            var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
            await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, level);
            graded.Add((work, level));
        }

        var examples = new List<Guid>();
        foreach (var (work, level) in graded)
        {
            var sheetId = (await app.SendAs(moderator, new ProposeExampleCommand(Guid.CreateVersion7(), work.Enrolment.ListenerCode, use, 1, "Астана"))).Value;
            await SignAsync(moderator, sheetId, level);
            examples.Add(await app.LookAsync(db => db.ExamplePortfolios.Where(e => e.AgreedSheetId == sheetId).Select(e => e.Id).SingleAsync()));
        }

        return examples;
    }
}
