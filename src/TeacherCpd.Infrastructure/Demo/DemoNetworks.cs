using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Infrastructure.Persistence;
using static TeacherCpd.Infrastructure.Demo.DemoWorld;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// Yearly lists of two regions, approved, as a draft and withdrawn; events of coaches, planned, held and cancelled; visits in every state, with a
/// report that contradicts itself, as one of the 2022 report does.
/// </summary>
internal sealed class DemoNetworks(AppDbContext db, DemoWorld world)
{
    private readonly List<Organisation> kostanay = SchoolsOf(world, "kz/39/");
    private readonly List<Organisation> turkistan = SchoolsOf(world, "kz/61/");
    private readonly int year = PlanYear.Of(PlanYearKind.School, world.Today).Start;

    /// <summary>Adds them.</summary>
    public void Add()
    {
        AddLists();
        AddEvents();
        AddVisits();
    }

    private static List<Organisation> SchoolsOf(DemoWorld world, string path) =>
        [.. world.Places.Values
            .Where(o => o.Kind == OrganisationKind.School && o.Path.StartsWith(path, StringComparison.Ordinal))
            .OrderBy(o => o.Id == world.School.Id ? 0 : 1)
            .ThenBy(o => o.Path, StringComparer.Ordinal)];

    private void AddLists()
    {
        var last = List("kz/39/", year - 1, 480, (kostanay[0], [kostanay[1], kostanay[2]]));
        Ok(last.Approve("11-4/512", world.Today.AddDays(-470), world.Ago(470)));
        var current = List("kz/39/", year, 140, (kostanay[0], [kostanay[1], kostanay[2]]), (kostanay[3], [kostanay[4], kostanay[1]]));
        Ok(current.Approve("11-4/874", world.Today.AddDays(-130), world.Ago(130)));
        var next = List("kz/39/", year + 1, 6, (kostanay[5], []));
        Ok(next.TakeOver(current));

        var wrong = List("kz/61/", year, 150, (turkistan[0], [turkistan[1]]));
        Ok(wrong.Withdraw("Аудандық бөлімдердің ұсыныстары толық емес: тізім қайта жасалады.", world.Ago(145)));
        var right = List("kz/61/", year, 144, (turkistan[0], [turkistan[1], turkistan[2]]));
        Ok(right.Approve("03-17/1120", world.Today.AddDays(-128), world.Ago(128)));
    }

    private NetworkList List(string region, int start, int daysAgo, params (Organisation Leader, Organisation[] Partners)[] networks)
    {
        var list = new NetworkList
        {
            RegionId = world.Places[region].Id,
            YearStart = start,
            MadeById = world.Of(DemoAccounts.RegionalOfficer).Id,
            MadeAt = world.Ago(daysAgo),
        };
        foreach (var (leader, partners) in networks)
        {
            var entry = Guid.CreateVersion7();
            Ok(list.Lead(entry, leader.Id));
            foreach (var partner in partners)
            {
                Ok(list.Join(entry, partner.Id));
            }
        }

        db.NetworkLists.Add(list);
        return list;
    }

    private void AddEvents()
    {
        var teacher = world.Of(DemoAccounts.Teacher);
        db.SchoolCoaches.Add(new SchoolCoach { PersonId = teacher.Id, SchoolId = kostanay[0].Id, Direction = CoachDirection.AssessmentTasks, TrainedOn = world.Today.AddDays(-300) });
        var colleague = world.Teachers.First(t => t.School.Id == kostanay[0].Id).Person;
        var guest = world.Teachers.First(t => t.School.Id == kostanay[1].Id).Person;

        var held = Event(teacher, CoachEventKind.Seminar, "Қалыптастырушы бағалау тапсырмаларын құрастыру", -40, 0, "№1 мектептің конференц-залы", null, 3);
        Ok(held.Hold(
            [new(kostanay[0].Id, 12, [colleague.Id]), new(kostanay[1].Id, 7, [guest.Id]), new(kostanay[2].Id, 4, [])],
            "Әр мектеп екі тапсырмаға дескриптор жазып, ортақ қорға салды.",
            world.Today,
            world.Ago(39)));
        var round = Event(colleague, CoachEventKind.RoundTable, "Өзара сабаққа қатысу мәдениеті", -15, 0, "", "https://meet.example.kz/dongelek-ustel", 2);
        Ok(round.Hold([new(kostanay[0].Id, 9, []), new(kostanay[1].Id, 5, [])], "Кестені бірге жоспарлау ұсынылды.", world.Today, world.Ago(14)));
        Event(teacher, CoachEventKind.MasterClass, "Жиынтық бағалауға критерий жазу", 12, 0, "№1 мектеп, 204-кабинет", null, 3);
        Event(teacher, CoachEventKind.Practicum, "Деректерді талдау практикумы", -2, 1, "№1 мектеп", null, 2);
        var cancelled = Event(colleague, CoachEventKind.Webinar, "Сараланған тапсырмалар", -25, 0, "", "https://meet.example.kz/saralangan", 3);
        Ok(cancelled.Cancel("Карантинге байланысты: наурызға жоспарланады.", world.Ago(27)));
    }

    private CoachEvent Event(Person coach, CoachEventKind kind, string topic, int inDays, int length, string place, string? link, int schools)
    {
        var from = world.Today.AddDays(inDays);
        var planned = CoachEvent.Plan(
            Guid.CreateVersion7(), coach.Id, kostanay[0].Id, new CoachEventPlan(kind, topic, from, from.AddDays(length), place, link, Language.Kk), [.. kostanay.Take(schools).Select(s => s.Id)]).Value;
        db.CoachEvents.Add(planned);
        return planned;
    }

    private void AddVisits()
    {
        var coordinator = world.Of(DemoAccounts.Coordinator);
        var trainer = world.Of(DemoAccounts.Trainer);
        var template = VisitTemplate.Write(
            Guid.CreateVersion7(),
            world.Places["kz/pso/B39/"].Id,
            "Жобадан кейінгі мониторинг",
            [
                new(VisitStageKind.Preparation, 7, "Деректерді жинап, сауалнамаларды әзірлеу."),
                new(VisitStageKind.Survey, 21, "Оқушылар мен мұғалімдерден онлайн сауалнама алып, аралық есеп жазу."),
                new(VisitStageKind.Programme, 28, "Бару бағдарламасы мен сұхбат сұрақтарын дайындау."),
                new(VisitStageKind.Visit, 40, "Сабақтарды бақылау, сұхбат алу, шеберлік сабақтарын өткізу."),
                new(VisitStageKind.Report, 60, "Қорытынды талдау есебін жазып, мектепке жіберу."),
            ],
            world.Ago(200)).Value;
        db.VisitTemplates.Add(template);

        // numbers of the first are those of the 2022 report (L5033 to L5064); the second observed 40 of 39 teachers, as a row of it does
        var first = Visit(template, kostanay[0], -35, coordinator, trainer);
        Close(first, trainer, 5, [22, 3], [83, 19], [24], [66, 22, 17, 17, 16, 9], [11]);
        Ok(first.Send(world.Ago(4)));
        var notice = new VisitNotice { VisitId = first.Id, PersonId = world.Of(DemoAccounts.SchoolCoordinator).Id, WrittenAt = world.Ago(4) };
        Ok(notice.Move(ReminderStatus.Sending, world.Ago(4)));
        Ok(notice.Move(ReminderStatus.Sent, world.Ago(4)));
        db.VisitNotices.Add(notice);

        var second = Visit(template, kostanay[3], -39, coordinator, trainer);
        Close(second, trainer, 5, [39, 2], [120, 31], [18], [58, 30, 40, 14, 20, 6], [8]);
        Ok(second.Send(world.Ago(2)));

        var running = Visit(template, kostanay[1], -32, coordinator, trainer);
        Close(running, trainer, 2, [28, 2], [64, 15]);
        var ready = Visit(template, kostanay[4], -38, coordinator, trainer);
        Close(ready, trainer, 5, [25, 2], [70, 21], [20], [44, 19, 21, 12, 15, 5], [7]);
        Ok(Visit(template, kostanay[2], -90, coordinator, trainer).Cancel("Мектеп күрделі жөндеуге жабылды.", world.Ago(80)));
    }

    private SchoolVisit Visit(VisitTemplate template, Organisation school, int inDays, Person plannedBy, Person carriedOutBy)
    {
        var visit = SchoolVisit.Plan(Guid.CreateVersion7(), template, school.Id, world.Today.AddDays(inDays), plannedBy.Id).Value;
        foreach (var stage in visit.Stages)
        {
            Ok(visit.Entrust(stage.Kind, carriedOutBy.Id, stage.DueOn));
        }

        db.SchoolVisits.Add(visit);
        return visit;
    }

    private void Close(SchoolVisit visit, Person by, int stages, params int[][] numbers)
    {
        string[] outcomes =
        [
            "Мектептің даму жоспары мен өткен жылғы деректер жиналды, сауалнамалар дайындалды.",
            "Мұғалімдер топтық жұмысты жиі қолданады; оқушылар кері байланыстың аздығын айтады. Аралық есеп жазылды.",
            "Үш күндік бағдарлама мен сұхбат сұрақтары әкімшілікпен келісілді.",
            "Сабақтар бақыланды, сұхбаттар алынды, шеберлік сабақтары өтті. Күшті жағы: мақсат қою; әлсіз жағы: саралау.",
            "Қорытынды есеп: саралау мен бағалау критерийлері бойынша ұсынымдар берілді.",
        ];
        foreach (var kind in VisitStages.All.Take(stages))
        {
            var place = (int)kind;
            var counts = kind.Counts().Zip(numbers[place]).ToDictionary(p => p.First, p => p.Second);
            Ok(visit.Close(kind, counts, outcomes[place], by.Id, world.Ago(30 - (5 * place))));
        }
    }
}
