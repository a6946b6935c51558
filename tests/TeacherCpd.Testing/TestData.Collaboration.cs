using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Testing;

/// <summary>Pairs, teams and cycles of Lesson Study.</summary>
public sealed partial class TestData
{
    /// <summary>A teacher who began to work a year ago.</summary>
    public Task<Person> BeginnerAsync(Func<World, Domain.Organisations.Organisation>? at = null, DateOnly? since = null) =>
        PersonAsync(Role.Teacher, at, worksSince: since ?? Today.AddYears(-1));

    /// <summary>A pair of the school in a state.</summary>
    public async Task<MentoringPair> PairAsync(Person mentor, Person young, PairStatus status = PairStatus.Running)
    {
        var school = (await WorldAsync()).School.Id;
        var pair = MentoringPair.Propose(
            Guid.CreateVersion7(),
            $"TM-2025-{++counter:000000}",
            new PairProposal(school, mentor.Id, school, young.Id, Today.AddDays(-30), Today.AddDays(100), "Мақсат", null, mentor.Id),
            Now).Value;
        if (status >= PairStatus.Agreed)
        {
            Good(pair.Accept(MentoringSide.Mentor, Now));
            Good(pair.Accept(MentoringSide.Mentee, Now));
        }

        if (status >= PairStatus.Running)
        {
            Good(pair.Begin(Now));
        }

        if (status >= PairStatus.Finished)
        {
            var meeting = new PairMeeting { PairId = pair.Id, HeldOn = Today.AddDays(-3), AuthorId = mentor.Id, Words = "Сабаққа қатыстық", WrittenAt = Now };
            Good(pair.Hold(meeting));
            Good(pair.Answer(meeting.Id, young.Id, null, Now));
            Good(pair.WriteOutcome(MentoringSide.Mentor, "Тәлімгердің қорытындысы", Now));
            Good(pair.WriteOutcome(MentoringSide.Mentee, "Жас педагогтің қорытындысы", Now));
        }

        await SaveAsync(pair);
        return pair;
    }

    /// <summary>A team of the school; the first of the people leads it.</summary>
    public async Task<SchoolTeam> TeamAsync(params Person[] people)
    {
        var team = SchoolTeam.Form(
            Guid.CreateVersion7(), (await WorldAsync()).School.Id, "Оқу командасы", "Мектепті дамыту",
            [.. people.Select((p, i) => new TeamSeat(p.Id, i == 0 ? TeamRole.Leader : TeamRole.Member, ""))], Now).Value;
        await SaveAsync(team);
        return team;
    }

    /// <summary>A running cycle with a taught lesson of the second of three people; the first leads.</summary>
    public async Task<LessonStudy> LessonStudyAsync(Person leader, Person teacher, Person observer, bool isConcluded = false)
    {
        var study = LessonStudy.Plan(
            Guid.CreateVersion7(),
            $"LS-2025-{++counter:000000}",
            (await WorldAsync()).School.Id,
            new LessonStudyPlan(
                "Диалог қалай әсер етеді?", "Математика", "7", Today.AddDays(-30), Today.AddDays(30), ["бірінші", "екінші", "үшінші"],
                [new(leader.Id, StudyRole.Leader), new(teacher.Id, StudyRole.Teacher), new(observer.Id, StudyRole.Observer)]),
            Now).Value;
        var lesson = Guid.CreateVersion7();
        Good(study.PlanLesson(lesson, teacher.Id, Today.AddDays(-2), "Пропорция", "Жоспар"));
        Good(study.Begin(Now));
        Good(study.RecordTaught(lesson, teacher.Id, Today.AddDays(-2)));
        if (isConcluded)
        {
            Good(study.Observe(lesson, observer.Id, "A", "Жолын түсіндірді", Now));
            Good(study.RecordDiscussion(lesson, "Талқыладық"));
            Good(study.Conclude("Диалог дәлелдеуді күшейтті", Now));
        }

        await SaveAsync(study);
        return study;
    }

    private static void Good(Error? error)
    {
        if (error is not null)
        {
            throw new InvalidOperationException(error.Code);
        }
    }
}
