using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Text;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Files, texts and originality checks of the versions: every figure is computed, in the order in which they came in.</summary>
internal sealed class DemoChecks(AppDbContext db, IFileStore files)
{
    private const int MostSources = 20;
    private const long MaxBytes = 1024 * 1024;

    private readonly Dictionary<Guid, (PreparedText Text, Guid PortfolioId)> known = [];
    private readonly Dictionary<long, List<Guid>> index = [];

    /// <summary>Fingerprints of the texts, to be saved last: they are many and belong to no audit.</summary>
    public List<OriginalityFingerprint> Fingerprints { get; } = [];

    public async Task AddAsync(IReadOnlyList<DemoVersion> versions, CancellationToken cancellationToken)
    {
        foreach (var version in versions.OrderBy(v => v.Version.ReceivedAt))
        {
            using var content = new MemoryStream(version.File);
            _ = (await files.SaveAsync(content, MaxBytes, cancellationToken)).Value;
            var check = new OriginalityCheck { VersionId = version.Version.Id, Stage = version.Version.Stage, QueuedAt = version.Version.ReceivedAt };
            db.OriginalityChecks.Add(check);
            db.PortfolioTexts.Add(new PortfolioText { VersionId = version.Version.Id, Text = version.Report.Text });
            if (!version.IsWaiting)
            {
                Finish(check, version);
            }
        }
    }

    private void Finish(OriginalityCheck check, DemoVersion version)
    {
        var text = version.Report.Prepare();
        var query = TeacherCpd.Originality.Fingerprints.OfQuery(text);
        var postings = query
            .Select(q => q.Hash)
            .Distinct()
            .Where(index.ContainsKey)
            .SelectMany(hash => index[hash].Select(id => new Posting(hash, id)));
        var sources = Candidates.Rank(query, postings, MostSources)
            .Select(c => c.Document)
            .Concat(known.Where(k => k.Value.PortfolioId == version.PortfolioId).Select(k => k.Key))
            .Distinct()
            .Select(id => new Source(
                id,
                known[id].Text,
                known[id].PortfolioId == version.PortfolioId ? SourceRole.OwnEarlierVersion : SourceRole.Work));
        var report = Comparison.Compare(text, sources);
        check.Finish(
            report.SimilarityPermille ?? 0,
            report.Words,
            report.Sources
                .Where(s => known[s.SourceId].PortfolioId != version.PortfolioId)
                .Select(s => new OriginalitySource { CheckId = check.Id, SourceVersionId = s.SourceId, MatchedWords = s.MatchedWords, Permille = s.Permille }),
            report.Passages.Select(p => new OriginalityPassage
            {
                CheckId = check.Id,
                SourceVersionId = p.SourceId,
                Start = p.Start,
                Length = p.Length,
                SourceStart = p.SourceStart,
                SourceLength = p.SourceLength,
                Words = p.Words,
            }),
            version.Version.ReceivedAt.AddMinutes(2));

        known.Add(version.Version.Id, (text, version.PortfolioId));
        foreach (var hash in TeacherCpd.Originality.Fingerprints.OfDocument(text))
        {
            if (!index.TryGetValue(hash, out var holders))
            {
                index[hash] = holders = [];
            }

            holders.Add(version.Version.Id);
            Fingerprints.Add(new OriginalityFingerprint { Hash = hash, VersionId = version.Version.Id });
        }
    }
}
