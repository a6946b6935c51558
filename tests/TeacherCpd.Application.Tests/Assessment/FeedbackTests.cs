using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Assessment;

public sealed class FeedbackTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person trainer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_queue_holds_the_own_groups_with_the_longest_waiting_first()
    {
        var first = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        await app.Data.CheckAsync(first.Version, 148);
        app.Time.Advance(TimeSpan.FromDays(2));
        var second = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback);
        await app.Data.WorkAsync(PortfolioStatus.FeedbackGiven, trainer);

        var queue = (await app.SendAs(trainer, new GetFeedbackQueueQuery())).Value;

        Assert.Equal(
            [(first.Version.Id, 2, 148), (second.Version.Id, 0, (int?)null)],
            queue.Select(l => (l.VersionId, l.DaysWaiting, l.SimilarityPermille)));
    }

    [Fact]
    public async Task A_draft_is_kept_and_leaves_the_portfolio_waiting()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var marks = await app.Data.MarksAsync(work.Group, Grade.Good, null);

        var result = await app.SendAs(trainer, new SaveFeedbackDraftCommand(Guid.CreateVersion7(), work.Version.Id, marks, "Жақсы бастама"));

        Assert.Null(result.Error);
        var view = (await app.SendAs(trainer, new GetFeedbackQuery(work.Version.Id))).Value;
        Assert.Equal([Grade.Good, null, null], view.Sheet.Lines.Select(l => l.Level));
        Assert.Equal("Пікір 2", view.Sheet.Lines[1].Comment);
        Assert.Equal("Жақсы бастама", view.Sheet.Comment);
        Assert.True(view.MayWrite);
        Assert.Equal(PortfolioStatus.AwaitingFeedback, await StatusAsync(work));
    }

    [Fact]
    public async Task Saving_again_changes_the_same_sheet()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var command = new SaveFeedbackDraftCommand(Guid.CreateVersion7(), work.Version.Id, await app.Data.MarksAsync(work.Group, Grade.Good), "Бірінші");

        await app.SendAs(trainer, command);
        await app.SendAs(trainer, command);
        await app.SendAs(trainer, command with { SheetId = Guid.CreateVersion7(), Comment = "Екінші" });

        var sheet = await app.LookAsync(db => db.RubricSheets.Include(s => s.Marks).SingleAsync());
        Assert.Equal((command.SheetId, "Екінші", 3), (sheet.Id, sheet.Comment, sheet.Marks.Count));
    }

    [Fact]
    public async Task A_signature_saves_the_marks_and_gives_the_feedback()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);

        var result = await app.SendAs(trainer, await SignAsync(work, Grade.Satisfactory));

        Assert.Null(result.Error);
        var sheet = await app.LookAsync(db => db.RubricSheets.Include(s => s.Marks).SingleAsync());
        Assert.Equal(AssessmentStage.Formative, sheet.Stage);
        Assert.Equal(app.Time.GetUtcNow().UtcDateTime, sheet.SignedAt);
        Assert.Null(sheet.Grade);
        Assert.All(sheet.Marks, m => Assert.Equal(Grade.Satisfactory, m.Level));
        Assert.Equal(PortfolioStatus.FeedbackGiven, await StatusAsync(work));
    }

    [Fact]
    public async Task A_criterion_without_a_level_is_named_at_its_field_and_nothing_is_signed()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);

        var result = await app.SendAs(trainer, await SignAsync(work, Grade.Good, null, Grade.Good));

        var fault = Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults);
        Assert.Equal(("Marks[1].Level", "level_missing"), (fault.Field, fault.Code));
        Assert.Equal(PortfolioStatus.AwaitingFeedback, await StatusAsync(work));
    }

    [Fact]
    public async Task A_form_that_leaves_a_criterion_out_is_not_signed()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var command = await SignAsync(work, Grade.Good);

        var result = await app.SendAs(trainer, command with { Marks = [.. command.Marks.Take(2)] });

        Assert.IsType<CriterionNotMarked>(result.Error);
        Assert.Equal(0, await app.LookAsync(db => db.RubricSheets.CountAsync()));
    }

    [Fact]
    public async Task A_criterion_of_another_rubric_does_not_exist()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var other = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);

        var result = await app.SendAs(trainer, new SaveFeedbackDraftCommand(Guid.CreateVersion7(), work.Version.Id, await app.Data.MarksAsync(other.Group, Grade.Good), ""));

        Assert.IsType<NotFound>(result.Error);
    }

    [Fact]
    public async Task Signed_feedback_does_not_change_any_more()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var command = await SignAsync(work, Grade.Good);
        await app.SendAs(trainer, command);

        Assert.IsType<SheetAlreadySigned>((await app.SendAs(trainer, command with { Comment = "Басқа" })).Error);
        Assert.IsType<SheetAlreadySigned>((await app.SendAs(trainer, new SaveFeedbackDraftCommand(command.SheetId, work.Version.Id, command.Marks, "Басқа"))).Error);
        Assert.Equal("Жалпы", await app.LookAsync(db => db.RubricSheets.Select(s => s.Comment).SingleAsync()));
    }

    [Fact]
    public async Task Signing_twice_at_once_signs_once()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var command = await SignAsync(work, Grade.Good);

        var results = await Task.WhenAll(app.SendAs(trainer, command), app.SendAs(trainer, command));

        Assert.Single(results, r => r.IsOk);
        Assert.Single(results, r => r.Error is SheetAlreadySigned);
        Assert.Equal(1, await app.LookAsync(db => db.RubricSheets.CountAsync()));
    }

    [Fact]
    public async Task A_portfolio_that_is_still_checked_takes_no_feedback()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.FormativeCheck, trainer);

        Assert.IsType<StepNotAllowed>((await app.SendAs(trainer, await SignAsync(work, Grade.Good))).Error);
        Assert.False((await app.SendAs(trainer, new GetFeedbackQuery(work.Version.Id))).Value.MayWrite);
    }

    [Fact]
    public async Task Another_trainers_group_does_not_exist()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback);
        var command = await SignAsync(work, Grade.Good);

        Assert.IsType<NotFound>((await app.SendAs(trainer, new GetFeedbackQuery(work.Version.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(trainer, command)).Error);
        Assert.IsType<NotFound>((await app.SendAs(trainer, new SaveFeedbackDraftCommand(command.SheetId, work.Version.Id, command.Marks, ""))).Error);
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_at_their_field()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var command = await SignAsync(work, Grade.Good);
        var marks = command.Marks.ToList();
        marks[2] = marks[2] with { Comment = new string('ә', 2001) };

        var result = await app.SendAs(trainer, command with { Marks = marks, Comment = new string('ә', 4001) });

        Assert.Equal(["Marks[2].Comment", "Comment"], Assert.IsType<InvalidInput>(result.Error).Faults.Select(f => f.Field));
    }

    [Fact]
    public async Task The_teacher_reads_what_is_signed_and_only_that()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var sign = await SignAsync(work, Grade.Satisfactory);
        await app.SendAs(trainer, new SaveFeedbackDraftCommand(sign.SheetId, work.Version.Id, sign.Marks, "Жоба"));
        var query = new GetMyFeedbackQuery(work.Enrolment.Id);
        Assert.Empty((await app.SendAs(work.Teacher, query)).Value.Feedback);

        await app.SendAs(trainer, sign);

        var sheet = Assert.Single((await app.SendAs(work.Teacher, query)).Value.Feedback);
        Assert.Equal((1, "Жалпы"), (sheet.VersionNumber, sheet.Sheet.Comment));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), query)).Error);
    }

    [Fact]
    public async Task Today_tells_a_trainer_how_many_wait_and_since_when()
    {
        Assert.Empty((await app.SendAs(trainer, new GetTodayQuery())).Value.Items);
        await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);

        var item = Assert.Single((await app.SendAs(trainer, new GetTodayQuery())).Value.Items);

        Assert.Equal(("today.feedback", "/feedback", 2), (item.TextKey, item.Path, item.Count));
        Assert.Equal(new DateOnly(2026, 2, 10), item.Args[1]);
    }

    private async Task<SignFeedbackCommand> SignAsync(Work work, params Grade?[] levels) =>
        new(Guid.CreateVersion7(), work.Version.Id, await app.Data.MarksAsync(work.Group, levels), "Жалпы");

    private Task<PortfolioStatus> StatusAsync(Work work) =>
        app.LookAsync(db => db.Portfolios.Where(p => p.Id == work.Portfolio.Id).Select(p => p.Status).SingleAsync());
}
