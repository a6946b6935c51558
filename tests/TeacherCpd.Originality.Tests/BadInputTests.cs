using System.Diagnostics;
using System.Text;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Originality.Tests;

/// <summary>Texts that no teacher writes: bounded time, a plain answer, no exception.</summary>
public sealed class BadInputTests
{
    // Far above what a good run needs, far below what a quadratic one would.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Names => [.. Texts.Keys];

    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["nothing"] = () => "",
        ["a million spaces"] = () => new string(' ', 1_000_000),
        ["two million invisible characters and no letter"] = () => new string('\u200B', 2_000_000),
        ["one short sentence again and again"] = () => string.Concat(Enumerable.Repeat("Мұғалім сабақта бала тәрбиесін ойлады. ", 30_000)),
        ["one long sentence without an end"] = () => string.Join(' ', Enumerable.Range(0, 100_000).Select(n => "сөз" + (char)('а' + (n * 7919 % 31)) + (char)('а' + (n / 31 % 31)))),
        ["ten digits for every letter"] = () => string.Concat(Enumerable.Repeat("а0123456789", 100_000)),
        ["high surrogates only"] = () => new string('\uD83D', 500_000),
        ["one word of a million letters"] = () => new string('ж', 1_000_000),
        ["one letter and a million marks"] = () => "а" + new string('\u0301', 1_000_000),
        ["a million invisible characters"] = () => string.Concat(Enumerable.Repeat("а\u200B", 500_000)),
        ["numbers only"] = () => string.Join(' ', Enumerable.Range(100_000, 50_000)),
        ["unpaired surrogates"] = () => string.Concat(Enumerable.Repeat("сөз\uD800 \uDC00word ", 20_000)),
        ["one word again and again"] = () => string.Concat(Enumerable.Repeat("мектептер ", 100_000)),
        ["one sentence again and again"] = () => string.Concat(Enumerable.Repeat(Samples.Kazakh + " ", 300)),
        ["hyphens and line breaks"] = () => string.Concat(Enumerable.Repeat("а-\n", 300_000)),
        ["a hyphen and a million spaces"] = () => string.Concat(Enumerable.Repeat("а-" + new string(' ', 1_000), 500)),
        ["look-alikes only"] = () => string.Concat(Enumerable.Repeat("асе ", 200_000)),
        ["opening quotation marks"] = () => new string('«', 200_000),
        ["headings of references"] = () => string.Concat(Enumerable.Repeat("Литература\n", 50_000)),
        ["narrow spaces"] = () => string.Concat(Enumerable.Repeat("а\u200Aб", 200_000)),
        ["every unit there is"] = () => new string([.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit)]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void BadText_IsComparedInBoundedTime(string name)
    {
        string bad = Texts[name]();
        var clock = Stopwatch.StartNew();

        PreparedText prepared = PreparedText.From(bad);
        Source[] sources = [new(Samples.Id(1), bad + " " + Samples.Russian), new(Samples.Id(2), Samples.Russian)];
        OriginalityReport report = Comparison.Compare(prepared, sources, TestContext.Current.CancellationToken);
        OriginalityReport turned = Comparison.Compare(
            PreparedText.From(Samples.Russian + ". " + Samples.Russian),
            [new Source(Samples.Id(1), prepared)],
            TestContext.Current.CancellationToken);
        _ = Fingerprints.OfDocument(prepared);
        _ = Fingerprints.OfQuery(prepared);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        Assert.InRange(report.MatchedWords, 0, report.Words);
        Assert.InRange(report.Evidence.Count, 0, 1_000);
        Assert.Equal(0, turned.MatchedWords);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BadText_AgainstItself_IsAThousandPermilleOrNotChecked(string name)
    {
        string bad = Texts[name]();

        OriginalityReport report = Comparison.Compare(
            PreparedText.From(bad), [new Source(Samples.Id(1), bad)], TestContext.Current.CancellationToken);

        Assert.Equal(report.Words == report.ExcludedWords ? null : 1000, report.SimilarityPermille);
    }

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void TextOfTwentyMillionUnits_IsPreparedAndComparedInBoundedTimeAndMemory(string text)
    {
        // A vocabulary of a hundred thousand words, and in the middle of them what the query is.
        string[] words = text.Split(' ');
        char letter = text[2] < 'z' ? 'a' : 'а';
        var other = new StringBuilder();
        for (int n = 0; other.Length < 10_000_000; n++)
        {
            other.Append((char)(letter + (n / 7 % 25))).Append((char)(letter + (n / 11 % 25))).Append(words[n % words.Length]).Append(' ');
        }

        string large = $"{other}. {text} {other}";
        var clock = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();

        PreparedText prepared = PreparedText.From(large);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        int fingerprints = Fingerprints.OfDocument(prepared).Count;
        OriginalityReport report = Comparison.Compare(
            PreparedText.From(text), [new Source(Samples.Id(1), prepared)], TestContext.Current.CancellationToken);

        Assert.True(prepared.Words > 1_500_000);
        Assert.True(fingerprints > 0);
        Assert.Equal(1000, report.SimilarityPermille);
        Assert.InRange(allocated, 0, 400_000_000);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
    }
}
