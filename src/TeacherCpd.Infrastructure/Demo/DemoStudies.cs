using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Infrastructure.Persistence;

using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A published study after a course, an open one, one that is planned, and a needs diagnosis.</summary>
internal sealed class DemoStudies(AppDbContext db, DemoWorld world, LevelLines lines)
{
    private const int Answers = 44;

    private static readonly LocalizedText[] Effect =
    [
        new("толық тиімді болды", "очень эффективно", "very effective"), new("тиімді болды", "эффективно", "effective"), new("тиімді болмады", "неэффективно", "not effective"),
    ];

    private static readonly LocalizedText[] Parts =
    [
        new("сабақты бірге жоспарлау", "совместное планирование урока", "planning a lesson together"), new("микросабақ", "микроурок", "micro-teaching"),
        new("рефлексия", "рефлексия", "reflection"), new("бағалау критерийлерін талдау", "разбор критериев оценивания", "looking at criteria of assessment"),
    ];

    private static readonly LocalizedText[] HowOften =
    [
        new("мүлде емес", "никогда", "never"), new("кейде", "иногда", "sometimes"), new("жиі", "часто", "often"), new("әр сабақта", "на каждом уроке", "in every lesson"),
    ];

    private static readonly string[] Words =
    [
        "Критерийді оқушылармен бірге жазатын болдық.", "Больше практики на своём предмете.", "Тренер сабағыма келіп, нақты кеңес берді.",
        "Не хватает времени на взаимооценивание.", "Ауылда интернет баяу, видео орнына қағаз үлгі керек.", "Группалық жұмыс тыныш әрі нәтижелі өтетін болды.",
        "Хотелось бы продолжения через год.", "Әріптестерімнің сабағына жиі қатысамын.",
    ];

    /// <summary>Adds them.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var programmes = await db.Programmes.ToListAsync(cancellationToken);
        var teaching = programmes.Single(p => p.Code == "P02");
        var centre = world.Places.Values.Single(p => p.Kind == OrganisationKind.Centre);
        var branch = world.Places.Values.Single(p => p.Kind == OrganisationKind.Branch && p.Code == "B39");
        AddPublished(centre, teaching);
        AddOpen(branch, teaching);
        AddDiagnosis(branch, teaching);
        AddPlanned(centre);
    }

    private void AddPlanned(Organisation centre)
    {
        var study = Plan(centre, StudyKind.PreCourse, new("Жаңа бағдарлама алдындағы қажеттіліктер", "Потребности перед новой программой", "Needs before a new programme"), 20, 50, []);
        var questionnaire = Questionnaire.Begin(Guid.CreateVersion7(), study.Id, Respondent.Head, QuestionnaireKind.Survey);
        DemoWorld.Ok(questionnaire.Write(new QuestionnaireContent(
        [
            new("q1", QuestionKind.Several, new("Мектебіңізге қандай курстар керек?", "Какие курсы нужны вашей школе?", "Which courses does your school need?"), KirkpatrickLevel.Results, true,
                [new("бағалау", "оценивание", "assessment"), new("саралау", "дифференциация", "differentiation"), new("цифрлық құралдар", "цифровые инструменты", "digital tools")], []),
        ])));
        db.Add(study);
        db.Add(questionnaire);
    }

    private void AddPublished(Organisation centre, Programme programme)
    {
        var study = Plan(
            centre, StudyKind.PostCourse, new("Курстан кейінгі жыл: мұғалімнің тәжірибесі", "Год после курса: практика учителя", "The year after the course: practice of teachers"), -90, -30, [programme.Id]);
        var questionnaire = Questionnaire.Begin(Guid.CreateVersion7(), study.Id, Respondent.Teacher, QuestionnaireKind.Survey);
        DemoWorld.Ok(questionnaire.Write(new QuestionnaireContent(
        [
            new("q1", QuestionKind.One, new("Курс күткеніңізден шықты ма?", "Оправдал ли курс ожидания?", "Did the course meet your expectations?"), KirkpatrickLevel.Reaction, true,
                [new("толық", "полностью", "fully"), new("ішінара", "частично", "in part"), new("жоқ", "нет", "no")], [], null, StudyIndicator.ExpectationsMet, 2),
            new("q2", QuestionKind.Scale, new("Курс сізге қаншалықты пайдалы болды?", "Насколько полезен был курс?", "How useful was the course to you?"), KirkpatrickLevel.Reaction, true, [], []),
            new("q3", QuestionKind.Several, new("Курстың қай бөлігі ең пайдалы болды?", "Что было самым полезным?", "Which part was the most useful?"), KirkpatrickLevel.Reaction, false, Parts, []),
            new("q4", QuestionKind.Matrix, new("Мыналарды қаншалықты жиі қолданасыз?", "Как часто вы применяете?", "How often do you use the following?"), KirkpatrickLevel.Behaviour, false, HowOften,
                [new("жұптық жұмыс", "работа в парах", "work in pairs"), new("өзара бағалау", "взаимооценивание", "peer assessment")]),
            new("q5", QuestionKind.One, new("Курс тиімді болды ма?", "Был ли курс эффективен?", "Was the course effective?"), KirkpatrickLevel.Reaction, true, Effect, [], null, StudyIndicator.PositiveReaction, 2),
            new("q6", QuestionKind.Open, new("Сабағыңызда не өзгерді?", "Что изменилось на ваших уроках?", "What changed in your lessons?"), KirkpatrickLevel.Results, false, [], []),
        ])));
        DemoWorld.Ok(study.Open(world.Ago(90)));
        DemoWorld.Ok(questionnaire.Freeze(world.Ago(90)));
        db.Add(study);
        db.Add(questionnaire);
        var version = questionnaire.Current!;
        var regions = world.Places.Values.Where(p => p.Kind == OrganisationKind.Region).OrderBy(p => p.Path, StringComparer.Ordinal).Take(3).ToList();
        for (var i = 0; i < Answers; i++)
        {
            Answer(version, i, regions[i % 7 == 0 ? 2 : i % 2].Id, programme.Id);
        }

        DemoWorld.Ok(study.Close(world.Ago(30)));
        DemoWorld.Ok(study.Publish(world.Ago(20)));
    }

    private void Answer(QuestionnaireVersion version, int number, Guid regionId, Guid programmeId)
    {
        var random = world.Random;
        var given = new Dictionary<string, IReadOnlyList<string>>
        {
            ["q1"] = [Text(random.WeightedRandom([0, 1, 2], [.63f, .32f, .05f]))],
            ["q2"] = [Text(random.WeightedRandom([10, 9, 8, 7, 5], [.6f, .14f, .12f, .08f, .06f]))],
            ["q3"] = [.. Enumerable.Range(0, Parts.Length).Where(_ => random.Bool(.6f)).Select(Text)],
            ["q4.0"] = [Text(random.Number(1, 3))],
            ["q4.1"] = [Text(random.Number(0, 2))],
            ["q5"] = [Text(random.WeightedRandom([0, 1, 2], [.68f, .3f, .02f]))],
            ["q6"] = [random.Bool(.4f) ? random.ArrayElement(Words) : ""],
        };
        var answers = AnswerSet.Read(version.Content, given).Value;
        db.AnswerSheets.Add(new AnswerSheet
        {
            Id = AnswerSheet.IdOf(version.Id, random.Guid()),
            VersionId = version.Id,
            Day = world.Today.AddDays(-random.Number(31, 89)),
            IsByLink = number % 4 == 0,
            Language = random.Bool(.7f) ? Language.Kk : Language.Ru,
            RegionId = regionId,
            ProgrammeId = programmeId,
            Marks = answers.Packed,
        });
        db.OpenAnswers.AddRange(answers.Words.Select(w => new OpenAnswer { VersionId = version.Id, Question = w.Key, Words = w.Value }));
    }

    private void AddOpen(Organisation branch, Programme programme)
    {
        var study = Plan(branch, StudyKind.Course, new("Курс мазмұны туралы пікір", "Мнение о содержании курса", "What teachers think of the content of the course"), -5, 25, [programme.Id]);
        var questionnaire = Questionnaire.Begin(Guid.CreateVersion7(), study.Id, Respondent.Teacher, QuestionnaireKind.Survey);
        DemoWorld.Ok(questionnaire.Write(new QuestionnaireContent(
        [
            new("q1", QuestionKind.One, new("Мазмұн мектебіңіздің жағдайына сай ма?", "Отвечает ли содержание реальности вашей школы?", "Does the content fit the reality of your school?"),
                KirkpatrickLevel.Reaction, true, [new("сай", "да", "yes"), new("ішінара", "частично", "in part"), new("сай емес", "нет", "no")], [], null, StudyIndicator.FitsReality, 1),
            new("q2", QuestionKind.One, new("Жаңа білім алдыңыз ба?", "Получили ли вы новые знания?", "Did you get new knowledge?"), KirkpatrickLevel.Knowledge, true,
                [new("иә", "да", "yes"), new("жоқ", "нет", "no")], [], null, StudyIndicator.NewKnowledge, 1),
            new("q3", QuestionKind.Scale, new("Теория мен практиканың тепе-теңдігі қандай?", "Насколько уравновешены теория и практика?", "How balanced are theory and practice?"), KirkpatrickLevel.Reaction, false, [], []),
            new("q4", QuestionKind.Open, new("Нені өзгертер едіңіз?", "Что бы вы изменили?", "What would you change?"), KirkpatrickLevel.Reaction, false, [], []),
        ])));
        DemoWorld.Ok(study.Open(world.Ago(5)));
        DemoWorld.Ok(questionnaire.Freeze(world.Ago(5)));
        db.Add(study);
        db.Add(questionnaire);
        Invite(questionnaire, [world.Of(DemoAccounts.Teacher), world.Of(DemoAccounts.SecondTeacher)]);
    }

    private void AddDiagnosis(Organisation branch, Programme programme)
    {
        var study = Plan(branch, StudyKind.PreCourse, new("АКТ және бағалау: мұғалімнің қажеттілігі", "ИКТ и оценивание: потребности учителя", "ICT and assessment: needs of teachers"), -10, 20, [programme.Id]);
        study.Propose([(Competence.Technology, NeedLevel.Basic, programme.Id)]);
        var questionnaire = Questionnaire.Begin(Guid.CreateVersion7(), study.Id, Respondent.Teacher, QuestionnaireKind.Diagnosis);
        DemoWorld.Ok(questionnaire.Write(new QuestionnaireContent(
        [
            new("q1", QuestionKind.One, new("Онлайн платформаны бірлескен жобаға қолданасыз ба?", "Применяете ли вы онлайн-платформы для совместных проектов?", "Do you use online platforms for joint projects?"),
                KirkpatrickLevel.Behaviour, true, HowOften, [], "joint_online_projects"),
            new("q2", QuestionKind.Scale, new("Сабақта жедел онлайн кері байланыс аласыз ба?", "Получаете ли вы быструю обратную связь онлайн?", "Do you get quick online feedback in lessons?"),
                KirkpatrickLevel.Behaviour, true, [], [], "quick_online_feedback"),
            new("q3", QuestionKind.Scale, new("Критерийді ойлау деңгейіне қарай таңдайсыз ба?", "Подбираете ли вы критерии по уровням мышления?", "Do you choose criteria by thinking level?"),
                KirkpatrickLevel.Behaviour, true, [], [], "tasks_and_criteria"),
            new("q4", QuestionKind.One, new("Оқушылар критерий бойынша өзін бағалай ма?", "Оценивают ли ученики себя по критериям?", "Do pupils assess themselves by criteria?"),
                KirkpatrickLevel.Behaviour, true, HowOften, [], "self_and_peer"),
        ])));
        DemoWorld.Ok(study.Open(world.Ago(10)));
        DemoWorld.Ok(questionnaire.Freeze(world.Ago(10)));
        db.Add(study);
        db.Add(questionnaire);
        var version = questionnaire.Current!;
        var teachers = world.Teachers.Take(24).Select(t => t.Person).Append(world.Of(DemoAccounts.Teacher)).DistinctBy(p => p.Id).ToList();
        foreach (var teacher in teachers)
        {
            var given = new Dictionary<string, IReadOnlyList<string>>
            {
                ["q1"] = [Text(world.Random.Number(0, 3))],
                ["q2"] = [Text(world.Random.Number(1, 9))],
                ["q3"] = [Text(world.Random.Number(3, 10))],
                ["q4"] = [Text(world.Random.Number(0, 3))],
            };
            db.Add(NeedsDiagnosis.Of(
                questionnaire.Id, version.Id, version.Content, AnswerSet.Read(version.Content, given).Value, lines, teacher.Id, world.SchoolOf(teacher)?.Id, world.Ago(3)));
        }

        Invite(questionnaire, [.. teachers, world.Of(DemoAccounts.SecondTeacher)]);
        foreach (var invitation in db.ChangeTracker.Entries<StudyInvitation>().Where(i => i.Entity.QuestionnaireId == questionnaire.Id && teachers.Exists(t => t.Id == i.Entity.PersonId)))
        {
            invitation.Property(i => i.IsAnswered).CurrentValue = true;
        }
    }

    private void Invite(Questionnaire questionnaire, IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            db.StudyInvitations.Add(new StudyInvitation { QuestionnaireId = questionnaire.Id, PersonId = person.Id, InvitedOn = world.Today.AddDays(-5) });
            var at = world.Ago(5);
            var notice = new StudyNotice { QuestionnaireId = questionnaire.Id, PersonId = person.Id, Number = 0, WrittenAt = at };
            if (person.Email is null)
            {
                DemoWorld.Ok(notice.Move(ReminderStatus.NoAddress, at));
            }
            else
            {
                DemoWorld.Ok(notice.Move(ReminderStatus.Sending, at));
                DemoWorld.Ok(notice.Move(ReminderStatus.Sent, at.AddSeconds(2)));
            }

            db.StudyNotices.Add(notice);
        }
    }

    private Study Plan(Organisation organisation, StudyKind kind, LocalizedText title, int from, int to, IReadOnlyList<Guid> programmes) => Study.Plan(
        Guid.CreateVersion7(),
        organisation.Id,
        new StudyContent(
            kind, title, true, world.Today.AddDays(from), world.Today.AddDays(to), StudyMethods.Survey | StudyMethods.Interview,
            new StudyProtocol(
                "Курстың әсері төрт деңгейде көрінеді (Киркпатрик): реакция, білім, мінез-құлық, нәтиже.",
                "Күткені орындалғандар мен жаңа білім алғандардың үлесі; әдістерді қолдану жиілігі.",
                "Онлайн сауалнама, содан кейін екі мектепте сұхбат.",
                "Орталықтың зерттеушілері.",
                "Жауаптар анонимді; шағын топтар көрсетілмейді.",
                "Зерттеу аяқталған соң нәтижелер осы жерде жарияланады."),
            programmes));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
