using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Domain.Tests.Studies;

/// <summary>Levels by competence.</summary>
public sealed class NeedsDiagnosisTests
{
    private static readonly LevelLines Lines = new(50, 80);

    [Theory]
    [InlineData(0, 100, NeedLevel.Basic)]
    [InlineData(49, 100, NeedLevel.Basic)]
    [InlineData(50, 100, NeedLevel.Medium)]
    [InlineData(79, 100, NeedLevel.Medium)]
    [InlineData(80, 100, NeedLevel.High)]
    [InlineData(100, 100, NeedLevel.High)]
    [InlineData(149, 300, NeedLevel.Basic)]
    [InlineData(150, 300, NeedLevel.Medium)]
    [InlineData(239, 300, NeedLevel.Medium)]
    [InlineData(240, 300, NeedLevel.High)]
    public void A_level_begins_at_its_line(int points, int most, NeedLevel level) => Assert.Equal(level, Lines.LevelOf(points, most));

    [Fact]
    public void Every_question_of_a_competence_weighs_alike_and_what_was_not_asked_has_no_level()
    {
        var content = new QuestionnaireContent(
        [
            AnswerSetTests.Asked("q1", QuestionKind.One, options: 3, need: "joint_online_projects"),
            AnswerSetTests.Asked("q2", QuestionKind.Scale, need: "quick_online_feedback"),
            AnswerSetTests.Asked("q3", QuestionKind.Matrix, options: 2, rows: 2, need: "tasks_for_aims"),
            AnswerSetTests.Asked("q4", QuestionKind.Scale),
        ]);
        var answers = AnswerSet.Read(content, new Dictionary<string, IReadOnlyList<string>> { ["q1"] = ["1"], ["q2"] = ["10"], ["q3.0"] = ["1"], ["q3.1"] = ["0"], ["q4"] = ["1"] }).Value;

        var diagnosis = NeedsDiagnosis.Of(Guid.CreateVersion7(), Guid.CreateVersion7(), content, answers, Lines, Guid.CreateVersion7(), null, DateTime.UnixEpoch);

        Assert.Equal(
            [(Competence.Planning, 50, 100, NeedLevel.Medium), (Competence.Technology, 150, 200, NeedLevel.Medium)],
            diagnosis.Levels.Select(l => (l.Competence, l.Points, l.Most, l.Level)));
    }

    [Fact]
    public void The_needs_have_codes_of_their_own() => Assert.Equal(Need.All.Count, Need.All.Select(n => n.Code).Distinct().Count());
}
