using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Collaboration;

/// <summary>A cycle of Lesson Study, lesson by lesson.</summary>
public sealed class LessonStudyTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly DateOnly From = new(2026, 2, 1);
    private static readonly DateOnly To = new(2026, 3, 1);
    private static readonly Guid[] People = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
    private static readonly StudySeat[] Seats =
        [new(People[0], StudyRole.Leader), new(People[1], StudyRole.Teacher), new(People[2], StudyRole.Observer), new(People[3], StudyRole.KnowledgeableOther)];

    private readonly LessonStudy study = Plan(Seats).Value;

    [Fact]
    public void A_group_has_three_teachers_one_leader_and_days()
    {
        Assert.IsType<CycleGroupTooSmall>(Plan(Seats[..2]).Error);
        Assert.IsType<CycleGroupTooSmall>(Plan(Seats[0], Seats[1], Seats[3]).Error);
        Assert.Null(Plan(Seats[..3]).Error);
        Assert.IsType<OneLeaderNeeded>(Plan(Seats[1], Seats[2], new StudySeat(People[0], StudyRole.Observer)).Error);
        Assert.IsType<CycleDaysReversed>(LessonStudy.Plan(Guid.CreateVersion7(), "LS", Guid.CreateVersion7(), new("?", "п", "7", To, From, ["а", "ә", "б"], Seats), Now).Error);
        Assert.Equal(["A", "B", "C"], study.Pupils.Select(p => p.Letter));
    }

    [Fact]
    public void Up_to_three_lessons_are_planned_by_those_who_may_teach_within_the_cycle()
    {
        Assert.IsType<NoLessonPlanned>(study.Begin(Now));
        Assert.IsType<TeacherNotInGroup>(study.PlanLesson(Guid.CreateVersion7(), People[2], From, "т", "ж"));
        Assert.IsType<LessonOutsideCycle>(study.PlanLesson(Guid.CreateVersion7(), People[1], To.AddDays(1), "т", "ж"));
        Assert.IsType<LessonOutsideCycle>(study.PlanLesson(Guid.CreateVersion7(), People[1], From.AddDays(-1), "т", "ж"));
        Assert.Null(study.PlanLesson(Guid.CreateVersion7(), People[1], From, "т", "ж"));
        Assert.Null(study.PlanLesson(Guid.CreateVersion7(), People[0], To, "т", "ж"));
        Assert.Null(study.PlanLesson(Guid.CreateVersion7(), People[0], To, "т", "ж"));
        Assert.IsType<LessonsEnough>(study.PlanLesson(Guid.CreateVersion7(), People[0], To, "т", "ж"));
        Assert.Equal([1, 2, 3], study.Lessons.Select(l => l.Number));
    }

    [Fact]
    public void Each_does_the_own_part_of_a_lesson_in_its_time()
    {
        var lesson = Guid.CreateVersion7();
        Assert.Null(study.PlanLesson(lesson, People[1], From, "т", "ж"));
        Assert.IsType<CycleNotBegun>(study.RecordTaught(lesson, People[1], From));
        Assert.Null(study.Begin(Now));
        Assert.IsType<LessonNotObserved>(study.Observe(lesson, People[2], "A", "Көрдім", Now));
        Assert.IsType<NotFound>(study.RecordTaught(lesson, People[0], From));
        Assert.Null(study.RecordTaught(lesson, People[1], From));
        Assert.IsType<NothingObserved>(study.RecordDiscussion(lesson, "Айттық"));
        Assert.IsType<NotFound>(study.Observe(lesson, People[1], "A", "Өз сабағым", Now));
        Assert.IsType<NotFound>(study.Observe(lesson, People[2], "D", "Көрдім", Now));
        Assert.IsType<NotFound>(study.Observe(lesson, Guid.CreateVersion7(), "A", "Көрдім", Now));
        Assert.Null(study.Observe(lesson, People[2], "A", "Көрдім", Now));
        Assert.Null(study.Observe(lesson, People[2], "B", "Көрдім", Now));
        Assert.Null(study.Observe(lesson, People[2], "B", "", Now));
        Assert.Null(study.Observe(lesson, People[2], "A", "Анық көрдім", Now));
        Assert.Equal("Анық көрдім", Assert.Single(study.Observations).Words);
        Assert.IsType<LessonsNotDiscussed>(study.Conclude("Қорытынды", Now));
        Assert.Null(study.RecordDiscussion(lesson, "Айттық"));
        Assert.IsType<LessonNotObserved>(study.Observe(lesson, People[2], "A", "Кеш", Now));
        Assert.IsType<CycleNotConcluded>(study.AgreeToShare(People[0], Now));
        Assert.Null(study.Conclude("Қорытынды", Now));
        Assert.IsType<CycleOver>(study.RecordTaught(lesson, People[1], From));
        Assert.IsType<StepNotAllowed>(study.Abandon("Себеп", Now));
    }

    [Fact]
    public void It_is_shared_once_all_of_the_group_agree()
    {
        var lesson = Guid.CreateVersion7();
        foreach (var step in new Func<Error?>[]
        {
            () => study.PlanLesson(lesson, People[1], From, "т", "ж"), () => study.Begin(Now), () => study.RecordTaught(lesson, People[1], From),
            () => study.Observe(lesson, People[0], "C", "Көрдім", Now), () => study.RecordDiscussion(lesson, "Айттық"), () => study.Conclude("Қорытынды", Now),
        })
        {
            Assert.Null(step());
        }

        foreach (var person in People)
        {
            Assert.Null(study.SharedAt);
            Assert.Null(study.AgreeToShare(person, Now));
        }

        Assert.Equal(Now, study.SharedAt);
        Assert.IsType<NotFound>(study.AgreeToShare(Guid.CreateVersion7(), Now));
    }

    private static Result<LessonStudy> Plan(params StudySeat[] seats) =>
        LessonStudy.Plan(Guid.CreateVersion7(), "LS-2026-000001", Guid.CreateVersion7(), new LessonStudyPlan("?", "пән", "7", From, To, ["а", "ә", "б"], seats), Now);
}
