using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Tests.Monitoring;

/// <summary>The observation of a lesson: what it needs to be signed, what changes afterwards, and the bank of signs.</summary>
public sealed class SupportLessonTests
{
    private static readonly DateTime Now = new(2026, 4, 10, 6, 0, 0, DateTimeKind.Utc);

    private static readonly LessonNotes Whole = new(
        new DateOnly(2026, 4, 9), "Физика", "8 «А»", "Ток күші",
        [.. Enum.GetValues<LessonParameter>().Select(p => new LessonMark(p, LessonLevel.Average, "Пікір"))],
        ["dialogue_with_pupils", "pupils_do_not_ask"], "Келесі қадам");

    private readonly SupportLesson lesson = new() { ContactId = Guid.CreateVersion7(), PersonId = Guid.CreateVersion7(), ObserverId = Guid.CreateVersion7() };

    public static TheoryData<string, LessonNotes> Missing => new()
    {
        { "day", Whole with { LessonOn = null } },
        { "subject", Whole with { Subject = "" } },
        { "class", Whole with { Class = "" } },
        { "topic", Whole with { Topic = "" } },
        { "next steps", Whole with { NextSteps = "" } },
        { "a parameter", Whole with { Marks = [.. Whole.Marks.Skip(1)] } },
        { "a level", Whole with { Marks = [Whole.Marks[0] with { Level = null }, .. Whole.Marks.Skip(1)] } },
        { "feedback on a parameter", Whole with { Marks = [.. Whole.Marks.SkipLast(1), Whole.Marks[^1] with { Feedback = "" }] } },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_draft_may_lack_anything_and_a_signed_one_nothing(string what, LessonNotes notes)
    {
        Assert.Null(lesson.Write(notes, Now));
        Assert.True(lesson.Sign(Now) is LessonIncomplete, what);
        Assert.Equal(LessonStatus.Draft, lesson.Status);

        Assert.Null(lesson.Write(Whole, Now));
        Assert.Null(lesson.Sign(Now));
    }

    [Fact]
    public void Signs_are_optional_and_only_those_of_the_bank_are_kept_once()
    {
        lesson.Write(Whole with { Signs = ["dialogue_with_pupils", "made_up", "dialogue_with_pupils"] }, Now);
        Assert.Equal(["dialogue_with_pupils"], lesson.Notes.Signs);
        lesson.Write(Whole with { Signs = [] }, Now);
        Assert.Empty(lesson.Notes.Signs);
        Assert.Null(lesson.Sign(Now));
    }

    [Fact]
    public void What_is_written_again_replaces_what_stood_there()
    {
        lesson.Write(Whole, Now);
        var later = Whole with { Topic = "Кернеу", Signs = ["time_not_managed"], Marks = [.. Whole.Marks.Select(m => m with { Level = LessonLevel.High })] };
        lesson.Write(later, Now.AddDays(1));

        Assert.Equal(("Кернеу", Now.AddDays(1)), (lesson.Topic, lesson.WrittenAt));
        Assert.Equal(4, lesson.Marks.Count);
        Assert.All(lesson.Marks, m => Assert.Equal(LessonLevel.High, m.Level));
        Assert.Equal(["time_not_managed"], lesson.Notes.Signs);
    }

    [Fact]
    public void A_signed_one_is_not_written_again_nor_signed_twice()
    {
        lesson.Write(Whole, Now);
        lesson.Sign(Now);

        Assert.IsType<LessonIsSigned>(lesson.Write(Whole with { Topic = "Басқа" }, Now));
        Assert.IsType<StepNotAllowed>(lesson.Sign(Now.AddDays(1)));
        Assert.Equal(("Ток күші", Now), (lesson.Topic, lesson.SignedAt));
    }

    [Fact]
    public void The_teacher_answers_a_signed_one_once()
    {
        lesson.Write(Whole, Now);
        Assert.IsType<StepNotAllowed>(lesson.Reply(FeedbackValue.Helps, "", Now));
        lesson.Sign(Now);
        Assert.Null(lesson.Reply(FeedbackValue.HelpsInPart, "Уақыт туралы айтсаңыз", Now));
        Assert.IsType<StepNotAllowed>(lesson.Reply(FeedbackValue.Helps, "", Now));
        Assert.Equal((LessonStatus.Answered, FeedbackValue.HelpsInPart, "Уақыт туралы айтсаңыз"), (lesson.Status, lesson.Value, lesson.Answer));
    }

    [Fact]
    public void The_bank_names_each_sign_once_with_both_sides_of_every_parameter()
    {
        Assert.Equal(LessonSign.All.Count, LessonSign.All.Select(s => s.Code).Distinct().Count());
        Assert.All(LessonSign.All, s => Assert.InRange(s.Code.Length, 1, LessonSign.CodeLength));
        Assert.All(Enum.GetValues<LessonParameter>(), p => Assert.Equal([false, true], LessonSign.All.Where(s => s.Parameter == p).Select(s => s.IsStrong).Distinct().Order()));
    }
}
