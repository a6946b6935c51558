using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Files, texts and originality checks of the versions: every figure is computed, in the order in which they came in.</summary>
internal sealed class DemoChecks(AppDbContext db, IFileStore files)
{
    private const long MaxBytes = 1024 * 1024;

    private readonly List<(DemoVersion Version, PreparedText Text)> known = [];
    private readonly MemoryIndexStore index = new();

    public async Task AddAsync(IReadOnlyList<DemoVersion> versions, CancellationToken cancellationToken)
    {
        foreach (var version in versions.OrderBy(v => v.Version.ReceivedAt))
        {
            using var content = new MemoryStream(version.File);
            _ = (await files.SaveAsync(content, MaxBytes, cancellationToken)).Value;
            var check = new OriginalityCheck { VersionId = version.Version.Id, Stage = version.Version.Stage, QueuedAt = version.Version.ReceivedAt };
            db.OriginalityChecks.Add(check);
            db.PortfolioTexts.Add(new PortfolioText { VersionId = version.Version.Id, Text = version.Report.Text });
            var text = version.Report.Prepare();
            if (!version.IsWaiting)
            {
                await FinishAsync(check, version, text, cancellationToken);
            }

            known.Add((version, text));
            index.Add(text);
            db.IndexedDocuments.Add(Indexing.Document(await db.NextNumberAsync(Indexing.Series, cancellationToken), version.Version.Id, text));
        }
    }

    private async Task FinishAsync(OriginalityCheck check, DemoVersion version, PreparedText text, CancellationToken cancellationToken)
    {
        var candidates = await new FingerprintIndex(index).FindAsync(text, number => !IsOwn(number), cancellationToken: cancellationToken);
        var report = Comparison.Compare(
            text,
            candidates.Select(c => c.Number)
                .Concat(Enumerable.Range(1, known.Count).Where(IsOwn))
                .Select(number => new Source(
                    known[number - 1].Version.Version.Id,
                    known[number - 1].Text,
                    IsOwn(number) ? SourceRole.OwnEarlierVersion : SourceRole.Work,
                    number)),
            cancellationToken);
        check.Finish(Findings.Of(check.Id, report), version.Version.ReceivedAt.AddMinutes(2));

        bool IsOwn(int number) => known[number - 1].Version.PortfolioId == version.PortfolioId;
    }
}
