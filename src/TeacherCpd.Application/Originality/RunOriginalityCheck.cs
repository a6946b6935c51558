using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Compares a report with everything handed in before it, or, in a later round, with everything. The comparing holds no transaction; what it found is then
/// written by <see cref="RecordCheckResultCommand"/>, once however often this runs.
/// </summary>
[SystemOnly]
public sealed record RunOriginalityCheckCommand(Guid CheckId) : IRequest<Result<Done>>
{
    /// <summary>Tries after which a person must look.</summary>
    public const int MostAttempts = 5;
}

internal sealed class RunOriginalityCheckHandler(IAppDbContext db, FingerprintIndex index, IMediator mediator, TimeProvider time) : IRequestHandler<RunOriginalityCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RunOriginalityCheckCommand request, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(request, cancellationToken);
        }
        catch (IndexOutdatedException)
        {
            // no fault of the check: it stays queued and is handed over again
            return new IndexIsOutdated();
        }
    }

    private async Task<Result<Done>> CheckAsync(RunOriginalityCheckCommand request, CancellationToken cancellationToken)
    {
        var startedAt = time.UtcNow();
        var checkedReport = await (
            from check in db.OriginalityChecks
            join material in db.PortfolioMaterials on check.MaterialId equals material.Id
            join portfolio in db.Portfolios on material.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join programme in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals programme.Id
            join document in db.IndexedDocuments on material.Id equals document.DocumentId
            join text in db.PortfolioTexts on material.Id equals text.MaterialId
            where check.Id == request.CheckId && check.Status == CheckStatus.Queued
            select new CheckedReport(material.PortfolioId, programme.ProgrammeId, document.Number, check.Round, text.Text)).SingleOrDefaultAsync(cancellationToken);
        if (checkedReport is null)
        {
            return Done.Value;
        }

        var prepared = PreparedText.From(checkedReport.Text);
        var own = await (
            from material in db.PortfolioMaterials
            join document in db.IndexedDocuments on material.Id equals document.DocumentId
            where material.PortfolioId == checkedReport.PortfolioId && document.Number != checkedReport.Number && document.Status == IndexedDocumentStatus.Compared
            select document.Number).ToListAsync(cancellationToken);
        var candidates = await index.FindAsync(
            prepared,
            number => (number < checkedReport.Number || checkedReport.Round != CheckRound.HandedIn) && number != checkedReport.Number && !own.Contains(number),
            cancellationToken: cancellationToken);
        var sources = await SourcesAsync([.. candidates.Select(c => c.Number)], [.. own.Where(number => number < checkedReport.Number)], cancellationToken);
        var report = Comparison.Compare(prepared, [.. sources, .. await HandoutsAsync(checkedReport.ProgrammeId, cancellationToken)], cancellationToken);
        return await mediator.Send(new RecordCheckResultCommand(request.CheckId, report, startedAt), cancellationToken);
    }

    private async Task<IEnumerable<Source>> SourcesAsync(List<int> candidates, List<int> own, CancellationToken cancellationToken)
    {
        List<int> numbers = [.. candidates, .. own];
        var texts = await (
            from document in db.IndexedDocuments
            join text in db.PortfolioTexts on document.DocumentId equals text.MaterialId
            where numbers.Contains(document.Number)
            select new { document.Number, text.MaterialId, text.Text }).ToListAsync(cancellationToken);
        return texts.AsParallel().Select(t => new Source(
            t.MaterialId, PreparedText.From(t.Text), own.Contains(t.Number) ? SourceRole.OwnEarlierVersion : SourceRole.Work, t.Number)).ToList();
    }

    private async Task<IEnumerable<Source>> HandoutsAsync(Guid programmeId, CancellationToken cancellationToken)
    {
        var handouts = await (
            from handout in db.Handouts
            join text in db.HandoutTexts on handout.Id equals text.HandoutId
            where handout.RetiredAt == null && (handout.ProgrammeId == null || handout.ProgrammeId == programmeId)
            select text).AsNoTracking().ToListAsync(cancellationToken);
        return handouts.Select(h => new Source(h.HandoutId, PreparedText.From(h.Text), SourceRole.Template));
    }

    private sealed record CheckedReport(Guid PortfolioId, Guid ProgrammeId, int Number, CheckRound Round, string Text);
}
