using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Infrastructure.Persistence;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// A small bank of items, written for the demo, with what experts said; a trial test that many took, one that is open, an attempt that runs, an
/// appeal that waits.
/// </summary>
internal sealed class DemoTesting(AppDbContext db, DemoWorld world)
{
    private const int Reviewers = 2;
    private const int Takers = 44;
    private const int TakersOfPast = 12;
    private const double DaysSincePast = 40;
    private const string Order = "Order 83, edition of 25.02.2025 No 32, paragraph ";

    private static readonly ItemWriting[] Bank =
    [
        Item(TestSection.PedagogyAndPsychology, ItemLevel.Knowledge, "P. Black, D. Wiliam. Inside the Black Box, 1998",
            "Қалыптастырушы бағалау ең алдымен не үшін жүргізіледі?", "Для чего прежде всего проводится формативное оценивание?",
            ("оқуды түзетуге көмектесетін кері байланыс беру үшін", "чтобы дать обратную связь, которая помогает скорректировать учение", true),
            ("тоқсандық баға қою үшін", "чтобы выставить четвертную отметку", false),
            ("оқушыларды рейтинг бойынша салыстыру үшін", "чтобы сравнить учеников в рейтинге", false),
            ("тәртіпті қадағалау үшін", "чтобы следить за дисциплиной", false)),
        Item(TestSection.PedagogyAndPsychology, ItemLevel.Knowledge, "Л. С. Выготский. Мышление и речь, 1934",
            "«Жақын даму аймағы» нені білдіреді?", "Что означает «зона ближайшего развития»?",
            ("оқушы көмекпен орындай алатын, бірақ өз бетімен әлі орындай алмайтын тапсырмалар", "задачи, которые ученик решает с помощью, но ещё не решает сам", true),
            ("оқушы өз бетімен орындайтын тапсырмалар", "задачи, которые ученик решает сам", false),
            ("оқушыға ешқашан қолжетімсіз тапсырмалар", "задачи, недоступные ученику никогда", false),
            ("мектепке жақын орналасқан даму орталығы", "центр развития рядом со школой", false)),
        Item(TestSection.PedagogyAndPsychology, ItemLevel.Application, "L. Anderson, D. Krathwohl. A Taxonomy for Learning, Teaching, and Assessing, 2001",
            "Қай тапсырма «талдау» деңгейіне сай?", "Какое задание отвечает уровню «анализ»?",
            ("екі ақынның табиғат бейнесін салыстырып, айырмашылығын дәлелдеңіз", "сравните образ природы у двух поэтов и докажите различие", true),
            ("өлеңнің авторын атаңыз", "назовите автора стихотворения", false),
            ("өлеңді жатқа айтыңыз", "прочитайте стихотворение наизусть", false),
            ("өлең жазылған жылды табыңыз", "найдите год написания стихотворения", false)),
        Item(TestSection.PedagogyAndPsychology, ItemLevel.Knowledge, "G. T. Doran. There's a S.M.A.R.T. way to write management's goals and objectives, 1981",
            "SMART мақсатқа қандай белгілер тән?", "Какие признаки есть у цели SMART?",
            ("өлшенеді", "измерима", true),
            ("мерзімі бар", "ограничена сроком", true),
            ("барлығына бірдей қиын", "одинаково трудна для всех", false),
            ("жалпы сөзбен айтылады", "сформулирована в общих словах", false)),
        Item(TestSection.PedagogyAndPsychology, ItemLevel.Application, "M. B. Rowe. Wait-time and rewards as instructional variables, 1974",
            "Мұғалім сұрақ қойғаннан кейін үш секундтай күтсе, әдетте не өзгереді?", "Что обычно меняется, если после вопроса учитель ждёт около трёх секунд?",
            ("жауаптар ұзағырақ және ойластырылған болады", "ответы становятся длиннее и обдуманнее", true),
            ("жауап беретін оқушылар азаяды", "отвечает меньше учеников", false),
            ("сабақтың қарқыны үнемі бұзылады", "темп урока всегда нарушается", false)),
        Item(TestSection.PedagogyAndPsychology, ItemLevel.Reasoning, "C. A. Tomlinson. How to Differentiate Instruction in Mixed-Ability Classrooms, 2001",
            "Бір сыныпта дайындығы әртүрлі оқушылар отыр. Саралап оқытуға қайсысы жақын?", "В классе ученики с разной подготовкой. Что ближе к дифференциации?",
            ("мақсат ортақ, ал тіректер мен күрделілік оқушының дайындығына қарай таңдалады", "цель общая, а опоры и сложность подбираются по готовности ученика", true),
            ("әлсіз оқушыларға мақсат қойылмайды", "слабым ученикам цель не ставится", false),
            ("барлығы бір уақытта бір тапсырманы орындайды", "все одновременно делают одно задание", false),
            ("күшті оқушылар тек сол тапсырманы көбірек орындайды", "сильные просто делают больше таких же заданий", false)),
        Item(TestSection.AttestationRules, ItemLevel.Knowledge, Order + "53",
            "Педагогтің білімін бағалау нәтижесі қанша уақыт жарамды?", "Сколько действителен результат оценки знаний педагога?",
            ("бір жыл", "один год", true), ("алты ай", "шесть месяцев", false), ("үш жыл", "три года", false), ("бес жыл", "пять лет", false)),
        Item(TestSection.AttestationRules, ItemLevel.Knowledge, Order + "39",
            "Педагог-сарапшы санатына педагогтің білімін бағалаудан кемінде қанша пайыз керек?", "Сколько процентов нужно по оценке знаний на категорию «педагог-эксперт»?",
            ("70", "70", true), ("50", "50", false), ("60", "60", false), ("80", "80", false)),
        Item(TestSection.AttestationRules, ItemLevel.Knowledge, Order + "26",
            "Педагогтің біліктілік санаты қанша жылға беріледі?", "На сколько лет присваивается квалификационная категория педагога?",
            ("бес жылға", "на пять лет", true), ("үш жылға", "на три года", false), ("он жылға", "на десять лет", false)),
        Item(TestSection.AttestationRules, ItemLevel.Application, Order + "49",
            "Апелляция қандай жағдайда тапсырма мазмұны бойынша қаралады?", "В каких случаях апелляция рассматривается по содержанию задания?",
            ("дұрыс жауап жоқ", "нет правильного ответа", true), ("дұрыс жауап біреуден көп", "правильных ответов больше одного", true),
            ("жинаған балл шектен төмен", "балл ниже порогового", false), ("уақыт жетпеді", "не хватило времени", false)),
        Item(TestSection.AttestationRules, ItemLevel.Application, Order + "45",
            "Тестілеу кезінде дәліздегі кезекшінің еріп жүруімен аудиториядан қалай шығуға болады?", "Как можно выйти из аудитории во время тестирования в сопровождении дежурного?",
            ("бір рет, 10 минуттан аспайтын уақытқа, алғашқы және соңғы 15 минуттан басқа кезде", "один раз, не больше чем на 10 минут, кроме первых и последних 15 минут", true),
            ("екі рет, 5 минуттан", "два раза по 5 минут", false),
            ("кез келген уақытта шектеусіз", "в любое время без ограничений", false)),
        Item(TestSection.AttestationRules, ItemLevel.Knowledge, Order + "60",
            "Портфолиодағы эссе қанша сөзден тұрады?", "Сколько слов в эссе портфолио?",
            ("250–300", "250–300", true), ("100–150", "100–150", false), ("500–600", "500–600", false)),
    ];

    private readonly List<(TestItem Item, double Hardness)> approved = [];

    /// <summary>Adds them.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var centre = world.Places.Values.Single(p => p.Kind == OrganisationKind.Centre);
        var author = world.Of(DemoAccounts.Developer);
        foreach (var writing in Bank)
        {
            var item = await BeginAsync(author, writing, 60, cancellationToken);
            Ok(item.Submit(author.Id, world.Ago(58)));
            Ok(item.Review(world.Assessors[1].Id, true, "", Reviewers, world.Ago(55)));
            Ok(item.Review(world.Assessors[2].Id, true, "Дереккөз тексерілді.", Reviewers, world.Ago(54)));
            approved.Add((item, world.Random.Double(-2, 1)));
        }

        await AddUnfinishedAsync(author, cancellationToken);
        var taken = Plan(centre, new("Педагогика және аттестаттау: байқау", "Педагогика и аттестация: проба", "Pedagogy and attestation: a trial"), -15, 0, true);
        var open = Plan(centre, new("Күзгі байқау тесті", "Осенний пробный тест", "Autumn trial test"), -1, 20, false);
        var teachers = world.Teachers.Select(t => t.Person).Where(p => p.Id != world.Of(DemoAccounts.SecondTeacher).Id)
            .DistinctBy(p => p.Id).Take(Takers).Append(world.Of(DemoAccounts.Teacher)).DistinctBy(p => p.Id).ToList();
        var attempts = teachers.Select((t, i) => Take(taken, t, t.Id == world.Of(DemoAccounts.Teacher).Id ? 1 : 2 + (i % 10))).ToList();
        Appeal(attempts.First(a => a.Answers.Any(IsOfRules)));
        var running = Start(open, world.Of(DemoAccounts.SecondTeacher), world.Now);
        Ok(running.Give([0], world.Now));

        var past = Plan(centre, new("Күзге дейінгі байқау", "Проба до осени", "Trial before autumn"), -60, -30, true);
        foreach (var teacher in teachers.Take(TakersOfPast))
        {
            Take(past, teacher, DaysSincePast);
        }

        Ok(past.Close(world.Ago(30)));
    }

    private async Task AddUnfinishedAsync(Person author, CancellationToken cancellationToken)
    {
        var waiting = await BeginAsync(author, Item(
            TestSection.TeacherStatusLaw, ItemLevel.Knowledge, "Law “On the Status of the Teacher” of 27.12.2019 No 293-VI, article 15",
            "Педагог аттестаттаудан кемінде неше жылда бір рет өтеді?", "Как часто, по меньшей мере, педагог проходит аттестацию?",
            ("бес жылда бір рет", "один раз в пять лет", true), ("жыл сайын", "каждый год", false), ("он жылда бір рет", "один раз в десять лет", false)), 4, cancellationToken);
        Ok(waiting.Submit(author.Id, world.Ago(3)));
        Ok(waiting.Review(world.Assessors[1].Id, true, "", Reviewers, world.Ago(2)));
        var returned = await BeginAsync(author, Item(
            TestSection.PedagogyAndPsychology, ItemLevel.Knowledge, "Дидактика негіздері",
            "Дескриптор деген не?", "Что такое дескриптор?",
            ("критерийге жетудің нақты белгісі", "конкретный признак достижения критерия", true), ("сабақтың тақырыбы", "тема урока", false), ("критерийдің сипаттамасы", "описание критерия", false)), 9, cancellationToken);
        Ok(returned.Submit(author.Id, world.Ago(8)));
        Ok(returned.Review(world.Assessors[2].Id, false, "Үшінші нұсқаны да дұрыс деп түсінуге болады; дереккөздің авторы мен беті керек.", Reviewers, world.Ago(6)));
        await BeginAsync(author, Item(
            TestSection.ChildRightsLaw, ItemLevel.Knowledge, "Law “On the Rights of the Child” of 08.08.2002 No 345, article 1",
            "Заң бойынша бала деп кімді айтады?", "Кого закон называет ребёнком?",
            ("он сегіз жасқа толмаған адамды", "лицо, не достигшее восемнадцати лет", true), ("он алтыға толмаған адамды", "лицо, не достигшее шестнадцати лет", false), ("мектеп оқушысын", "ученика школы", false)), 1, cancellationToken);
    }

    private async Task<TestItem> BeginAsync(Person author, ItemWriting writing, double daysAgo, CancellationToken cancellationToken)
    {
        var number = await db.NextNumberAsync(TestItem.Series, cancellationToken);
        var item = TestItem.Begin(Guid.CreateVersion7(), number, author.Id, writing, world.Ago(daysAgo));
        db.Add(item);
        return item;
    }

    private TrialTest Plan(Organisation centre, LocalizedText title, int from, int to, bool atOnce)
    {
        var test = TrialTest.Plan(Guid.CreateVersion7(), centre.Id, new TrialTestPlan(
            title, world.Today.AddDays(from), world.Today.AddDays(to), 80, atOnce,
            [new(TestSection.PedagogyAndPsychology, "", 5), new(TestSection.AttestationRules, "", 5)]));
        Ok(test.Open(approved.GroupBy(a => a.Item.Current!.Section).ToDictionary(g => (g.Key, ""), g => g.Count())));
        db.Add(test);
        return test;
    }

    private TestAttempt Start(TrialTest test, Person person, DateTime at)
    {
        var attempt = TestAttempt.Start(
            test.Id, person.Id, world.Random.Bool(.7f) ? Language.Kk : Language.Ru, world.Random.Int(0), at, at.AddMinutes(test.Minutes),
            test.Sections.OrderBy(s => s.Place).Select(s => (s, (IReadOnlyList<Guid>)[.. approved.Select(a => a.Item.Current!).Where(v => v.Section == s.Section).Select(v => v.Id)])));
        db.Add(attempt);
        return attempt;
    }

    // who knows more is right more often; some skip, some leave before the end
    private TestAttempt Take(TrialTest test, Person person, double daysAgo)
    {
        var attempt = Start(test, person, world.Ago(daysAgo));
        var ability = world.Random.Double(-1.5, 1.5);
        var leavesAt = world.Random.Bool(.1f) ? world.Random.Number(4, 9) : int.MaxValue;
        var at = attempt.StartedAt;
        while (attempt.Present is { } present && present.Position < leavesAt)
        {
            var (item, hardness) = approved.Single(a => a.Item.Current!.Id == present.VersionId);
            var content = item.Current!.Content;
            at = at.AddSeconds(world.Random.Number(20, 90));
            var wrong = Enumerable.Range(0, content.Options.Count).Except(content.Key).ToArray();
            IReadOnlyCollection<int> chosen = world.Random.Bool(.04f) ? []
                : world.Random.Double() < 1 / (1 + Math.Exp(1.7 * (hardness - ability))) ? [.. content.Key]
                : [world.Random.ArrayElement(wrong)];
            Ok(attempt.Give(chosen, at));
        }

        attempt.End(at.AddSeconds(30), approved.ToDictionary(a => a.Item.Current!.Id, a => new ScoredItem(a.Item.Current!.Content, false)));
        return attempt;
    }

    private void Appeal(TestAttempt attempt)
    {
        var asked = attempt.Answers.First(IsOfRules);
        db.Add(new ItemAppeal
        {
            AttemptId = attempt.Id,
            Position = asked.Position,
            VersionId = asked.VersionId,
            PersonId = attempt.PersonId,
            Ground = AppealGround.TaskIncorrect,
            Reason = "Сұрақта қай редакция екені айтылмаған: ережелер 2025 жылы өзгерді, ескі редакция бойынша жауап басқа болуы мүмкін.",
            FiledAt = attempt.EndedAt!.Value.AddHours(3),
        });
    }

    private static ItemWriting Item(TestSection section, ItemLevel level, string source, string kk, string ru, params (string Kk, string Ru, bool IsRight)[] options) => new(
        section, "", level, source,
        new ItemContent(options.Count(o => o.IsRight) > 1 ? ItemKind.SeveralRight : ItemKind.OneRight, kk, ru, [.. options.Select(o => new ItemOption(o.Kk, o.Ru, o.IsRight))]));

    private static bool IsOfRules(AttemptAnswer answer) => answer is { IsSeen: true, Section: TestSection.AttestationRules };

    private static void Ok(Error? error) => DemoWorld.Ok(error);
}
