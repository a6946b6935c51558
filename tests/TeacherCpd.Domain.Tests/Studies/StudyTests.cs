using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Domain.Tests.Studies;

/// <summary>A study and the versions of its questionnaires.</summary>
public sealed class StudyTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly StudyContent Content = new(
        StudyKind.Course, new("Зерттеу", "Исследование", ""), false, new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), StudyMethods.Survey,
        new StudyProtocol("а", "ә", "б", "в", "г", "ғ"), []);

    [Fact]
    public void It_goes_from_planned_to_published_and_not_back()
    {
        var study = Study.Plan(Guid.CreateVersion7(), Guid.CreateVersion7(), Content);

        Assert.IsType<StepNotAllowed>(study.Close(Now));
        Assert.Null(study.Open(Now));
        Assert.IsType<StudyFixed>(study.Revise(Content with { HasEnglish = true }));
        Assert.Null(study.Revise(Content with { EndsOn = new DateOnly(2026, 4, 1) }));
        Assert.IsType<StepNotAllowed>(study.Publish(Now));
        Assert.Null(study.Close(Now));
        Assert.Null(study.Publish(Now));
        Assert.IsType<StudyFixed>(study.Revise(Content));
        Assert.IsType<StepNotAllowed>(study.Open(Now));
    }

    [Fact]
    public void It_does_not_begin_before_every_question_of_the_protocol_has_its_answer() =>
        Assert.IsType<ProtocolIncomplete>(Study.Plan(Guid.CreateVersion7(), Guid.CreateVersion7(), Content with { Protocol = Content.Protocol with { Analysts = "" } }).Open(Now));

    [Fact]
    public void What_is_frozen_stays_and_a_changed_question_belongs_to_the_next_version()
    {
        var questionnaire = Questionnaire.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), Respondent.Teacher, QuestionnaireKind.Survey);
        Assert.IsType<NothingToAsk>(questionnaire.Freeze(Now));
        var first = new QuestionnaireContent([AnswerSetTests.Asked("q1", QuestionKind.Scale)]);
        Assert.Null(questionnaire.Write(first));
        Assert.IsType<QuestionnaireDraftThere>(questionnaire.DraftNext());
        Assert.Null(questionnaire.Freeze(Now));

        Assert.IsType<QuestionnaireFrozen>(questionnaire.Write(first));
        Assert.Null(questionnaire.DraftNext());
        Assert.Null(questionnaire.Write(first.With(AnswerSetTests.Asked("q2", QuestionKind.Open), 1)));
        Assert.Equal((1, 2), (questionnaire.Current!.Number, questionnaire.Draft!.Number));
        Assert.Equal(["q1"], questionnaire.Current.Content.Questions.Select(q => q.Code));
        Assert.Equal(["q2", "q1"], questionnaire.Draft.Content.Questions.Select(q => q.Code));
    }

    [Fact]
    public void The_id_of_an_answer_follows_from_the_form_and_carries_no_time()
    {
        var (version, form) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal(AnswerSheet.IdOf(version, form), AnswerSheet.IdOf(version, form));
        Assert.NotEqual(AnswerSheet.IdOf(version, form), AnswerSheet.IdOf(form, version));
        Assert.NotEqual(form.ToString()[..8], AnswerSheet.IdOf(version, form).ToString()[..8]);
    }

    [Theory]
    [InlineData(QuestionKind.One, 2, QuestionnaireKind.Survey, null, null)]
    [InlineData(QuestionKind.One, 1, QuestionnaireKind.Survey, null, "two_options_needed")]
    [InlineData(QuestionKind.Several, 21, QuestionnaireKind.Survey, null, "too_many_lines")]
    [InlineData(QuestionKind.Scale, 0, QuestionnaireKind.Survey, "pupils_ask", "need_in_survey")]
    [InlineData(QuestionKind.Scale, 0, QuestionnaireKind.Diagnosis, "pupils_ask", null)]
    [InlineData(QuestionKind.Scale, 0, QuestionnaireKind.Diagnosis, "unknown", "required")]
    [InlineData(QuestionKind.Open, 0, QuestionnaireKind.Diagnosis, "pupils_ask", "need_not_measured")]
    [InlineData(QuestionKind.Matrix, 2, QuestionnaireKind.Survey, null, "required")]
    public void A_question_that_cannot_be_asked_is_refused(QuestionKind kind, int options, QuestionnaireKind of, string? need, string? fault) =>
        Assert.Equal(fault, AnswerSetTests.Asked("q1", kind, options: options, need: need).FaultFor(true, of)?.Code);

    [Fact]
    public void English_is_needed_where_the_study_has_it()
    {
        var question = AnswerSetTests.Asked("q1", QuestionKind.Scale) with { Text = new LocalizedText("а", "б", "") };

        Assert.Null(question.FaultFor(false, QuestionnaireKind.Survey));
        Assert.Equal("text_in_each_language", question.FaultFor(true, QuestionnaireKind.Survey)?.Code);
    }
}
