using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Application.Tests.Assessment;

/// <summary>Two assessors and a third, moderation, results told together, appeals.</summary>
public sealed class GradingTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Two_assessors_who_agree_give_the_grade_and_neither_sees_the_other()
    {
        var work = await WorkAsync(plan => plan.SetProperty(p => p.Marking, Marking.TwoAssessors));
        var (one, two) = (await AssessorAsync(), await AssessorAsync());
        var first = await MarkAsync(one, work, Grade.Good);
        Assert.IsType<NothingToAssess>((await TakeAsync(one)).Error);
        Assert.Equal(PortfolioStatus.InAssessment, await StatusAsync(work));

        var second = await MarkAsync(two, work, Grade.Good);

        Assert.Equal([SheetRole.First, SheetRole.Second], await app.LookAsync(db => db.RubricSheets.OrderBy(s => s.SignedAt).ThenBy(s => s.Role).Select(s => s.Role).ToListAsync()));
        Assert.Equal((false, Grade.Good), (first.IsTold, second.Grade));
        Assert.Equal(PortfolioStatus.Recommended, await StatusAsync(work));
        Assert.Equal(1, await app.LookAsync(db => db.Certificates.CountAsync()));
    }

    [Fact]
    public async Task What_two_differ_in_goes_to_a_third_who_sees_neither()
    {
        var work = await WorkAsync(plan => plan.SetProperty(p => p.Marking, Marking.TwoAssessors));
        await MarkAsync(await AssessorAsync(), work, Grade.Good, Grade.Good, Grade.Unsatisfactory);
        await MarkAsync(await AssessorAsync(), work, Grade.Good, Grade.Satisfactory, Grade.Satisfactory);
        var third = await AssessorAsync();

        var sheetId = (await TakeAsync(third)).Value;
        var view = (await app.SendAs(third, new GetAssessmentQuery(sheetId))).Value;
        Assert.Equal((SheetRole.Third, 2, 0), (view.Sheet.Role, view.Sheet.Lines.Count, view.Earlier.Count));
        Assert.All(view.Sheet.Lines, l => Assert.Equal((null, ""), (l.Level, l.Comment)));
        var all = await app.Data.MarksAsync(work.Group, Grade.Good);
        Assert.IsType<NotFound>((await app.SendAs(third, new SaveAssessmentCommand(sheetId, all, "", true))).Error);
        List<MarkEntry> marks = [.. view.Sheet.Lines.Select((l, i) => new MarkEntry(l.Criterion.Id, i == 0 ? Grade.Good : Grade.Satisfactory, "Шешім"))];
        await OkAsync(app.SendAs(third, new SaveAssessmentCommand(sheetId, marks, "", true)));
        await OkAsync(app.SendAs(third, new SignAssessmentCommand(sheetId)));

        var result = Assert.Single((await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results);
        Assert.Equal([Grade.Good, Grade.Good, Grade.Satisfactory], result.Lines.Select(l => l.Level));
        Assert.Equal((Grade.Good, 3), (result.Grade, result.Assessors));
    }

    [Fact]
    public async Task A_moderator_begins_from_the_assessors_levels_and_both_grades_are_kept()
    {
        var work = await WorkAsync(plan => plan.SetProperty(p => p.ModerationPercent, 100));
        await MarkAsync(await AssessorAsync(), work, Grade.Unsatisfactory);
        var moderator = await app.Data.PersonAsync(Role.Moderator);
        Assert.Empty((await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results);
        Assert.Equal(1, (await app.SendAs(moderator, new GetModerationQuery())).Value.Waiting);

        var sheetId = (await app.SendAs(moderator, new TakeNextModerationCommand(Guid.CreateVersion7()))).Value;
        var view = (await app.SendAs(moderator, new GetAssessmentQuery(sheetId))).Value;
        Assert.All(view.Sheet.Lines, l => Assert.Equal(Grade.Unsatisfactory, l.Level));
        Assert.Equal(SheetRole.First, Assert.Single(view.Earlier).Role);
        await OkAsync(app.SendAs(moderator, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Satisfactory), "Дәлел жеткілікті", true)));
        await OkAsync(app.SendAs(moderator, new SignAssessmentCommand(sheetId)));

        var moderated = Assert.Single((await app.SendAs(moderator, new GetModerationQuery())).Value.Moderated);
        Assert.Equal((work.Enrolment.ListenerCode, Grade.Unsatisfactory, Grade.Satisfactory), (moderated.ListenerCode, moderated.Before, moderated.After));
        Assert.Equal(PortfolioStatus.Recommended, await StatusAsync(work));
    }

    [Fact]
    public async Task A_moderator_does_not_moderate_what_they_graded_themselves()
    {
        var work = await WorkAsync(plan => plan.SetProperty(p => p.ModerationPercent, 100));
        var moderator = await app.Data.PersonAsync(Role.Moderator);
        await MarkAsync(moderator, work, Grade.Good);

        Assert.IsType<NothingToAssess>((await app.SendAs(moderator, new TakeNextModerationCommand(Guid.CreateVersion7()))).Error);
    }

    [Fact]
    public async Task Results_of_a_group_are_told_together_and_only_when_all_are_known()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var good = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var weak = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, group: group);
        await app.LookAsync(db => db.AssessmentPlans.ExecuteUpdateAsync(plan => plan.SetProperty(p => p.ReleasesTogether, true)));
        var moderator = await app.Data.PersonAsync(Role.Moderator);
        var assessor = await AssessorAsync();
        await MarkAsync(assessor, good, Grade.Good);

        Assert.Equal(new ResultsNotComplete(1), (await app.SendAs(moderator, new ReleaseResultsCommand(group.Id))).Error);
        await MarkAsync(assessor, weak, Grade.Unsatisfactory);
        Assert.Equal((PortfolioStatus.InAssessment, 0), (await StatusAsync(good), await app.LookAsync(db => db.Certificates.CountAsync())));
        Assert.Empty((await app.SendAs(good.Teacher, new GetMyFeedbackQuery(good.Enrolment.Id))).Value.Results);
        Assert.True(Assert.Single((await app.SendAs(moderator, new GetModerationQuery())).Value.Groups).IsReady);

        Assert.Equal(2, (await app.SendAs(moderator, new ReleaseResultsCommand(group.Id))).Value);
        Assert.Equal((PortfolioStatus.Recommended, PortfolioStatus.ReAssessment), (await StatusAsync(good), await StatusAsync(weak)));
        Assert.Equal(0, (await app.SendAs(moderator, new ReleaseResultsCommand(group.Id))).Value);
        Assert.IsType<Forbidden>((await app.SendAs(assessor, new ReleaseResultsCommand(group.Id))).Error);
    }

    [Theory]
    [InlineData(Grade.Good, AppealStatus.Upheld, PortfolioStatus.Recommended, 1)]
    [InlineData(Grade.Unsatisfactory, AppealStatus.Dismissed, PortfolioStatus.ReAssessment, 0)]
    public async Task An_appeal_is_marked_anew_by_another_assessor(Grade again, AppealStatus outcome, PortfolioStatus status, int certificates)
    {
        var work = await WorkAsync();
        var first = await AssessorAsync();
        await MarkAsync(first, work, Grade.Unsatisfactory);
        var lodge = new LodgeAppealCommand(Guid.CreateVersion7(), work.Enrolment.Id, $"Мен, {work.Teacher.FamilyName}, келіспеймін");
        await OkAsync(app.SendAs(work.Teacher, lodge));
        await OkAsync(app.SendAs(work.Teacher, lodge));
        Assert.IsType<NothingToAppeal>((await app.SendAs(work.Teacher, lodge with { AppealId = Guid.CreateVersion7() })).Error);
        Assert.IsType<AppealIsOpen>((await app.Data.HandInAsync(work.Teacher, work.Enrolment.Id, TestData.Report("Жаңа нұсқа"))).Error);
        Assert.IsType<NothingToAssess>((await TakeAsync(first)).Error);

        var other = await AssessorAsync();
        var sheetId = (await TakeAsync(other)).Value;
        var view = (await app.SendAs(other, new GetAssessmentQuery(sheetId))).Value;
        Assert.Equal((SheetRole.Appeal, 0, "Мен, ▇▇▇, келіспеймін"), (view.Sheet.Role, view.Earlier.Count, view.Appeal));
        Assert.All(view.Sheet.Lines, l => Assert.Null(l.Level));
        await SignAsync(other, sheetId, work, again);

        var result = Assert.Single((await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results);
        Assert.Equal((outcome, outcome == AppealStatus.Upheld ? again : Grade.Unsatisfactory), (result.Appeal!.Status, result.Grade));
        Assert.Equal((status, certificates), (await StatusAsync(work), await app.LookAsync(db => db.Certificates.CountAsync())));
        if (outcome == AppealStatus.Dismissed)
        {
            Assert.Null((await app.Data.HandInAsync(work.Teacher, work.Enrolment.Id, TestData.Report("Жаңа нұсқа"))).Error);
        }
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task An_appeal_has_its_term(int days, bool isTaken)
    {
        var work = await WorkAsync();
        await MarkAsync(await AssessorAsync(), work, Grade.Satisfactory);
        app.Time.Advance(TimeSpan.FromDays(days));

        var result = await app.SendAs(work.Teacher, new LodgeAppealCommand(Guid.CreateVersion7(), work.Enrolment.Id, "Неге"));

        Assert.Equal(isTaken, result.IsOk);
        Assert.Equal(isTaken ? null : typeof(AppealTermOver), result.Error?.GetType());
    }

    [Fact]
    public async Task Nobody_appeals_before_a_result_or_for_another()
    {
        var work = await WorkAsync();
        var stranger = await app.Data.PersonAsync(Role.Teacher);

        Assert.IsType<NothingToAppeal>((await app.SendAs(work.Teacher, new LodgeAppealCommand(Guid.CreateVersion7(), work.Enrolment.Id, "Неге"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new LodgeAppealCommand(Guid.CreateVersion7(), work.Enrolment.Id, "Неге"))).Error);
    }

    [Fact]
    public async Task Whoever_works_or_worked_at_the_teachers_school_is_never_offered_it()
    {
        var work = await WorkAsync();
        var assessor = await AssessorAsync();
        var world = await app.Data.WorldAsync();
        await app.Data.ChangeAsync(async db =>
        {
            foreach (var id in new[] { work.Teacher.Id, assessor.Id })
            {
                var person = await db.Persons.Include(p => p.Employments).SingleAsync(p => p.Id == id);
                person.WorksAt(world.School.Id, Position.Teacher, new DateOnly(2010, 9, 1));
            }
        });

        Assert.IsType<NothingToAssess>((await TakeAsync(assessor)).Error);
        Assert.True((await TakeAsync(await AssessorAsync())).IsOk);
    }

    [Theory]
    [InlineData(TeachingLanguages.Ru, "", false)]
    [InlineData(TeachingLanguages.Kk | TeachingLanguages.En, "", true)]
    [InlineData(TeachingLanguages.None, "preschool", false)]
    [InlineData(TeachingLanguages.None, "secondary", true)]
    public async Task An_assessor_is_given_the_languages_and_directions_of_the_profile(TeachingLanguages languages, string direction, bool isGiven)
    {
        await WorkAsync();
        var assessor = await AssessorAsync();
        var moderator = await app.Data.PersonAsync(Role.Moderator);
        await OkAsync(app.SendAs(moderator, new SetAssessorProfileCommand(assessor.Id, languages, direction.Length == 0 ? [] : [direction], 5)));

        Assert.Equal(isGiven ? 1 : 0, (await app.SendAs(assessor, new GetAssessmentsQuery())).Value.Waiting);
        Assert.Equal(isGiven, (await TakeAsync(assessor)).IsOk);
    }

    [Fact]
    public async Task An_assessor_has_no_more_open_than_the_profile_allows()
    {
        await WorkAsync();
        await WorkAsync();
        var assessor = await AssessorAsync();
        await app.SendAs(await app.Data.PersonAsync(Role.Moderator), new SetAssessorProfileCommand(assessor.Id, TeachingLanguages.None, [], 1));
        await OkAsync(TakeAsync(assessor));

        Assert.IsType<TooManyOpenSheets>((await TakeAsync(assessor)).Error);
        Assert.True((await app.SendAs(assessor, new GetAssessmentsQuery())).Value.IsFull);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_given_back_or_taken_back_waits_for_another(bool byModerator)
    {
        var work = await WorkAsync();
        var assessor = await AssessorAsync();
        var sheetId = (await TakeAsync(assessor)).Value;
        var who = byModerator ? await app.Data.PersonAsync(Role.Moderator) : assessor;
        Assert.IsType<NotFound>((await app.SendAs(await AssessorAsync(), new ReturnSheetCommand(sheetId, "Бөтен"))).Error);

        await OkAsync(app.SendAs(who, new ReturnSheetCommand(sheetId, "Авторын таныдым")));

        Assert.IsType<NotFound>((await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Error);
        Assert.IsType<NothingToAssess>((await TakeAsync(assessor)).Error);
        await MarkAsync(await AssessorAsync(), work, Grade.Good);
        Assert.Equal(PortfolioStatus.Recommended, await StatusAsync(work));
    }

    [Fact]
    public async Task What_was_saved_in_another_window_is_not_written_over_and_the_same_sent_twice_is_no_fault()
    {
        var work = await WorkAsync();
        var assessor = await AssessorAsync();
        var sheetId = (await TakeAsync(assessor)).Value;
        var save = new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Good), "Бірінші терезе", false, Shown: 0);

        await OkAsync(app.SendAs(assessor, save));
        await OkAsync(app.SendAs(assessor, save));
        var other = await app.SendAs(assessor, save with { Comment = "Екінші терезе" });

        Assert.IsType<SheetSavedElsewhere>(other.Error);
        var view = (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value;
        Assert.Equal(("Бірінші терезе", 1), (view.Sheet.Comment, view.Sheet.Saves));
        await OkAsync(app.SendAs(assessor, save with { Comment = "Екінші терезе", Shown = 1 }));
    }

    private static async Task OkAsync<T>(Task<Result<T>> sending) => Assert.Null((await sending).Error);

    private Task<Person> AssessorAsync() => app.Data.PersonAsync(Role.Assessor);

    private Task<Result<Guid>> TakeAsync(Person assessor) => app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()));

    private Task<PortfolioStatus> StatusAsync(Work work) => app.LookAsync(db => db.Portfolios.Where(p => p.Id == work.Portfolio.Id).Select(p => p.Status).SingleAsync());

    private async Task<Work> WorkAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<AssessmentPlan>>? plan = null)
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        if (plan is not null)
        {
            await app.LookAsync(db => db.AssessmentPlans.ExecuteUpdateAsync(plan));
        }

        return work;
    }

    private async Task<SignedSheet> MarkAsync(Person assessor, Work work, params Grade?[] levels)
    {
        var sheetId = await TakeAsync(assessor);
        Assert.Null(sheetId.Error);
        return await SignAsync(assessor, sheetId.Value, work, levels);
    }

    private async Task<SignedSheet> SignAsync(Person assessor, Guid sheetId, Work work, params Grade?[] levels)
    {
        await OkAsync(app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, levels), "Жалпы пікір", true)));
        var signed = await app.SendAs(assessor, new SignAssessmentCommand(sheetId));
        Assert.Null(signed.Error);
        return signed.Value;
    }
}
