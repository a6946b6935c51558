using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Domain.Tests.Attestation;

/// <summary>The term of the appeal commission of the knowledge test (order 83, paragraph 52), in working days.</summary>
public sealed class TestTaskAppealTests
{
    [Theory]
    [InlineData("2026-02-10", "2026-03-03")]
    [InlineData("2026-02-14", "2026-03-06")]
    [InlineData("2026-02-27", "2026-03-20")]
    public void Fifteen_working_days_follow_the_day_of_filing(string filed, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), TestTaskAppeal.DueAfter(DateOnly.Parse(filed, null)));

    [Theory]
    [InlineData("2026-03-03", false)]
    [InlineData("2026-03-04", true)]
    public void A_decision_after_the_term_is_late_and_stands(string decided, bool isLate)
    {
        var appeal = new TestTaskAppeal
        {
            CaseId = Guid.CreateVersion7(),
            TestOn = new DateOnly(2026, 2, 10),
            PercentBefore = 58,
            Task = 1,
            Ground = AppealGround.NoRightAnswer,
            Reason = "Дұрыс жауап жоқ.",
            FiledOn = new DateOnly(2026, 2, 10),
            RecordedAt = new DateTime(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc),
        };
        Assert.Null(appeal.Decide(true, DateOnly.Parse(decided, null), 60));
        Assert.Equal((isLate, 60), (appeal.IsLate, appeal.PercentAfter!.Value));
        Assert.IsType<StepNotAllowed>(appeal.Decide(false, DateOnly.Parse(decided, null), 58));
    }
}
