using System.Diagnostics;
using System.Globalization;
using Bogus;
using TeacherCpd.Application.Library;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Benchmarks.Library;

/// <summary>How long searches of a library of made-up materials take, in three languages, with filters and without.</summary>
internal static class LibraryBenchmark
{
    private const int Seed = 20260901;
    private const int Searches = 400;
    private const int WarmUp = 40;
    private const int Portion = 10_000;
    private const int SchoolYear = 2025;

    private static readonly string[] Kazakh =
        ("сабақ оқушы мұғалім бағалау бөлшек теңдеу жоспар тапсырма дескриптор критерий әдіс тәсіл топ жұмыс оқылым жазылым тыңдалым айтылым сөйлем мәтін өлең "
        + "әңгіме роман тарих хандық дала көш мәдениет салт дәстүр география климат өзен тау көл биология жасуша өсімдік жануар химия ерітінді қышқыл металл "
        + "физика қозғалыс күш энергия жарық толқын информатика алгоритм бағдарлама желі қауіпсіздік модель зерттеу жоба тәжірибе зертхана бақылау өлшем шама "
        + "пайыз пропорция геометрия үшбұрыш шеңбер көлем аудан функция график кітап көркем тіл дыбыс буын әріп түбір қосымша зат есім етістік сын сан").Split(' ');

    private static readonly string[] Endings = ["", "", "лар", "ды", "да", "ның", "тар", "тың", "лық"];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(int materials)
    {
        await using var app = await TestApp.StartAsync();
        var owner = await app.Data.PersonAsync(Role.Teacher);
        LibrarySection[] sections = [await app.Data.LibrarySectionAsync(), await app.Data.LibrarySectionAsync(), await app.Data.LibrarySectionAsync(LibrarySectionKind.Experience)];
        var words = new Words();
        var titles = new List<string>();
        var terms = 0L;
        for (var begin = 0; begin < materials; begin += Portion)
        {
            var made = Enumerable.Range(begin + 1, Math.Min(Portion, materials - begin)).Select(number => Make(number, sections[number % sections.Length].Id, owner, words)).ToList();
            var found = made.SelectMany(m => LibraryWords.TermsOf(m.Number, m.Current!.Writing)).ToList();
            terms += found.Count;
            titles.AddRange(made.Where((_, i) => i % 50 == 0).Select(m => m.Current!.Title.In(Language.Kk)));
            await app.LookAsync(async db =>
            {
                var writer = new BulkWriter(db);
                await writer.OpenAsync();
                await writer.WriteAsync(made);
                await writer.WriteAsync(made.SelectMany(m => m.Versions));
                await writer.WriteAsync(made.Select(EntryOf));
                await writer.WriteAsync(found);
                await writer.FinishAsync();
                return 0;
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, SQLite"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{materials} materials, {terms} terms"));
        var random = new Random(Seed);
        await MeasureAsync("one word", () => new LibraryFilter(words.Some(random.Next(3))));
        await MeasureAsync("two words", () => new LibraryFilter($"{words.Some(0)} {words.Some(0)}"));
        await MeasureAsync("a title that is there", () => new LibraryFilter(titles[random.Next(titles.Count)]));
        await MeasureAsync("two words and filters", () => new LibraryFilter(
            $"{words.Some(1)} {words.Some(1)}", Language: Language.Ru, Grade: random.Next(1, 12), SectionId: sections[random.Next(3)].Id));
        await MeasureAsync("filters only", () => new LibraryFilter(Type: (LibraryType)random.Next(8), Subject: "матем", Grade: random.Next(1, 12)));
        await MeasureAsync("everything", () => new LibraryFilter());

        async Task MeasureAsync(string name, Func<LibraryFilter> next)
        {
            var times = new List<double>();
            var results = 0L;
            for (var i = 0; i < Searches + WarmUp; i++)
            {
                var query = new SearchLibraryQuery(next(), 1);
                var begun = Stopwatch.GetTimestamp();
                var found = (await app.SendAs(null, query)).Value;
                if (i >= WarmUp)
                {
                    times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    results += found.Materials.Total;
                }
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: p50 {times[Searches / 2]:0.0} ms, p95 {times[Searches * 95 / 100]:0.0} ms, worst {times[^1]:0.0} ms, {results / Searches} found on average"));
        }
    }

    private static LibraryEntry EntryOf(LibraryMaterial material)
    {
        var entry = new LibraryEntry { Number = material.Number };
        entry.Show(material, material.Current!);
        return entry;
    }

    private static LibraryMaterial Make(int number, Guid sectionId, Person owner, Words words)
    {
        var now = TestApp.Start.UtcDateTime;
        var language = number % 10 < 6 ? 0 : number % 10 < 9 ? 1 : 2;
        var (title, summary) = (words.Text(language, 6), words.Text(language, 25));
        var grade = 1 + (number % 9);
        var material = LibraryMaterial.Begin(Guid.CreateVersion7(), number, sectionId, owner.Id, new LibraryWriting(
            (LibraryType)(number % 8), In(language, title), In(language, summary), language == 0, language == 1, language == 2,
            number % 4 == 0 ? "Математика" : number % 4 == 1 ? "Физика" : "", grade, grade + 2, 2012 + (number % 14), words.Author(), "", "", "https://example.kz", null), now);
        Error?[] steps =
        [
            material.Propose(now), material.Review(Guid.CreateVersion7(), true, "Жарайды.", 2, number % 10 == 0 ? SchoolYear - 1 : SchoolYear, now),
            material.Review(Guid.CreateVersion7(), true, "Жарайды.", 2, number % 10 == 0 ? SchoolYear - 1 : SchoolYear, now),
        ];
        return steps.OfType<Error>().FirstOrDefault() is { } error ? throw new InvalidOperationException(error.Code) : material;
    }

    private static LocalizedText In(int language, string text) => new(language == 0 ? text : "", language == 1 ? text : "", language == 2 ? text : "");

    /// <summary>Words of the three languages; of Kazakh ours, with endings, of the others what Bogus has.</summary>
    private sealed class Words
    {
        private readonly Faker russian = new("ru") { Random = new Randomizer(Seed) };
        private readonly Faker english = new("en") { Random = new Randomizer(Seed + 1) };
        private readonly Randomizer random = new(Seed + 2);

        public string Some(int language) => language switch
        {
            0 => random.ArrayElement(Kazakh) + random.ArrayElement(Endings),
            1 => random.Bool() ? russian.Commerce.ProductName().Split(' ')[^1] : russian.Lorem.Word(),
            _ => random.Bool() ? english.Hacker.Noun() : english.Lorem.Word(),
        };

        public string Text(int language, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Some(language)));

        public string Author() => russian.Name.FullName();
    }
}
