using System.Diagnostics;
using System.Globalization;
using TeacherCpd.Application.Studies.Results;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Studies;

/// <summary>How long the results of a survey that 20,000 people answered take, told apart and not.</summary>
internal static class StudiesBenchmark
{
    private const int People = 20_000;
    private const int Rounds = 30;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var app = await TestApp.StartAsync();
        var officer = await app.Data.PersonAsync(Role.Coordinator);
        var region = (await app.Data.WorldAsync()).Region;
        var (study, questionnaire) = await app.Data.OpenStudyAsync(
        [
            .. Enumerable.Range(1, 6).Select(i => TestData.Question(Code(i), QuestionKind.One, options: 4)),
            .. Enumerable.Range(7, 4).Select(i => TestData.Question(Code(i), QuestionKind.Several, options: 8)),
            .. Enumerable.Range(11, 4).Select(i => TestData.Question(Code(i), QuestionKind.Scale)),
            .. Enumerable.Range(15, 2).Select(i => TestData.Question(Code(i), QuestionKind.Matrix, options: 4, rows: 5)),
        ]);
        var random = new Random(20260901);
        foreach (var language in new[] { Language.Kk, Language.Ru })
        {
            await app.Data.SheetsAsync(questionnaire, Enumerable.Range(0, People / 2).Select(_ => Marks(random)), language, language == Language.Kk ? region : null);
        }

        await app.Data.ChangeAsync(db =>
        {
            db.Attach(study);
            return Task.FromResult(study.Close(app.Time.GetUtcNow().UtcDateTime));
        });
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, SQLite");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{People} answers to 16 questions"));
        foreach (var by in new[] { Breakdown.None, Breakdown.Language, Breakdown.Region })
        {
            var times = new List<double>();
            for (var round = 0; round < Rounds + 3; round++)
            {
                var begun = Stopwatch.GetTimestamp();
                var view = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id, By: by))).Value;
                if (view.Shown.Answers != People)
                {
                    throw new InvalidOperationException($"{view.Shown.Answers} answers.");
                }

                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            var measured = times.Skip(3).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{by}: p50 {measured[Rounds / 2]:0} ms, p95 {measured[Rounds * 95 / 100]:0} ms"));
        }
    }

    private static string Marks(Random random) => string.Join(';',
        [
            .. Enumerable.Range(1, 6).Select(i => $"{Code(i)}:{random.Next(4)}"),
            .. Enumerable.Range(7, 4).Select(i => $"{Code(i)}:{string.Join(',', Enumerable.Range(0, 8).Where(_ => random.Next(3) == 0).DefaultIfEmpty(0))}"),
            .. Enumerable.Range(11, 4).Select(i => $"{Code(i)}:{random.Next(1, 11)}"),
            .. Enumerable.Range(15, 2).Select(i => $"{Code(i)}:{string.Join(',', Enumerable.Range(0, 5).Select(_ => random.Next(4)))}"),
        ]);

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"q{number}");
}
