using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Effect;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>What courses led to, from people, contacts, lessons, learners, answers and categories.</summary>
public sealed class EffectTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);
    private static readonly LearnerResults Grown = new(new DateOnly(2025, 10, 20), Today, [new ClassFigures("7 Ә", "Тарих", 24, 11, 23, 16)]);

    private TestApp app = null!;
    private Person officer = null!;
    private Person trainer = null!;
    private Person teacher = null!;
    private ProgrammeVersion programme = null!;
    private StudyGroup course = null!;
    private Enrolment enrolment = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.Data.PersonAsync(Role.EducationOfficer);
        trainer = await app.Data.PersonAsync(Role.Trainer);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        programme = await app.Data.ProgrammeAsync();
        course = await app.Data.GroupAsync(programme, trainer, GroupStatus.Closed);
        enrolment = await app.Data.EnrolmentAsync(course, teacher, EnrolmentStatus.Recommended);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task People_are_counted_by_how_far_they_came()
    {
        foreach (var status in new[]
        {
            EnrolmentStatus.NotRecommended, EnrolmentStatus.Absent, EnrolmentStatus.NotCompleted, EnrolmentStatus.NoShow, EnrolmentStatus.Declined, EnrolmentStatus.Applied,
        })
        {
            await app.Data.EnrolmentAsync(course, status: status);
        }

        var row = Assert.Single((await EffectAsync()).Programmes);

        Assert.Equal((5, 3, 1), (row.Enrolled, row.Finished, row.Recommended));
        Assert.Empty((await EffectAsync(year: 2025)).Programmes);
    }

    [Theory]
    [InlineData(-30, 0, 1, 0, 0, 0)] // on the day
    [InlineData(-30, -40, 1, 0, 0, 0)] // earlier
    [InlineData(-30, 7, 1, 0, 0, 0)] // the last day in time
    [InlineData(-30, 8, 0, 1, 0, 0)] // a day later
    [InlineData(-7, null, 0, 0, 0, 1)] // may still be in time
    [InlineData(-8, null, 0, 0, 1, 0)] // may not
    [InlineData(30, null, 0, 0, 0, 1)] // its day has not come
    public async Task A_contact_is_in_time_a_week_after_its_day(int due, int? late, int inTime, int lateCount, int missed, int open)
    {
        var contact = ContactOn(Today.AddDays(due), ContactKind.Consultation);
        if (late is { } days)
        {
            Assert.Null(contact.Complete("Кеңес өтті", contact.DueOn.AddDays(days), default));
        }

        await app.Data.SaveAsync(contact);

        var report = await EffectAsync();

        Assert.Equal(7, report.DaysInTime);
        var expected = new ContactCounts(inTime, lateCount, missed, open);
        Assert.Equal(expected, Assert.Single(report.Programmes).Contacts);
        Assert.Equal((ContactKind.Consultation, expected), (Assert.Single(report.Kinds).Key, report.Kinds[0].Value));
        Assert.Equal((await app.Data.WorldAsync()).Region.Name, Assert.Single(report.Places).Region);
        Assert.Equal(expected, report.Places[0].Contacts);
    }

    [Fact]
    public async Task Behaviour_comes_from_lessons_and_results_from_learners_and_commissions()
    {
        var (lesson, analysis) = (ContactOn(Today, ContactKind.Observation), ContactOn(Today, ContactKind.AchievementAnalysis));
        await app.Data.SaveAsync(lesson, analysis);
        var notes = TestData.Lesson(Today);
        notes = notes with { Marks = [notes.Marks[0] with { Level = LessonLevel.Average }, .. notes.Marks.Skip(1)] };
        Assert.Null((await app.SendAs(trainer, new SignLessonCommand(lesson.Id, notes, 0))).Error);
        Assert.Null((await app.SendAs(trainer, new CompleteContactCommand(analysis.Id, "Жетістіктер қаралды.", Grown))).Error);
        await app.Data.CategoryAsync(teacher, "moderator", new DateOnly(2021, 6, 25));
        await app.Data.SaveAsync(
            new CategoryRecord { PersonId = teacher.Id, Category = "expert", GrantedOn = course.EndsOn.AddDays(-1), Ground = "№ 1" },
            new CategoryRecord { PersonId = teacher.Id, Category = "expert", GrantedOn = course.EndsOn.AddDays(3), Ground = "№ 2", Basis = CategoryBasis.BroughtAlong });
        Assert.Equal(0, Assert.Single((await EffectAsync()).Programmes).NewCategories);
        await app.Data.SaveAsync(new CategoryRecord { PersonId = teacher.Id, Category = "researcher", GrantedOn = course.EndsOn, Ground = "№ 3 хаттама" });

        var row = Assert.Single((await EffectAsync()).Programmes);

        Assert.Equal((4, 3), (row.Marks, row.UpperMarks));
        Assert.Equal(new LearnerFigures(24, 11, 23, 16), row.Learners);
        Assert.Equal(1, row.NewCategories);
        var person = Assert.Single((await app.SendAs(officer, new GetEffectPeopleQuery(programme.ProgrammeId, 2026, null, 1))).Value.People.Items);
        Assert.Equal((enrolment.Id, 2, 2, "researcher", course.EndsOn), (person.EnrolmentId, person.Done, person.Contacts, person.Category, person.CategoryOn));
        var trail = (await app.SendAs(teacher, new GetTrailQuery(enrolment.Id))).Value;
        Assert.Equal(("expert", "researcher", "№ 3 хаттама"), (trail.CategoryBefore, trail.Next?.Code, trail.Next?.Ground));
        Assert.True(trail.IsMine);
        Assert.Contains(trail.Contacts, c => c.Kind == ContactKind.Observation && c.Levels.Count == 4 && c.DaysLate == 0);
        Assert.Contains(trail.Contacts, c => c.Learners == row.Learners);
    }

    [Fact]
    public async Task Answers_stand_beside_the_targets_of_the_source_and_small_groups_do_not()
    {
        var other = await app.Data.ProgrammeAsync();
        await app.Data.EnrolmentAsync(await app.Data.GroupAsync(other, trainer, GroupStatus.Closed), status: EnrolmentStatus.Recommended);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var (study, questionnaire) = await app.Data.OpenStudyAsync(
        [
            TestData.Question("q1", QuestionKind.One, options: 4, indicator: StudyIndicator.ExpectationsMet, positive: 2),
            TestData.Question("q2", QuestionKind.One, options: 3),
        ]);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Range(0, 12).Select(i => i < 11 ? "q1:1;q2:0" : "q1:3;q2:1"), programme: programme.ProgrammeId);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:0", 20), programme: null);
        Assert.Empty(Row(await EffectAsync(), programme).Indicators);
        Assert.Null((await app.SendAs(coordinator, new CloseStudyCommand(study.Id))).Error);
        Assert.Null((await app.SendAs(coordinator, new PublishStudyCommand(study.Id))).Error);

        var shown = Row(await EffectAsync(), programme).Indicators;
        Assert.Equal((StudyIndicator.ExpectationsMet, (12, 11)), (Assert.Single(shown).Key, shown[StudyIndicator.ExpectationsMet]));

        // four of another programme are too few, and with them the others are hidden from whom the four could be computed
        await app.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:0", 4), programme: other.ProgrammeId);
        var hidden = await EffectAsync();
        Assert.Empty(Row(hidden, programme).Indicators);
        Assert.Empty(Row(hidden, other).Indicators);
    }

    [Fact]
    public async Task Everybody_sees_the_people_of_the_schools_in_reach_only()
    {
        var world = await app.Data.WorldAsync();
        var here = await app.Data.PersonAsync(Role.SchoolCoordinator);
        var elsewhere = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);

        Assert.Single((await app.SendAs(here, new GetEffectQuery(2026, null))).Value.Programmes);
        Assert.Empty((await app.SendAs(elsewhere, new GetEffectQuery(2026, null))).Value.Programmes);
        Assert.IsType<NotFound>((await app.SendAs(here, new GetEffectQuery(2026, world.Region.Id))).Error);
        Assert.Single((await app.SendAs(officer, new GetEffectQuery(2026, world.Region.Id))).Value.Programmes);
        Assert.Empty((await app.SendAs(elsewhere, new GetEffectPeopleQuery(programme.ProgrammeId, 2026, null, 1))).Value.People.Items);
        Assert.True((await app.SendAs(here, new GetTrailQuery(enrolment.Id))).IsOk);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new GetTrailQuery(enrolment.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetTrailQuery(enrolment.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetEffectQuery(2026, null))).Error);
    }

    private static EffectRow Row(EffectReport report, ProgrammeVersion of) => report.Programmes.Single(p => p.ProgrammeId == of.ProgrammeId);

    private async Task<EffectReport> EffectAsync(int year = 2026) => (await app.SendAs(officer, new GetEffectQuery(year, null))).Value;

    private SupportContact ContactOn(DateOnly day, ContactKind kind) =>
        new() { EnrolmentId = enrolment.Id, PersonId = teacher.Id, TrainerId = trainer.Id, Kind = kind, DueOn = day };
}
