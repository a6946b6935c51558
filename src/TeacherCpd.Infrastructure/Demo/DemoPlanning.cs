using System.Text.Json;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>The plan of the first teacher's school with deadlines of every kind, one of which nobody understands, a file that waits to be confirmed, and ratings of
/// schools in whose printed totals a block is hidden.</summary>
internal sealed class DemoPlanning(AppDbContext db, DemoWorld world)
{
    /// <summary>Adds them.</summary>
    public void Add()
    {
        AddPlan();
        AddRatings();
    }

    private void AddRatings()
    {
        var region = world.Places.Values.Single(o => o.Kind == OrganisationKind.Region && world.School.Path.StartsWith(o.Path, StringComparison.Ordinal));
        SizeBand[] bands = [new(1200, null), new(900, 1200), new(600, 900), new(300, 600), new(null, 299)];
        var rubric = RatingRubric.Make(
            Guid.CreateVersion7(), region.Id, "Әдістемелік жұмыс рейтингі", "Жалпы білім беретін мектептер", world.Today.Year - 1,
            [("Басқару", ""), ("Әдістемелік жұмыс", "Семинарлар\nПедагогтердің кәсіби байқаулары\nБасылымдар мен тәжірибе тарату"), ("Оқушылар жетістігі", ""), ("Динамика", "")],
            bands, world.Ago(200)).Value;
        var earlier = RatingRubric.Make(
            Guid.CreateVersion7(), region.Id, "Әдістемелік жұмыс рейтингі", rubric.Kind, world.Today.Year - 2, [("Басқару", ""), ("Әдістемелік жұмыс", "")], bands, world.Ago(500)).Value;
        db.RatingRubrics.AddRange(rubric, earlier);
        db.Ratings.AddRange(Rated(rubric, world.Today.Year, 0), Rated(rubric, world.Today.Year - 1, 30), Rated(earlier, world.Today.Year - 2, 10));
    }

    // every third printed total has three points more than its parts: a block of the budget that is not printed
    private Rating Rated(RatingRubric rubric, int year, int less)
    {
        var rating = Rating.Begin(Guid.CreateVersion7(), rubric, year, world.Ago(100)).Value;
        List<RatingBlock> blocks = [.. rubric.Blocks.OrderBy(b => b.Position)];
        for (var school = 1; school <= 12; school++)
        {
            List<int?> tenths = [.. new int?[] { 120 + (school * 7 % 50), (school % 4 * 235) - less, school == 5 ? -50 : school * 31 % 400, school == 7 ? null : (school % 3 * 30) - 30 }.Take(blocks.Count)];
            DemoWorld.Ok(rating.Write(new StatedRating($"№ {school} ЖББМ", 180 + (school * 97), tenths, RatingRules.Sum(tenths) + (school % 3 == 0 ? 30 : 0)), blocks));
        }

        return rating;
    }

    private void AddPlan()
    {
        var (teacher, coordinator) = (world.Of(DemoAccounts.Teacher), world.Of(DemoAccounts.SchoolCoordinator));
        var plan = new WorkPlan
        {
            OrganisationId = world.School.Id,
            Title = "Әдістемелік жұмыстың жылдық жоспары",
            YearKind = PlanYearKind.Calendar,
            YearStart = world.Today.Year,
            MadeById = coordinator.Id,
            MadeAt = world.Ago(90),
        };
        db.WorkPlans.Add(plan);
        var (me, head) = (new ResponsibleParty($"{teacher.FamilyName} {teacher.GivenName}", teacher.Id), new ResponsibleParty($"{coordinator.FamilyName} {coordinator.GivenName}", coordinator.Id));
        var soon = FormattableString.Invariant($"{world.Today.AddDays(5):dd.MM.yyyy}");
        (string Number, string Section, string Title, string Deadline, string Form, ResponsibleParty[] Responsible)[] written =
        [
            ("1", "Кадрлармен жұмыс", "Педагогтердің сапалық құрамын талдау", "қазан", "Талдау", [head]),
            ("2", "Кадрлармен жұмыс", "Педагогтерді аттестаттау мәселелері бойынша кеңес беру", "жыл бойы", "Ақпарат", [head, new("Әдістемелік кеңес")]),
            ("3", "Кадрлармен жұмыс", "Аттестаттау комиссиясының отырысы", "ОАМ көрсеткен мерзімде (наурыз-қараша)", "Хаттама", [head]),
            ("4", "Кадрлармен жұмыс", "Оқу жылының басындағы статистикалық есеп", "25 қыркүйекке дейін", "Есеп", [head]),
            ("5", "Әдістемелік жұмыс", "Әдістемелік кеңестің отырысы", "тоқсанның соңғы сәрсенбісі", "Хаттама", [head, me]),
            ("6", "Әдістемелік жұмыс", "Пән бірлестіктерінің отырысы", "әр айдың 2-ші сейсенбісі", "Хаттама", [me]),
            ("7", "Әдістемелік жұмыс", "Ашық есік күндері", "тоқсан сайын", "Материалдар мен ұсыныстар", [new("Пән бірлестіктері")]),
            ("9", "Әдістемелік жұмыс", "«Жас педагог мектебі» сабақтары", "жеке кесте бойынша", "Мектеп материалдары", [me]),
            ("10", "Әдістемелік жұмыс", "Қалалық семинарға дайындық", soon, "Бұйрық", [me]),
            ("11", "Әдістемелік жұмыс", "Ашық сабақтар панорамасы", soon, "Анықтама", [me, head]),
            ("12", "Әдістемелік жұмыс", "Педагогтерді аттестаттау", "қыркүйек-мамыр", "Бұйрық", [head]),
            ("13", "Әдістемелік жұмыс", "Үздік тәжірибелер каталогы", "жаңа оқу жылына қарсы", "Каталог", [new("Әдістемелік кеңес")]),
        ];
        var items = written.Select((w, i) => PlanItem.Write(Guid.CreateVersion7(), plan, i + 1, new PlanItemFacts(w.Number, w.Section, w.Title, w.Deadline, w.Form, w.Responsible))).ToList();
        var meetings = items[4];
        DemoWorld.Ok(meetings.Finish(meetings.Windows.OrderBy(w => w.From).First().Id, Proof(meetings, "№ 1 хаттама, әдістемелік кеңес")));
        DemoWorld.Ok(items[0].Finish(null, Proof(items[0], "Педагогтердің сапалық құрамын талдау, 12 бет")));
        DemoWorld.Ok(items[6].Drop("Ашық есік күндері семинарлармен біріктірілді.", world.Ago(20)));
        db.PlanItems.AddRange(items);

        db.PlanImports.Add(new PlanImport
        {
            PlanId = plan.Id,
            ById = coordinator.Id,
            FileName = "tarbie-zhospary.docx",
            Rows = JsonSerializer.Serialize(new PlanSheetRow[]
            {
                new(1, ["Тәрбие жұмысының жоспары"]),
                new(2, ["Жауаптылар", "Мерзімі", "Іс-шара мазмұны", "№", "Аяқтау нысаны"]),
                new(3, [head.Words, "I тоқсан", "Сынып жетекшілерінің семинары", "1", "Анықтама"]),
                new(4, ["Психолог", "ай сайын", "Сауалнама қорытындысын талдау", "2", "Ақпарат"]),
                new(5, ["Психолог", "ата-аналар жиналысы болғанда", "Ата-аналарға кеңес", "4", ""]),
                new(6, [head.Words, "қазан", "Педагогтердің сапалық құрамын талдау", "5", "Талдау"]),
            }),
            ReadAt = world.Ago(1),
        });

        PlanProof Proof(PlanItem item, string words) => new() { ItemId = item.Id, Words = words, ById = coordinator.Id, At = world.Ago(10) };
    }
}
