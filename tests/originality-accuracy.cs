#:project ../src/TeacherCpd.Originality/TeacherCpd.Originality.csproj
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=true

// Measures the originality engine on a folder of marked texts:
//   dotnet run -c Release tests/originality-accuracy.cs -- FOLDER [DETECTIONS.tsv] [--among DOCUMENTS]
// The folder holds src/ and susp/ (texts), pairs (a suspicious and a source file a line) and gold.json (cases with
// susp, src, a, b, sa, sb and typ). The measures are those of the PAN text-alignment task: recall and precision over
// characters, averaged over cases and detections, and plagdet = F1 / log2(1 + granularity). --among looks for the true
// sources among so many more documents of 1,000 words that follow each other as they do in the sources: by chance they
// share far more with a text than those of strangers.
using System.Globalization;
using System.Text.Json;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

string folder = args[0];
int option = Array.IndexOf(args, "--among");
int strangers = option < 0 ? 0 : int.Parse(args[option + 1], CultureInfo.InvariantCulture);
Dictionary<string, PreparedText> sources = Load("src");
Dictionary<string, PreparedText> suspicious = Load("susp");
List<Case> cases = ReadCases(Path.Combine(folder, "gold.json"));

var clock = System.Diagnostics.Stopwatch.StartNew();
List<Case> detections = [];
foreach (string line in File.ReadLines(Path.Combine(folder, "pairs")).Where(line => line.Length > 0))
{
    string[] pair = line.Split([' ', '\t']);
    foreach (Passage found in Comparison.FindPassages(suspicious[pair[0]], new Source(Guid.Empty, sources[pair[1]])))
    {
        detections.Add(new Case(
            pair[0], pair[1], found.Start, found.Start + found.Length,
            found.SourceStart, found.SourceStart + found.SourceLength, ""));
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compared in {clock.ElapsedMilliseconds} ms"));
if (args.Length > 1 && option != 1)
{
    File.WriteAllLines(args[1], detections.Select(found => string.Join(
        '\t', found.Suspicious, found.Source, found.From, found.To, found.SourceFrom, found.SourceTo)));
}

Print("all", cases, detections);
foreach (IGrouping<string, Case> kind in cases.GroupBy(item => item.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
{
    // A detection belongs to a class when it hits a case of it, or hits nothing in a pair that has one.
    List<Case> own = [.. kind];
    Print(kind.Key, own, [.. detections.Where(found =>
        own.Any(item => item.IsHitBy(found))
        || (own.Any(item => item.SamePair(found)) && !cases.Any(item => item.IsHitBy(found))))]);
}

await PrintCandidatesAsync();
return;

Dictionary<string, PreparedText> Load(string name) => Directory
    .EnumerateFiles(Path.Combine(folder, name))
    .ToDictionary(path => Path.GetFileName(path), path => PreparedText.From(File.ReadAllText(path)));

static List<Case> ReadCases(string path)
{
    using var gold = JsonDocument.Parse(File.ReadAllText(path));
    return [.. gold.RootElement.EnumerateArray().Select(item => new Case(
        item.GetProperty("susp").GetString()!,
        item.GetProperty("src").GetString()!,
        item.GetProperty("a").GetInt32(),
        item.GetProperty("b").GetInt32(),
        item.GetProperty("sa").GetInt32(),
        item.GetProperty("sb").GetInt32(),
        item.GetProperty("typ")[0].GetString()!))];
}

static void Print(string name, List<Case> cases, List<Case> detections)
{
    double recall = cases.Count == 0 ? 0 : cases.Average(item => item.CoveredBy(detections));
    double precision = detections.Count == 0 ? 0 : detections.Average(item => item.CoveredBy(cases));
    List<int> hits = [.. cases.Select(item => detections.Count(item.IsHitBy)).Where(count => count > 0)];
    double granularity = hits.Count == 0 ? 1 : hits.Average();
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10} plagdet {f1 / Math.Log2(1 + granularity):F3} recall {recall:F3} precision {precision:F3} "
        + $"granularity {granularity:F3} cases {cases.Count} detections {detections.Count}"));
}

async Task PrintCandidatesAsync()
{
    MemoryIndexStore store = new();
    Dictionary<string, int> numberOf = [];
    foreach ((string name, PreparedText text) in sources)
    {
        numberOf[name] = store.Add(text);
    }

    FingerprintIndex index = new(store);
    foreach (PreparedText[] some in Chained().Chunk(8_192))
    {
        foreach (PreparedText text in some)
        {
            store.Add(text);
        }

        await index.MergeAsync();
    }

    int found = 0;
    int candidates = 0;
    int texts = 0;
    foreach (IGrouping<string, Case> group in cases.GroupBy(item => item.Suspicious))
    {
        HashSet<int> best = [.. (await index.FindAsync(suspicious[group.Key])).Select(candidate => candidate.Number)];
        found += group.Count(item => best.Contains(numberOf[item.Source]));
        candidates += best.Count;
        texts++;
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"true source among {(double)candidates / texts:F1} candidates of {store.Count}: {(double)found / cases.Count:F3}"));
}

IEnumerable<PreparedText> Chained()
{
    string[] words = [.. sources.Values.SelectMany(text => text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    ILookup<string, int> next = Enumerable.Range(0, words.Length - 1).ToLookup(i => words[i], i => i + 1);
    Dictionary<string, int[]> following = next.ToDictionary(places => places.Key, places => places.ToArray());
    return Enumerable.Range(0, strangers).AsParallel().AsOrdered().Select(seed =>
    {
        Random random = new(seed);
        string[] chain = new string[1_000];
        int at = random.Next(words.Length);
        for (int i = 0; i < chain.Length; i++)
        {
            chain[i] = words[at];
            at = following.TryGetValue(words[at], out int[]? places) ? places[random.Next(places.Length)] : random.Next(words.Length);
        }

        return PreparedText.From(string.Join(' ', chain));
    });
}

/// <summary>A passage, marked or detected; ends are exclusive.</summary>
internal sealed record Case(
    string Suspicious, string Source, int From, int To, int SourceFrom, int SourceTo, string Kind)
{
    public bool SamePair(Case other) => Suspicious == other.Suspicious && Source == other.Source;

    public bool IsHitBy(Case other) =>
        SamePair(other) && From < other.To && other.From < To && SourceFrom < other.SourceTo && other.SourceFrom < SourceTo;

    public double CoveredBy(IEnumerable<Case> others)
    {
        List<Case> hits = [.. others.Where(IsHitBy)];
        int covered = Union(hits.Select(hit => (Math.Max(From, hit.From), Math.Min(To, hit.To))))
            + Union(hits.Select(hit => (Math.Max(SourceFrom, hit.SourceFrom), Math.Min(SourceTo, hit.SourceTo))));
        return (double)covered / (To - From + SourceTo - SourceFrom);
    }

    private static int Union(IEnumerable<(int From, int To)> pieces)
    {
        int covered = 0;
        int reached = int.MinValue;
        foreach ((int from, int to) in pieces.Order())
        {
            covered += Math.Max(0, to - Math.Max(from, reached));
            reached = Math.Max(reached, to);
        }

        return covered;
    }
}
