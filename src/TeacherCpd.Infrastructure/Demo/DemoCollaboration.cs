using System.Globalization;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Of the first teacher's school: a running mentoring pair, a team with tasks, a cycle of Lesson Study in the middle and a shared one.</summary>
internal sealed class DemoCollaboration(AppDbContext db, DemoWorld world)
{
    private const string YoungTeacherNumber = "99061540001";

    private readonly Person teacher = world.Of(DemoAccounts.Teacher);
    private readonly List<Person> colleagues = [.. world.Teachers.Where(t => t.School.Id == world.School.Id).Select(t => t.Person)];

    /// <summary>Adds them.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        await AddPairAsync(cancellationToken);
        AddTeam();
        await AddRunningAsync(cancellationToken);
        await AddSharedAsync(cancellationToken);
    }

    private static Guid NewId() => Guid.CreateVersion7();

    private async Task AddPairAsync(CancellationToken cancellationToken)
    {
        var young = AddYoungTeacher();
        var began = world.Today.AddDays(-60);
        var pair = MentoringPair.Propose(
            NewId(),
            await NumberAsync("TM", "mentoring", cancellationToken),
            new PairProposal(
                world.School.Id, teacher.Id, world.School.Id, young.Id, began, world.Today.AddDays(200),
                "Сабақ мақсатын оқушы тілінде жазу; топтық жұмысты өз бетімен ұйымдастыру; әр тоқсанда бір сабақты бірге талдау.", null, world.Of(DemoAccounts.SchoolCoordinator).Id),
            world.Ago(62)).Value;
        DemoWorld.Ok(pair.Accept(MentoringSide.Mentor, world.Ago(61)));
        DemoWorld.Ok(pair.Accept(MentoringSide.Mentee, world.Ago(61)));
        var (visit, consultation) = (NewId(), NewId());
        DemoWorld.Ok(pair.Plan(visit, PairStepKind.LessonVisit, "Тәлімгердің сабағына қатысу: топтық жұмыстың рөлдері", world.Today.AddDays(-40)));
        DemoWorld.Ok(pair.Plan(consultation, PairStepKind.Consultation, "Дескриптор жазу", world.Today.AddDays(-12)));
        DemoWorld.Ok(pair.Plan(NewId(), PairStepKind.JointPlanning, "Ашық сабақты бірге жоспарлау", world.Today.AddDays(5)));
        DemoWorld.Ok(pair.Plan(NewId(), PairStepKind.LessonVisit, "Жас педагогтің сабағына қатысу", world.Today.AddDays(40)));
        DemoWorld.Ok(pair.Begin(world.Ago(60)));
        var first = Meeting(pair, visit, PairStepKind.LessonVisit, 40, teacher, "5-сыныптағы сабаққа қатысты. Рөлдерді бөлу мен уақытты белгілеуді талдадық; келесі аптада өз сабағында байқап көреді.");
        DemoWorld.Ok(pair.Hold(first));
        DemoWorld.Ok(pair.Answer(first.Id, young.Id, "Рөл карточкаларын қолданып көрдім: үнсіз отыратын екі оқушы да сөйледі.", world.Ago(38)));
        DemoWorld.Ok(pair.Hold(Meeting(pair, consultation, PairStepKind.Consultation, 12, young, "Екі тапсырмаға дескриптор жаздық. «Түсінеді» деген сөздің орнына көрінетін әрекетті жазу керек екенін ұқтым.")));
        db.MentoringPairs.Add(pair);
    }

    private PairMeeting Meeting(MentoringPair pair, Guid step, PairStepKind kind, int daysAgo, Person author, string words) => new()
    {
        PairId = pair.Id,
        StepId = step,
        Kind = kind,
        HeldOn = world.Today.AddDays(-daysAgo),
        AuthorId = author.Id,
        Words = words,
        WrittenAt = world.Ago(daysAgo),
    };

    private Person AddYoungTeacher()
    {
        var person = new Person
        {
            Iin = YoungTeacherNumber + Iin.CheckDigit(YoungTeacherNumber)!.Value.ToString(CultureInfo.InvariantCulture),
            FamilyName = "Сәрсенова",
            GivenName = "Айдана",
            Patronymic = "Бақытқызы",
            SortKey = Domain.Common.SortKey.Of("Сәрсенова Айдана Бақытқызы"),
            Email = "aidana@mektep.example",
            Language = Language.Kk,
        };
        person.WorksAt(world.School.Id, Position.Teacher, world.Today.AddDays(-400));
        person.Receives(Role.Teacher, world.School.Id);
        db.Persons.Add(person);
        return person;
    }

    private void AddTeam()
    {
        var (deputy, other) = (colleagues[^1], colleagues[1]);
        var team = SchoolTeam.Form(
            NewId(),
            world.School.Id,
            "Оқу — бәрінің ісі",
            "Мектептегі өзара сабаққа қатысу мәдениетін қалыптастыру: әр мұғалім тоқсанына екі сабаққа қатысып, кері байланыс береді.",
            [
                new(deputy.Id, TeamRole.Leader, "кесте мен келісім"),
                new(teacher.Id, TeamRole.Member, "бақылау парағы мен дерек талдау"),
                new(other.Id, TeamRole.Member, "жас педагогтермен жұмыс"),
            ],
            world.Ago(45)).Value;
        var (sheet, timetable) = (NewId(), NewId());
        DemoWorld.Ok(team.AddTask(sheet, "Сабақты бақылаудың қысқа парағын жасау", teacher.Id, world.Today.AddDays(-20)));
        DemoWorld.Ok(team.AddTask(timetable, "Өзара қатысу кестесін құру", deputy.Id, world.Today.AddDays(-3)));
        DemoWorld.Ok(team.AddTask(NewId(), "Бірінші айдың бақылау парақтарын жинақтап, талдау", teacher.Id, world.Today.AddDays(4)));
        DemoWorld.Ok(team.AddTask(NewId(), "Жас педагогтерге арналған шағын семинар", other.Id, world.Today.AddDays(25)));
        DemoWorld.Ok(team.FinishTask(sheet, teacher.Id, "Бір беттік парақ: мақсат, оқушының әрекеті, бір ұсыныс. Әдістемелік кеңесте қабылданды.", null, world.Ago(21)));
        var review = NewId();
        DemoWorld.Ok(team.PlanReview(review, world.Today.AddDays(-15)));
        DemoWorld.Ok(team.PlanReview(NewId(), world.Today.AddDays(30)));
        DemoWorld.Ok(team.RecordReview(review, "Парақ қолданыла бастады; кесте кешігіп жатыр. Шешім: кестені бейсенбі күні бекітеміз.", world.Ago(15)));
        db.SchoolTeams.Add(team);
    }

    private async Task AddRunningAsync(CancellationToken cancellationToken)
    {
        var study = LessonStudy.Plan(
            NewId(),
            await NumberAsync("LS", "lesson-study", cancellationToken),
            world.School.Id,
            new LessonStudyPlan(
                "Есеп шығару кезіндегі диалог оқушының өз ойын дәлелдеуіне қалай әсер етеді?", "Математика", "7-сынып", world.Today.AddDays(-30), world.Today.AddDays(40),
                [
                    "Есепті тез шығарады, бірақ жолын түсіндірмейді.", "Топта тыңдайды, сирек сөйлейді; жазбаша жұмысы дұрыс.", "Бастапқы қадамда тоқтап қалады, көмек сұрамайды.",
                ],
                [
                    new(teacher.Id, StudyRole.Leader), new(colleagues[2].Id, StudyRole.Teacher), new(colleagues[3].Id, StudyRole.Observer),
                    new(colleagues[^1].Id, StudyRole.KnowledgeableOther),
                ]),
            world.Ago(31)).Value;
        var (first, second) = (NewId(), NewId());
        DemoWorld.Ok(study.PlanLesson(first, teacher.Id, world.Today.AddDays(-20), "Пропорцияға берілген есептер", "Жұптық диалог: бірі шығарады, екіншісі «неге?» деп сұрайды. A — жолын айтады; B — кемінде екі сұрақ қояды; C — бірінші қадамды жұппен табады."));
        DemoWorld.Ok(study.Begin(world.Ago(28)));
        DemoWorld.Ok(study.RecordTaught(first, teacher.Id, world.Today.AddDays(-20)));
        DemoWorld.Ok(study.Observe(first, colleagues[3].Id, "A", "Алғашқы есепте жауабын ғана айтты; «неге?» деген сұрақтан кейін сызбамен түсіндірді.", world.Ago(20)));
        DemoWorld.Ok(study.Observe(first, colleagues[3].Id, "B", "Үш сұрақ қойды, бірақ жауабын күтпей жазып алды.", world.Ago(20)));
        DemoWorld.Ok(study.Observe(first, colleagues[2].Id, "C", "Бірінші қадамды жұбы айтып берді; екінші есепті өзі бастады.", world.Ago(20)));
        DemoWorld.Ok(study.RecordDiscussion(first, "Сұрақ үлгілері жазылған карточка керек: B мен C соған сүйенеді. Келесі сабақта уақытты 3 минутқа ұзартамыз."));
        DemoWorld.Ok(study.PlanLesson(second, colleagues[2].Id, world.Today.AddDays(-2), "Пайызға берілген есептер", "Сұрақ карточкасы бар диалог. A — карточкасыз түсіндіреді; B — жауапты күтіп тыңдайды; C — бірінші қадамды өзі айтады."));
        DemoWorld.Ok(study.RecordTaught(second, colleagues[2].Id, world.Today.AddDays(-2)));
        DemoWorld.Ok(study.Observe(second, colleagues[3].Id, "B", "Жұбының жауабын аяғына дейін тыңдап, бір қатесін тапты.", world.Ago(1.5)));
        DemoWorld.Ok(study.PlanLesson(NewId(), teacher.Id, world.Today.AddDays(20), "Қозғалысқа берілген есептер", "Топтағы диалог: сызбаны бірге салып, әр қадамын дәлелдеу."));
        db.LessonStudies.Add(study);
    }

    private async Task AddSharedAsync(CancellationToken cancellationToken)
    {
        var people = new[] { colleagues[4], colleagues[5], colleagues[6] };
        var study = LessonStudy.Plan(
            NewId(),
            await NumberAsync("LS", "lesson-study", cancellationToken),
            world.School.Id,
            new LessonStudyPlan(
                "Мәтінмен жұмыста сұрақ қоюды үйрету түсінуге қалай көмектеседі?", "Қазақ тілі мен әдебиеті", "5-сынып", world.Today.AddDays(-150), world.Today.AddDays(-90),
                ["Мәтінді тез оқиды, мазмұнын жүзеден айтады.", "Сұрақ қоюға жасқанады.", "Оқу жылдамдығы төмен, тыңдап түсінуі жақсы."],
                [new(people[0].Id, StudyRole.Leader), new(people[1].Id, StudyRole.Teacher), new(people[2].Id, StudyRole.Observer)]),
            world.Ago(151)).Value;
        var lesson = NewId();
        DemoWorld.Ok(study.PlanLesson(lesson, people[1].Id, world.Today.AddDays(-130), "Мәтінге сұрақ қою", "Үш деңгейлі сұрақ: мәтінде бар, мәтін арасында, мәтіннен тыс."));
        DemoWorld.Ok(study.Begin(world.Ago(148)));
        DemoWorld.Ok(study.RecordTaught(lesson, people[1].Id, world.Today.AddDays(-130)));
        DemoWorld.Ok(study.Observe(lesson, people[2].Id, "B", "Дайын бастаулар берілгенде екі сұрақ құрады, дауыстап оқыды.", world.Ago(130)));
        DemoWorld.Ok(study.RecordDiscussion(lesson, "Сұрақтың бастауын беру жасқаншақ оқушыға тірек болды; енді оны біртіндеп азайтамыз."));
        DemoWorld.Ok(study.Conclude("Сұрақ бастаулары бар карточка бес аптадан кейін керек болмай қалды: оқушылар мәтіннен тыс сұрақты да өздері құрады.", world.Ago(92)));
        foreach (var person in people)
        {
            DemoWorld.Ok(study.AgreeToShare(person.Id, world.Ago(90)));
        }

        db.LessonStudies.Add(study);
    }

    private async Task<string> NumberAsync(string letters, string series, CancellationToken cancellationToken)
    {
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"{series}/{world.Today.Year}"), cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{letters}-{world.Today.Year}-{number:000000}");
    }
}
