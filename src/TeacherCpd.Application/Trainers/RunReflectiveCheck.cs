using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// Compares a reflective report with the portfolios of all courses and with the reflective reports of other trainers. The engine and
/// its index of portfolios are those of the portfolios; reports of trainers are few, so those worth comparing are found by their
/// fingerprints one after another. Holds no transaction; the result is written by <see cref="RecordReflectiveCheckCommand"/>.
/// </summary>
[SystemOnly]
public sealed record RunReflectiveCheckCommand(Guid CheckId) : IRequest<Result<Done>>;

internal sealed class RunReflectiveCheckHandler(IAppDbContext db, FingerprintIndex index, IMediator mediator) : IRequestHandler<RunReflectiveCheckCommand, Result<Done>>
{
    // fewer shared fingerprints are chance
    private const int FewestShared = 3;

    public async Task<Result<Done>> Handle(RunReflectiveCheckCommand request, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(request.CheckId, cancellationToken);
        }
        catch (IndexOutdatedException)
        {
            // no fault of the check: it stays queued and is handed over again
            return new IndexIsOutdated();
        }
    }

    private async Task<Result<Done>> CheckAsync(Guid checkId, CancellationToken cancellationToken)
    {
        var asked = await (
            from check in db.ReflectiveChecks
            where check.Id == checkId && check.Status == CheckStatus.Queued
            join text in db.ReflectiveTexts on check.ReportId equals text.ReportId
            from recertification in db.Recertifications
            where recertification.Reports.Any(r => r.Id == check.ReportId)
            join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
            select new { check.ReportId, text.Text, text.Fingerprints, recertification.ProgrammeId, TrainerId = trainer.Id, trainer.PersonId })
            .SingleOrDefaultAsync(cancellationToken);
        if (asked is null)
        {
            return Done.Value;
        }

        var prepared = PreparedText.From(asked.Text);
        var reports = await ReportsAsync(asked.TrainerId, asked.Fingerprints, cancellationToken);
        var sources = new List<Source>(reports);
        sources.AddRange(await PortfoliosAsync(prepared, asked.PersonId, cancellationToken));
        sources.AddRange(await HandoutsAsync(asked.ProgrammeId, cancellationToken));
        var found = Comparison.Compare(prepared, sources, cancellationToken);
        return await mediator.Send(new RecordReflectiveCheckCommand(checkId, found, [.. reports.Select(r => r.Id)]), cancellationToken);
    }

    // the trainer's own portfolio as a teacher is the own work
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

    private async Task<List<Source>> ReportsAsync(Guid trainerId, byte[] packed, CancellationToken cancellationToken)
    {
        var mine = PackedFingerprints.Unpack(packed).ToHashSet();
        var others = await (
            from recertification in db.Recertifications
            where recertification.TrainerId != trainerId
            from report in recertification.Reports
            join text in db.ReflectiveTexts on report.Id equals text.ReportId
            select new { report.Id, text.Fingerprints }).ToListAsync(cancellationToken);
        var near = others
            .Select(o => (o.Id, Shared: PackedFingerprints.Unpack(o.Fingerprints).Count(mine.Contains)))
            .Where(o => o.Shared >= FewestShared)
            .OrderByDescending(o => o.Shared)
            .Take(FingerprintIndex.DefaultMost)
            .Select(o => o.Id)
            .ToList();
        var texts = await db.ReflectiveTexts
            .Where(t => EF.Parameter(near).Contains(t.ReportId))
            .Select(t => new { t.ReportId, t.Text })
            .ToListAsync(cancellationToken);
        return texts.ConvertAll(t => new Source(t.ReportId, PreparedText.From(t.Text)));
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
}
