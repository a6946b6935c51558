using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Files, texts and originality checks of what was handed in: every figure is computed, in the order in which they came in.</summary>
internal sealed class DemoChecks(AppDbContext db, IFileStore files)
{
    private const long MaxBytes = 1024 * 1024;

    private readonly List<(DemoMaterial Material, PreparedText Text)> known = [];
    private readonly MemoryIndexStore index = new();

    public async Task AddAsync(IReadOnlyList<DemoMaterial> materials, CancellationToken cancellationToken)
    {
        foreach (var material in materials.OrderBy(m => m.Material.ReceivedAt))
        {
            using var content = new MemoryStream(material.File);
            _ = (await files.SaveAsync(content, MaxBytes, cancellationToken)).Value;
            db.PortfolioTexts.Add(new PortfolioText { MaterialId = material.Material.Id, Text = material.Report.Text });
            if (!material.IsChecked)
            {
                continue;
            }

            var check = new OriginalityCheck
            {
                VersionId = material.Version.Id,
                MaterialId = material.Material.Id,
                Stage = material.Version.Stage,
                QueuedAt = material.Version.HandedInAt,
            };
            db.OriginalityChecks.Add(check);
            var text = material.Report.Prepare();
            if (!material.IsWaiting)
            {
                await FinishAsync(check, material, text, cancellationToken);
            }

            known.Add((material, text));
            index.Add(text);
            db.IndexedDocuments.Add(Indexing.Document(await db.NextNumberAsync(Indexing.Series, cancellationToken), material.Material.Id, text));
        }
    }

    private async Task FinishAsync(OriginalityCheck check, DemoMaterial material, PreparedText text, CancellationToken cancellationToken)
    {
        var candidates = await new FingerprintIndex(index).FindAsync(text, number => !IsOwn(number), cancellationToken: cancellationToken);
        var report = Comparison.Compare(
            text,
            candidates.Select(c => c.Number)
                .Concat(Enumerable.Range(1, known.Count).Where(IsOwn))
                .Select(number => new Source(
                    known[number - 1].Material.Material.Id,
                    known[number - 1].Text,
                    IsOwn(number) ? SourceRole.OwnEarlierVersion : SourceRole.Work,
                    number)),
            cancellationToken);
        check.Finish(Findings.Of(check.Id, report), material.Version.HandedInAt.AddSeconds(5), material.Version.HandedInAt.AddMinutes(2));

        bool IsOwn(int number) => known[number - 1].Material.Material.PortfolioId == material.Material.PortfolioId;
    }
}
