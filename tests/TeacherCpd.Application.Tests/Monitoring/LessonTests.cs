using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>The observation of a lesson: kept, signed, answered, sent late by a phone, counted.</summary>
public sealed class LessonTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);
    private static readonly LessonNotes Notes = TestData.Lesson(Today, "dialogue_with_pupils", "time_not_managed");

    private TestApp app = null!;
    private Person trainer = null!;
    private Person teacher = null!;
    private SupportContact contact = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        contact = await app.Data.ContactAsync(Today, teacher, trainer, kind: ContactKind.Observation);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task By_its_signature_the_contact_took_place_and_the_teacher_reads_and_answers()
    {
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetMyLessonQuery(contact.Id))).Error);
        Assert.Null((await app.SendAs(trainer, new SaveLessonCommand(contact.Id, Notes with { NextSteps = "" }, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetMyLessonQuery(contact.Id))).Error);
        Assert.Null(await app.LookAsync(db => db.SupportContacts.Where(c => c.Id == contact.Id).Select(c => c.DoneAt).SingleAsync()));

        Assert.Null((await app.SendAs(trainer, new SignLessonCommand(contact.Id, Notes, (await SeenAsync()).Shown))).Error);

        var saved = await app.LookAsync(db => db.SupportContacts.SingleAsync(c => c.Id == contact.Id));
        Assert.Equal((Notes.NextSteps, TestApp.Start.UtcDateTime), (saved.Outcome, saved.DoneAt));
        Assert.Equal(6, await app.LookAsync(db => db.Reminders.CountAsync(r => r.ContactId == contact.Id && r.Status == ReminderStatus.Cancelled)));
        var read = (await app.SendAs(teacher, new GetMyLessonQuery(contact.Id))).Value;
        Assert.Equal((Notes.Topic, Notes.LessonOn), (read.Notes!.Topic, read.Notes.LessonOn));
        Assert.Equal(Notes.Marks, read.Notes.Marks);
        Assert.Equal(Notes.Signs, read.Notes.Signs);
        Assert.Equal(LessonStatus.Delivered, Assert.Single((await app.SendAs(teacher, new GetMySupportQuery())).Value.Contacts).Lesson);
        Assert.Contains((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.Path == $"/my/support/{contact.Id}/lesson");

        Assert.Null((await app.SendAs(teacher, new AnswerLessonCommand(contact.Id, FeedbackValue.HelpsInPart, " Уақыт аз\r\nболды "))).Error);
        Assert.Null((await app.SendAs(teacher, new AnswerLessonCommand(contact.Id, FeedbackValue.HelpsInPart, "Уақыт аз\nболды"))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(teacher, new AnswerLessonCommand(contact.Id, FeedbackValue.Helps, ""))).Error);
        var answered = await SeenAsync();
        Assert.Equal((LessonStatus.Answered, FeedbackValue.HelpsInPart, "Уақыт аз\nболды"), (answered.Status, answered.Value, answered.Answer));
        Assert.DoesNotContain((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.Path == $"/my/support/{contact.Id}/lesson");
    }

    [Fact]
    public async Task A_form_that_a_phone_sends_many_times_at_once_signs_one()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.SendAs(trainer, new SignLessonCommand(contact.Id, Notes, null)))));

        Assert.All(results, r => Assert.Null(r.Error));
        var lesson = await app.LookAsync(db => db.SupportLessons.Include(l => l.Marks).Include(l => l.Signs).SingleAsync());
        Assert.Equal((4, 2), (lesson.Marks.Count, lesson.Signs.Count));
        Assert.IsType<LessonIsSigned>((await app.SendAs(trainer, new SignLessonCommand(contact.Id, Notes with { Topic = "Басқа" }, null))).Error);
    }

    [Fact]
    public async Task What_was_written_elsewhere_meanwhile_is_not_written_over_unasked()
    {
        await app.SendAs(trainer, new SaveLessonCommand(contact.Id, Notes with { Topic = "Үйде" }, null));

        var late = Notes with { Topic = "Телефонда" };
        Assert.IsType<LessonWrittenElsewhere>((await app.SendAs(trainer, new SaveLessonCommand(contact.Id, late, null))).Error);
        Assert.IsType<LessonWrittenElsewhere>((await app.SendAs(trainer, new SignLessonCommand(contact.Id, late, null))).Error);
        Assert.Equal("Үйде", (await SeenAsync()).Notes!.Topic);

        Assert.Null((await app.SendAs(trainer, new SignLessonCommand(contact.Id, late, (await SeenAsync()).Shown))).Error);
        Assert.Equal("Телефонда", (await SeenAsync()).Notes!.Topic);
    }

    [Fact]
    public async Task Only_the_responsible_trainer_writes_and_only_the_teacher_answers()
    {
        var otherTrainer = await app.Data.PersonAsync(Role.Trainer);
        var otherTeacher = await app.Data.PersonAsync(Role.Teacher);
        Assert.IsType<NotFound>((await app.SendAs(otherTrainer, new SaveLessonCommand(contact.Id, Notes, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTrainer, new SignLessonCommand(contact.Id, Notes, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTrainer, new GetLessonQuery(contact.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new SignLessonCommand(contact.Id, Notes, null))).Error);

        await app.SendAs(trainer, new SignLessonCommand(contact.Id, Notes, null));
        Assert.IsType<NotFound>((await app.SendAs(otherTeacher, new GetMyLessonQuery(contact.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTeacher, new AnswerLessonCommand(contact.Id, FeedbackValue.Helps, ""))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new AnswerLessonCommand(contact.Id, FeedbackValue.Helps, ""))).Error);
    }

    [Fact]
    public async Task A_lesson_is_recorded_with_its_sheet_and_other_contacts_without()
    {
        Assert.IsType<LessonNeedsSheet>((await app.SendAs(trainer, new CompleteContactCommand(contact.Id, "Сабақ көрілді"))).Error);
        var survey = await app.Data.ContactAsync(Today, teacher, trainer, kind: ContactKind.Survey);
        Assert.IsType<NotFound>((await app.SendAs(trainer, new SignLessonCommand(survey.Id, Notes, null))).Error);
    }

    [Fact]
    public async Task What_is_missing_is_said_field_by_field_and_a_lesson_of_tomorrow_is_refused()
    {
        var empty = new LessonNotes(null, "", "", "", [.. Enum.GetValues<LessonParameter>().Select(p => new LessonMark(p, null, ""))], [], "");

        var faults = Assert.IsType<InvalidInput>((await app.SendAs(trainer, new SignLessonCommand(contact.Id, empty, null))).Error).Faults.Select(f => f.Field).ToHashSet();

        Assert.All(
            new[] { "Notes.LessonOn", "Notes.Subject", "Notes.Class", "Notes.Topic", "Notes.NextSteps", "Notes.Marks[0].Level", "Notes.Marks[3].Feedback" },
            field => Assert.Contains(field, faults));
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, new SaveLessonCommand(contact.Id, Notes with { LessonOn = Today.AddDays(1) }, null))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, new SaveLessonCommand(contact.Id, Notes with { Topic = new string('а', 201) }, null))).Error);
        Assert.Null((await app.SendAs(trainer, new SaveLessonCommand(contact.Id, empty, null))).Error);
    }

    [Fact]
    public async Task The_figures_count_signed_lessons_of_the_year_by_level_sign_and_answer()
    {
        var second = await app.Data.ContactAsync(Today, trainer: trainer, kind: ContactKind.Observation);
        var draft = await app.Data.ContactAsync(Today, trainer: trainer, kind: ContactKind.Observation);
        var lastYear = await app.Data.ContactAsync(Today, trainer: trainer, kind: ContactKind.Observation);
        var high = TestData.Lesson(Today, "dialogue_with_pupils");
        high = high with { Marks = [high.Marks[0] with { Level = LessonLevel.High }, .. high.Marks.Skip(1).Select(m => m with { Level = LessonLevel.BelowAverage })] };
        await app.SendAs(trainer, new SignLessonCommand(contact.Id, Notes, null));
        await app.SendAs(trainer, new SignLessonCommand(second.Id, high, null));
        await app.SendAs(trainer, new SaveLessonCommand(draft.Id, Notes, null));
        await app.SendAs(trainer, new SignLessonCommand(lastYear.Id, Notes with { LessonOn = new DateOnly(2025, 12, 31) }, null));
        await app.SendAs(teacher, new AnswerLessonCommand(contact.Id, FeedbackValue.Helps, ""));
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);

        var figures = (await app.SendAs(ministry, new GetLessonFiguresQuery(2026))).Value;

        Assert.Equal((2, 1), (figures.Lessons, figures.Answered));
        Assert.Equal([2, 1, 1, 1], figures.Parameters.Select(p => p.Upper));
        Assert.Equal(1, figures.Parameters[0].Levels[LessonLevel.High]);
        Assert.Equal([("dialogue_with_pupils", 2), ("time_not_managed", 1)], figures.Signs.Select(s => (s.Sign.Code, s.Lessons)));
        Assert.Equal(1, figures.Answers[FeedbackValue.Helps]);
        Assert.Equal(1, (await app.SendAs(ministry, new GetLessonFiguresQuery(2025))).Value.Lessons);
        Assert.Equal((500, 667, 0), (Rounded.PerMille(1, 2), Rounded.PerMille(2, 3), Rounded.PerMille(0, 0)));
    }

    [Fact]
    public async Task An_officer_of_another_region_counts_none_of_them()
    {
        await app.SendAs(trainer, new SignLessonCommand(contact.Id, Notes, null));
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new GetLessonFiguresQuery(2026))).Error);
        var officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion);
        Assert.Equal(0, (await app.SendAs(officer, new GetLessonFiguresQuery(2026))).Value.Lessons);
    }

    private async Task<LessonView> SeenAsync() => (await app.SendAs(trainer, new GetLessonQuery(contact.Id))).Value;
}
