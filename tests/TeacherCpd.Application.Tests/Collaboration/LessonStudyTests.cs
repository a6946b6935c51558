using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Collaboration;
using TeacherCpd.Application.Collaboration.LessonStudies;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Collaboration;

/// <summary>Cycles of Lesson Study through the pipeline.</summary>
public sealed class LessonStudyTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private World places = null!;
    private Person leader = null!;
    private Person teacher = null!;
    private Person observer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        places = await app.Data.WorldAsync();
        leader = await app.Data.PersonAsync(Role.Teacher);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        observer = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_cycle_goes_from_its_plan_to_a_shared_report_and_evidence()
    {
        var (id, lesson) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Null((await app.SendAs(leader, Planned(id))).Error);
        Assert.Null((await app.SendAs(leader, Planned(id))).Error);
        Assert.IsType<NoLessonPlanned>((await app.SendAs(leader, new BeginLessonStudyCommand(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new PlanResearchLessonCommand(lesson, id, teacher.Id, Today, "Пропорция", "Жоспар"))).Error);
        Assert.Null((await app.SendAs(leader, new PlanResearchLessonCommand(lesson, id, teacher.Id, Today, "Пропорция", "Жоспар"))).Error);
        Assert.Null((await app.SendAs(leader, new BeginLessonStudyCommand(id))).Error);
        Assert.Null((await app.SendAs(leader, new BeginLessonStudyCommand(id))).Error);
        Assert.Contains((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.TextKey == "lesson_study.today.teach");
        Assert.Contains((await app.SendAs(observer, new GetTodayQuery())).Value.Items, i => i.TextKey == "lesson_study.today.watch");
        Assert.Null((await app.SendAs(teacher, new RecordTaughtCommand(id, lesson, Today))).Error);
        Assert.Contains((await app.SendAs(observer, new GetTodayQuery())).Value.Items, i => i.TextKey == "lesson_study.today.observe");
        Assert.Null((await app.SendAs(observer, new ObservePupilsCommand(id, lesson, ["Жолын түсіндірді", null, "Өзі бастады"]))).Error);
        Assert.Null((await app.SendAs(leader, new ObservePupilsCommand(id, lesson, ["Сызба салды", null, null]))).Error);
        Assert.Equal(["Сызба салды"], Assert.Single((await app.SendAs(leader, new GetLessonStudyQuery(id))).Value.Lessons).Notes.Select(n => n.Words));
        Assert.Contains((await app.SendAs(leader, new GetTodayQuery())).Value.Items, i => i.TextKey == "lesson_study.today.discuss");
        Assert.IsType<Forbidden>((await app.SendAs(observer, new RecordDiscussionCommand(id, lesson, "Айттық"))).Error);
        Assert.Null((await app.SendAs(leader, new RecordDiscussionCommand(id, lesson, "Айттық"))).Error);
        Assert.Equal(3, Assert.Single((await app.SendAs(teacher, new GetLessonStudyQuery(id))).Value.Lessons).Notes.Count);
        Assert.Null((await app.SendAs(leader, new ConcludeLessonStudyCommand(id, "Диалог дәлелдеу әдетін күшейтті."))).Error);
        Assert.Null((await app.SendAs(leader, new ConcludeLessonStudyCommand(id, "Диалог дәлелдеу әдетін күшейтті."))).Error);

        Assert.Null((await app.SendAs(observer, new TakeStudyToRecordCommand(id, 12, Language.Ru))).Error);
        Assert.Null((await app.SendAs(observer, new TakeStudyToRecordCommand(id, 12, Language.Ru))).Error);
        var activity = await app.LookAsync(db => db.DevelopmentActivities.AsNoTracking().SingleAsync());
        Assert.Equal((DevelopmentKind.LessonStudy, "LS-2026-000001", "№14 мектеп (ru)"), (activity.Kind, activity.DocumentNumber, activity.Organiser));
        var coordinator = await app.Data.PersonAsync(Role.SchoolCoordinator);
        Assert.Null((await app.SendAs(coordinator, new ConfirmActivityCommand(activity.Id, activity.Revision))).Error);
        Assert.Contains((await app.SendAs(observer, new GetMyEvidenceQuery())).Value.Proposals, p => p.Reference == "LS-2026-000001");
    }

    [Fact]
    public async Task The_report_is_read_above_once_all_of_the_group_agree()
    {
        var study = await app.Data.LessonStudyAsync(leader, teacher, observer, isConcluded: true);
        var coordinator = await app.Data.PersonAsync(Role.SchoolCoordinator);
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var other = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion);
        Assert.Null((await app.SendAs(leader, new AgreeToShareCommand(study.Id))).Error);
        Assert.Null((await app.SendAs(teacher, new AgreeToShareCommand(study.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetLessonStudyQuery(study.Id))).Error);
        Assert.Null((await app.SendAs(observer, new AgreeToShareCommand(study.Id))).Error);

        Assert.Null((await app.SendAs(coordinator, new GetLessonStudyQuery(study.Id))).Value.Mine);
        Assert.Equal(1, (await app.SendAs(regional, new GetLessonStudiesQuery(1))).Value.Total);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetLessonStudyQuery(study.Id))).Error);
        Assert.Equal(0, (await app.SendAs(other, new GetLessonStudiesQuery(1))).Value.Total);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new AgreeToShareCommand(study.Id))).Error);
    }

    [Fact]
    public async Task A_teacher_plans_with_colleagues_of_the_district_and_takes_part()
    {
        var neighbour = places.District.Under(OrganisationKind.School, "S9", TestData.Text("№9 мектеп"));
        await app.Data.SaveAsync(neighbour);
        var near = await app.Data.PersonAsync(Role.Teacher, _ => neighbour);
        var far = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var two = Planned() with { Members = [new(leader.Id, StudyRole.Leader), new(teacher.Id, StudyRole.Teacher)] };

        Assert.IsType<CycleGroupTooSmall>((await app.SendAs(leader, two)).Error);
        Assert.Equal([far.Iin], Assert.IsType<NotOfDistrict>((await app.SendAs(leader, two with { OtherIins = far.Iin })).Error).Args);
        Assert.IsType<NotInOwnGroup>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), Planned())).Error);
        Assert.Null((await app.SendAs(leader, two with { OtherIins = $" {near.Iin} \n\n{near.Iin}" })).Error);
        Assert.Equal(StudyRole.Observer, (await app.SendAs(near, new GetLessonStudyQuery(two.StudyId))).Value.Mine);
        Assert.IsType<NotFound>((await app.SendAs(far, new GetLessonStudyQuery(two.StudyId))).Error);
        Assert.IsType<NotFound>((await app.SendAs(far, two with { StudyId = Guid.CreateVersion7() })).Error);
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_stands_at_its_field()
    {
        var faults = Assert.IsType<InvalidInput>((await app.SendAs(leader, Planned() with { Question = " ", From = null, Pupils = ["бірі", "", "үшінші"] })).Error).Faults;

        Assert.Equal(["From", "Pupils[1]", "Question"], faults.Select(f => f.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_group_may_give_up_with_a_reason()
    {
        var study = await app.Data.LessonStudyAsync(leader, teacher, observer);

        Assert.IsType<Forbidden>((await app.SendAs(observer, new AbandonLessonStudyCommand(study.Id, "Уақыт жоқ"))).Error);
        Assert.Null((await app.SendAs(leader, new AbandonLessonStudyCommand(study.Id, "Уақыт жоқ"))).Error);
        Assert.Equal((LessonStudyStatus.Abandoned, "Уақыт жоқ"), await app.LookAsync(db => db.LessonStudies.Select(s => ValueTuple.Create(s.Status, s.Conclusions!)).SingleAsync()));
    }

    private PlanLessonStudyCommand Planned(Guid? id = null) => new(
        id ?? Guid.CreateVersion7(), places.School.Id, "Диалог қалай әсер етеді?", "Математика", "7", Today, Today.AddDays(60), ["бірінші", "екінші", "үшінші"],
        [new(leader.Id, StudyRole.Leader), new(teacher.Id, StudyRole.Teacher), new(observer.Id, StudyRole.Observer)], null);
}
