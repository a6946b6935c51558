using System.Text;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Library;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;
using static TeacherCpd.Infrastructure.Demo.DemoWorld;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// A small library, written for the demo: three sections, materials that the council approved, one before it, one that it returned, one that was not
/// confirmed for this school year, and what was opened and downloaded in the last months.
/// </summary>
internal sealed class DemoLibrary(AppDbContext db, DemoWorld world, IFileStore files)
{
    private const int Reviewers = 2;
    private const int FirstMonth = 9;
    private const int MonthsCounted = 6;

    private static readonly Made[] Lessons =
    [
        new(LibraryType.LessonPlan, "Математика", 5, 5, "Бөлшектерді салыстыру: шағын топпен сабақ", "Сравнение дробей: урок в малых группах", "",
            "Оқушылар жолақ модельдерімен бөлшектерді салыстырады; қалыптастырушы бағалаудың үш сұрағы мен дескрипторлары бар.",
            "Ученики сравнивают дроби на моделях-полосках; есть три вопроса формативного оценивания с дескрипторами.", "", "Г. Әбенова"),
        new(LibraryType.Handout, "Физика", 8, 8, "Ток күшін өлшеу: зертханалық жұмыс парағы", "Измерение силы тока: лист лабораторной работы", "",
            "Үйдегі құралдармен де орындалатын зертханалық жұмыс, қауіпсіздік ережелерімен.", "Лабораторная работа, которую можно провести и с простым оборудованием; с правилами безопасности.", "", "Е. Сатов"),
        new(LibraryType.Presentation, "Ағылшын тілі", 7, 9, "", "", "Speaking in pairs: ten routines that need no preparation",
            "", "", "Ten speaking routines for pairs, each with a goal, steps and one way to make it easier or harder.", "I. Kovalyova"),
        new(LibraryType.LessonPlan, "Қазақ тілі", 6, 7, "Мәтіннен дәлел табу: оқылым сабағының жоспары", "", "",
            "Оқушы пікір айтып, оны мәтіннен алынған дәлелмен бекітеді; саралау үшін үш деңгейлі тіректер берілген.", "", "", "А. Төлегенова"),
        new(LibraryType.Guide, "", 1, 11, "Шағын жинақты мектепте біріктірілген сыныппен жұмыс", "Работа с совмещённым классом в малокомплектной школе", "Teaching a combined class in a small school",
            "Екі сыныпты бір сабақта оқытуды жоспарлау: уақытты бөлу, өзара оқыту, дербес жұмыс карталары.",
            "Как спланировать урок для двух классов сразу: распределение времени, взаимное обучение, карты самостоятельной работы.",
            "Planning one lesson for two grades: time, peer teaching, cards for independent work.", "С. Тілеубаева, Қ. Ахметов"),
    ];

    private static readonly Made[] Assessment =
    [
        new(LibraryType.AssessmentTasks, "Биология", 9, 9, "Жасуша: жиынтық бағалау тапсырмалары", "Клетка: задания для суммативного оценивания", "",
            "Төрт деңгейлі он тапсырма, әрқайсысының балл қою кестесі бар.", "Десять заданий четырёх уровней, к каждому – таблица баллов.", "", "Л. Мұқанова"),
        new(LibraryType.Guide, "", 1, 11, "Дескриптор құрастыру: қысқа нұсқаулық", "Как составлять дескрипторы: краткое руководство", "Writing descriptors: a short guide",
            "Критерийден бақыланатын дескрипторға дейін: жеті мысал және жиі кездесетін қателер.",
            "От критерия к наблюдаемому дескриптору: семь примеров и частые ошибки.", "From a criterion to a descriptor that can be observed: seven examples and frequent mistakes.", "Д. Ыбырайым"),
        new(LibraryType.AssessmentTasks, "Тарих", 8, 9, "", "Работа с источником: задания на сравнение двух точек зрения", "",
            "", "Шесть пар отрывков, написанных для заданий, вопросы к ним и критерии ответа.", "", "М. Шевченко"),
        new(LibraryType.Article, "", 0, 4, "Бастауышта өзін-өзі бағалау: не істейді, не істемейді", "Самооценивание в начальной школе: что работает, а что нет", "",
            "Бір тоқсандағы сынып бақылауы: бағдаршам әдісі қашан көмектесті, қашан формальды болды.",
            "Наблюдения за классом в течение четверти: когда «светофор» помогал, а когда был формальностью.", "", "Б. Құрманов"),
    ];

    private static readonly Made[] Experience =
    [
        new(LibraryType.Article, "Математика", 5, 6, "Lesson Study арқылы бөлшек тақырыбын қайта құру", "Как Lesson Study изменил тему «Дроби»", "",
            "Үш цикл, бақылаған оқушылар және неліктен тапсырма ретін ауыстырғанымыз.", "Три цикла, наблюдаемые ученики и почему мы поменяли порядок заданий.", "",
            "Г. Әбенова", "№14 мектеп, Сарыкөл ауданы", "Аудандық «Ұлағат» педагогикалық клубының отырысы"),
        new(LibraryType.Video, "Физика", 8, 10, "Ауылдағы физика кабинеті: қолжетімді құралдармен тәжірибе", "Кабинет физики в селе: опыты с доступными средствами", "",
            "Ашық сабақтан бейне: он тәжірибе, әрқайсысының құны мен дайындалу жолы.", "Видео с открытого урока: десять опытов, цена и подготовка каждого.", "",
            "Е. Сатов", "Ы. Алтынсарин атындағы мектеп", "Облыстық ашық есік күні", "https://example.kz/physics-village"),
        new(LibraryType.AuthorProgramme, "Ағылшын тілі", 5, 7, "", "Клуб чтения на английском: авторская программа", "Reading club: an author’s programme",
            "", "Программа на 34 часа, прошедшая областной конкурс методических пособий.", "A programme of 34 hours that passed a regional contest of guides.",
            "И. Ковалёва", "№2 мектеп", "Әдістемелік құралдар байқауы"),
    ];

    /// <summary>Adds it.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var lessons = Section(LibrarySectionKind.Materials, 1, new("Сабақ материалдары", "Материалы к урокам", "Materials for lessons"),
            new("Сабақ жоспарлары, үлестірме материалдар, таныстырылымдар.", "Планы уроков, раздаточные материалы, презентации.", "Lesson plans, handouts, slides."));
        var assessment = Section(LibrarySectionKind.Materials, 2, new("Бағалау", "Оценивание", "Assessment"),
            new("Тапсырмалар, дескрипторлар, бағалау туралы мақалалар.", "Задания, дескрипторы, статьи об оценивании.", "Tasks, descriptors, articles on assessment."),
            (LibraryRight.Publish, [Role.Assessor, Role.Moderator]));
        var experience = Section(LibrarySectionKind.Experience, 3, new("Озық тәжірибе", "Передовой опыт", "Best experience"),
            new("Байқаулар мен ашық сабақтардан шыққан тәжірибе.", "Опыт с конкурсов и открытых уроков.", "Experience from contests and open lessons."),
            (LibraryRight.Propose, [Role.Teacher, Role.Trainer, Role.SchoolCoordinator]));

        var published = new List<LibraryMaterial>();
        foreach (var (section, made) in Lessons.Select(m => (lessons, m)).Concat(Assessment.Select(m => (assessment, m))).Concat(Experience.Select(m => (experience, m))))
        {
            var material = await BeginAsync(section, made, published.Count % 2 == 0 ? world.Of(DemoAccounts.Teacher) : world.Of(DemoAccounts.Trainer), cancellationToken);
            Publish(material, published.Count == 3 ? SchoolYear - 1 : SchoolYear);
            published.Add(material);
        }

        await AddUnfinishedAsync(lessons, cancellationToken);
        Count(published);
    }

    private int SchoolYear => LibraryYear.Of(world.Today, FirstMonth);

    private async Task AddUnfinishedAsync(LibrarySection section, CancellationToken cancellationToken)
    {
        var teacher = world.Of(DemoAccounts.Teacher);
        var waiting = await BeginAsync(section, new Made(
            LibraryType.LessonPlan, "География", 7, 8, "Климаттық диаграмма оқу", "Чтение климатической диаграммы", "",
            "Оқушылар өз ауылының климаттық диаграммасын құрып, екі қаламен салыстырады.", "Ученики строят диаграмму своего села и сравнивают с двумя городами.", "", "Г. Әбенова"), teacher, cancellationToken);
        Ok(waiting.Propose(world.Ago(4)));
        Ok(waiting.Review(world.Assessors[1].Id, true, "Мақсаты анық, дескрипторлары бақыланады.", Reviewers, SchoolYear, world.Ago(2)));
        var returned = await BeginAsync(section, new Made(
            LibraryType.Handout, "Математика", 6, 6, "Пропорция: қосымша есептер", "Пропорция: дополнительные задачи", "",
            "Жиырма есеп.", "Двадцать задач.", "", "Г. Әбенова"), teacher, cancellationToken);
        Ok(returned.Propose(world.Ago(12)));
        Ok(returned.Review(world.Assessors[1].Id, false, "Жауаптары мен бағалау критерийлері жоқ; есептердің деңгейін көрсетіңіз.", Reviewers, SchoolYear, world.Ago(9)));
    }

    private LibrarySection Section(
        LibrarySectionKind kind, int place, LocalizedText name, LocalizedText about, params (LibraryRight Right, IReadOnlyList<Role> Roles)[] rights)
    {
        var section = LibrarySection.Open(Guid.CreateVersion7(), kind, place, new LibrarySectionWriting(name, about, rights.ToDictionary(r => r.Right, r => r.Roles)));
        db.Add(section);
        return section;
    }

    private async Task<LibraryMaterial> BeginAsync(LibrarySection section, Made made, Person owner, CancellationToken cancellationToken)
    {
        var title = new LocalizedText(made.TitleKk, made.TitleRu, made.TitleEn);
        var summary = new LocalizedText(made.SummaryKk, made.SummaryRu, made.SummaryEn);
        EvidenceFile? file = null;
        if (made.Link.Length == 0)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\n\n", new[] { title.Kk, summary.Kk, title.Ru, summary.Ru, title.En, summary.En, made.Authors }.Where(t => t.Length > 0)) + "\n"));
            file = new EvidenceFile("material.txt", "text/plain", (await files.SaveAsync(content, 1 << 20, cancellationToken)).Value.Sha256);
        }

        var number = await db.NextNumberAsync(LibraryMaterial.Series, cancellationToken);
        var material = LibraryMaterial.Begin(Guid.CreateVersion7(), number, section.Id, owner.Id, new LibraryWriting(
            made.Type, title, summary, title.Kk.Length > 0, title.Ru.Length > 0, title.En.Length > 0, made.Subject, made.From, made.To,
            world.Today.Year - (number % 4), made.Authors, made.Organisation, made.Event, made.Link, file), world.Ago(60));
        db.Add(material);
        return material;
    }

    private void Publish(LibraryMaterial material, int schoolYear)
    {
        Ok(material.Propose(world.Ago(50)));
        Ok(material.Review(world.Assessors[1].Id, true, "Сабақта қолдануға дайын.", Reviewers, schoolYear, world.Ago(45)));
        Ok(material.Review(world.Assessors[2].Id, true, "Материал проверен, ошибок нет.", Reviewers, schoolYear, world.Ago(41)));
    }

    private void Count(List<LibraryMaterial> published)
    {
        var regions = world.Places.Values.Where(p => p.Kind == OrganisationKind.Region).Select(p => p.Code).Distinct().Order(StringComparer.Ordinal).Append("").ToList();
        foreach (var region in regions)
        {
            for (var back = 0; back < MonthsCounted; back++)
            {
                var day = world.Today.AddMonths(-back);
                var month = (day.Year * 100) + day.Month;
                db.Add(new LibraryCount { Number = 0, Region = region, Month = month, Use = LibraryUse.Visit, Count = world.Random.Number(20, 400) });
                foreach (var material in published.Where(_ => world.Random.Bool(0.3f)))
                {
                    var views = world.Random.Number(2, 60);
                    db.Add(new LibraryCount { Number = material.Number, Region = region, Month = month, Use = LibraryUse.View, Count = views });
                    db.Add(new LibraryCount { Number = material.Number, Region = region, Month = month, Use = LibraryUse.Download, Count = 1 + (views / 3) });
                }
            }
        }
    }

    private sealed record Made(
        LibraryType Type, string Subject, int From, int To, string TitleKk, string TitleRu, string TitleEn, string SummaryKk, string SummaryRu, string SummaryEn,
        string Authors, string Organisation = "", string Event = "", string Link = "");
}
