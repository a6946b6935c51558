using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>
/// Compares an essay with the portfolios of all courses and with the essays of other candidates. Holds no transaction; the result is
/// written by <see cref="RecordEssayCheckCommand"/>, once however often this runs.
/// </summary>
[SystemOnly]
public sealed record RunEssayCheckCommand(Guid EssayId) : IRequest<Result<Done>>;

internal sealed class RunEssayCheckHandler(IAppDbContext db, FingerprintIndex index, IMediator mediator) : IRequestHandler<RunEssayCheckCommand, Result<Done>>
{
    // fewer shared fingerprints are chance
    private const int FewestShared = 3;

    public async Task<Result<Done>> Handle(RunEssayCheckCommand request, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(request.EssayId, cancellationToken);
        }
        catch (IndexOutdatedException)
        {
            // no fault of the check: it stays queued and is handed over again
            return new IndexIsOutdated();
        }
    }

    private async Task<Result<Done>> CheckAsync(Guid essayId, CancellationToken cancellationToken)
    {
        var asked = await (
            from essay in db.CaseEssays
            join attestationCase in db.AttestationCases on essay.CaseId equals attestationCase.Id
            where essay.Id == essayId && essay.CheckStatus == CheckStatus.Queued
            select new { essay.Text, essay.Version, essay.Fingerprints, attestationCase.PersonId })
            .SingleOrDefaultAsync(cancellationToken);
        if (asked is null)
        {
            return Done.Value;
        }

        var prepared = PreparedText.From(asked.Text);
        var sources = new List<Source>(await EssaysAsync(asked.PersonId, asked.Fingerprints!, cancellationToken));
        sources.AddRange(await PortfoliosAsync(prepared, asked.PersonId, cancellationToken));
        var found = Comparison.Compare(prepared, sources, cancellationToken);
        return await mediator.Send(new RecordEssayCheckCommand(essayId, asked.Version, found.SimilarityPermille, found.Sources.Count), cancellationToken);
    }

    // what the candidate handed in at courses is the own work
    private async Task<IEnumerable<Source>> PortfoliosAsync(PreparedText prepared, Guid personId, CancellationToken cancellationToken)
    {
        var numbers = (await index.FindAsync(prepared, _ => true, cancellationToken: cancellationToken)).Select(c => c.Number).ToList();
        var texts = await (
            from document in db.IndexedDocuments
            where EF.Parameter(numbers).Contains(document.Number) && document.Status == IndexedDocumentStatus.Compared
            join text in db.PortfolioTexts on document.DocumentId equals text.MaterialId
            join material in db.PortfolioMaterials on text.MaterialId equals material.Id
            join portfolio in db.Portfolios on material.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where enrolment.PersonId != personId
            select new { document.Number, text.MaterialId, text.Text }).ToListAsync(cancellationToken);
        return texts.Select(t => new Source(t.MaterialId, PreparedText.From(t.Text), SourceRole.Work, t.Number));
    }

    private async Task<List<Source>> EssaysAsync(Guid personId, byte[] packed, CancellationToken cancellationToken)
    {
        var mine = PackedFingerprints.Unpack(packed).ToHashSet();
        var others = await (
            from essay in db.CaseEssays
            join attestationCase in db.AttestationCases on essay.CaseId equals attestationCase.Id
            where attestationCase.PersonId != personId && essay.Fingerprints != null
            select new { essay.Id, essay.Fingerprints }).ToListAsync(cancellationToken);
        var near = others
            .Select(o => (o.Id, Shared: PackedFingerprints.Unpack(o.Fingerprints!).Count(mine.Contains)))
            .Where(o => o.Shared >= FewestShared)
            .OrderByDescending(o => o.Shared)
            .Take(FingerprintIndex.DefaultMost)
            .Select(o => o.Id)
            .ToList();
        var texts = await db.CaseEssays
            .Where(e => EF.Parameter(near).Contains(e.Id))
            .Select(e => new { e.Id, e.Text })
            .ToListAsync(cancellationToken);
        return texts.ConvertAll(t => new Source(t.Id, PreparedText.From(t.Text)));
    }
}
