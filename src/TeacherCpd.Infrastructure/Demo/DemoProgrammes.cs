using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Two programmes on their way: one at the council, one that is being written.</summary>
internal static class DemoProgrammes
{
    public static void Add(AppDbContext db, DemoWorld world, Guid rubricId)
    {
        var teachers = new LocalizedText("мектеп мұғалімдері", "учителя школ", "school teachers");
        var first = Version(
            "D01",
            new LocalizedText(
                "Сабақтағы жасанды интеллект: мұғалімнің зерттеу тәжірибесі",
                "Искусственный интеллект на уроке: исследовательская практика учителя",
                "Artificial intelligence in the lesson: the teacher's practice of inquiry"),
            "secondary");
        Write(first, new VersionContent
        {
            Format = ProgrammeFormat.Blended,
            Audience = teachers,
            StudySummary = "Сауалнамаға 214 мұғалім қатысты: көпшілігі тапсырма құрастыруда қолдау сұрады.",
            Phases = [new(PhaseKind.Classroom, 32, 4), new(PhaseKind.Distance, 40)],
        });
        Advance(first, ProgrammeVersionStatus.PreCourseStudy);
        Advance(first, ProgrammeVersionStatus.Pilot);
        Advance(first, ProgrammeVersionStatus.Corrected, "Академиялық адалдық туралы тапсырма қосылды.");
        Advance(first, ProgrammeVersionStatus.AtCouncil);

        var second = Version(
            "D02",
            new LocalizedText("Биология сабағындағы зерттеу тапсырмалары", "Исследовательские задания на уроке биологии", "Tasks of inquiry in biology lessons"),
            ProgrammeDirections.Subject);
        Write(second, new VersionContent
        {
            Format = ProgrammeFormat.Phased,
            Audience = new LocalizedText("биология мұғалімдері", "учителя биологии", "biology teachers"),
            Languages = TeachingLanguages.Kk | TeachingLanguages.Ru,
            FinalAssessment = FinalAssessment.PortfolioAndPresentation,
            AssessingBodyId = world.Places["kz/pom/"].Id,
            Competences = "planning\nassessment\ninquiry",
            Phases = [new(PhaseKind.Classroom, 32, 4), new(PhaseKind.SchoolPractice, 40, null, 3)],
            Modules =
            [
                new(new LocalizedText("Зертханалық жұмысты жоспарлау", "Планирование лабораторной работы", "Planning laboratory work"), 24, ActivityTypes.LessonPlanning | ActivityTypes.MicroTeaching, false),
                new(new LocalizedText("Зерттеу дағдыларын бағалау", "Оценивание исследовательских навыков", "Assessing skills of inquiry"), 24, ActivityTypes.PeerAssessment | ActivityTypes.Case, false),
            ],
            Support = [new(ContactKind.Observation, 2), new(ContactKind.Consultation, 5)],
        });
        Advance(second, ProgrammeVersionStatus.PreCourseStudy);

        ProgrammeVersion Version(string code, LocalizedText title, string direction)
        {
            var programme = new Programme
            {
                Code = code,
                Title = title,
                Direction = direction,
                CentreId = world.Places["kz/pso/"].Id,
                Audiences = AudienceTypes.Teacher,
            };
            var version = new ProgrammeVersion
            {
                ProgrammeId = programme.Id,
                Number = 1,
                Status = ProgrammeVersionStatus.Draft,
                Format = ProgrammeFormat.NotStated,
                Audience = teachers,
            };
            programme.Add(version);
            db.Programmes.Add(programme);
            db.AssessmentPlans.Add(AssessmentPlan.First(version.Id, rubricId));
            return version;
        }

        void Write(ProgrammeVersion version, VersionContent content) => DemoWorld.Ok(version.Revise(content));

        void Advance(ProgrammeVersion version, ProgrammeVersionStatus to, string? note = null) =>
            DemoWorld.Ok(version.Advance(to, note, world.Of(DemoAccounts.Developer).Id, world.Today.AddDays(-20)));
    }
}
