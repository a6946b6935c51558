using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Studies;

/// <summary>The register of studies and the questionnaires of a study.</summary>
public sealed class StudyTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_study_is_entered_written_asked_and_opened()
    {
        var places = await app.Data.WorldAsync();
        var (id, questionnaire) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Null((await app.SendAs(officer, new PlanStudyCommand(id, places.Branch.Id, TestData.StudyContent()))).Error);
        Assert.Null((await app.SendAs(officer, new PlanStudyCommand(id, places.Branch.Id, TestData.StudyContent()))).Error);
        Assert.IsType<NothingToAsk>((await app.SendAs(officer, new OpenStudyCommand(id))).Error);
        Assert.Null((await app.SendAs(officer, new AddQuestionnaireCommand(questionnaire, id, Respondent.Parent, QuestionnaireKind.Survey))).Error);
        Assert.IsType<QuestionnaireThere>((await app.SendAs(officer, new AddQuestionnaireCommand(Guid.CreateVersion7(), id, Respondent.Parent, QuestionnaireKind.Survey))).Error);
        Assert.IsType<NothingToAsk>((await app.SendAs(officer, new OpenStudyCommand(id))).Error);

        var scale = TestData.Question("", QuestionKind.Scale);
        Assert.Null((await app.SendAs(officer, new WriteQuestionCommand(questionnaire, scale, 1))).Error);
        Assert.Null((await app.SendAs(officer, new WriteQuestionCommand(questionnaire, scale, 1))).Error);
        Assert.Null((await app.SendAs(officer, new WriteQuestionCommand(questionnaire, TestData.Question("", QuestionKind.One, options: 2) with { Text = new("Екінші", "Второй", "Second") }, 1))).Error);
        Assert.Equal(["q2", "q1"], await CodesAsync(questionnaire));
        Assert.Null((await app.SendAs(officer, new RemoveQuestionCommand(questionnaire, "q1"))).Error);
        Assert.Null((await app.SendAs(officer, new OpenStudyCommand(id))).Error);
        Assert.Null((await app.SendAs(officer, new OpenStudyCommand(id))).Error);

        Assert.IsType<QuestionnaireFrozen>((await app.SendAs(officer, new WriteQuestionCommand(questionnaire, scale, 1))).Error);
        Assert.Null((await app.SendAs(officer, new DraftQuestionnaireCommand(questionnaire))).Error);
        Assert.Null((await app.SendAs(officer, new WriteQuestionCommand(questionnaire, scale, 9))).Error);
        Assert.Null((await app.SendAs(officer, new FreezeQuestionnaireCommand(questionnaire))).Error);
        var view = (await app.SendAs(officer, new GetQuestionnaireQuery(questionnaire))).Value;
        Assert.Equal((2, false, true), (view.Number, view.IsDraft, view.MayDraft));
        Assert.Equal(["q2", "q3"], view.Content.Questions.Select(q => q.Code));
        Assert.Equal(1, await app.LookAsync(db => db.Studies.CountAsync()));
    }

    [Fact]
    public async Task Who_runs_no_studies_there_neither_sees_nor_changes_one()
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.Scale)]);
        var other = await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch);
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion);
        var teacher = await app.Data.PersonAsync(Role.Teacher);

        Assert.IsType<NotFound>((await app.SendAs(other, new CloseStudyCommand(study.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new ReviseStudyCommand(study.Id, TestData.StudyContent()))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new InviteToStudyCommand(questionnaire.Id, [Guid.CreateVersion7()], []))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetStudyQuery(study.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new GetStudyQuery(study.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(ministry, new CloseStudyCommand(study.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new OpenStudyCommand(study.Id))).Error);
        Assert.IsType<SignInNeeded>((await app.SendAs(null, new GetStudiesQuery(null, null, 1))).Error);
        Assert.IsType<NotFound>((await app.SendAs(officer, new PlanStudyCommand(Guid.CreateVersion7(), (await app.Data.WorldAsync()).OtherBranch.Id, TestData.StudyContent()))).Error);

        var read = (await app.SendAs(ministry, new GetStudyQuery(study.Id))).Value;
        Assert.False(read.MayRun);
        Assert.Null(Assert.Single(read.Questionnaires).Token);
        Assert.Equal(1, (await app.SendAs(ministry, new GetStudiesQuery(null, null, 1))).Value.Total);
        Assert.Equal(0, (await app.SendAs(teacher, new GetStudiesQuery(null, null, 1))).Value.Total);
        Assert.Equal(0, (await app.SendAs(officer, new GetStudiesQuery(StudyKind.Course, null, 1))).Value.Total);
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_stands_at_its_field()
    {
        var places = await app.Data.WorldAsync();
        var content = TestData.StudyContent() with { Title = new("", "Р", ""), EndsOn = new DateOnly(2026, 1, 31), Methods = StudyMethods.None };

        var faults = Assert.IsType<InvalidInput>((await app.SendAs(officer, new PlanStudyCommand(Guid.CreateVersion7(), places.Branch.Id, content))).Error).Faults;

        Assert.Equal(["EndsOn", "Methods", "TitleEn", "TitleKk"], faults.Select(f => f.Field).Order(StringComparer.Ordinal));
    }

    private async Task<IEnumerable<string>> CodesAsync(Guid questionnaire) =>
        (await app.SendAs(officer, new GetQuestionnaireQuery(questionnaire))).Value.Content.Questions.Select(q => q.Code);
}
