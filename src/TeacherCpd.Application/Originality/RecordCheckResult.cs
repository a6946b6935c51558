using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Stores what a check found. The round of handing in moves the portfolio on; a result that goes over the threshold of the plan
/// is told, and opens a case where the plan says so. A check that is no longer queued stays as it is.
/// </summary>
/// <param name="CheckId">Check.</param>
/// <param name="Report">What was found.</param>
/// <param name="StartedAt">When the try began that found it (UTC).</param>
[SystemOnly]
public sealed record RecordCheckResultCommand(Guid CheckId, OriginalityReport Report, DateTime StartedAt) : ICommand<Done>;

internal sealed class RecordCheckResultHandler(IAppDbContext db, CaseTerms terms, TimeProvider time)
    : IRequestHandler<RecordCheckResultCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordCheckResultCommand request, CancellationToken cancellationToken)
    {
        var check = await db.OriginalityChecks
            .Include(c => c.Tries)
            .SingleOrDefaultAsync(c => c.Id == request.CheckId && c.Status == CheckStatus.Queued, cancellationToken);
        if (check is null)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        check.Finish(Findings.Of(check.Id, request.Report), request.StartedAt, now);
        check.CountAnew(await db.PassageReviews.AsNoTracking().Where(r => r.MaterialId == check.MaterialId).ToListAsync(cancellationToken));
        await CompareAsync(check, now, cancellationToken);
        var portfolio = await db.Portfolios.SingleAsync(p => p.Versions.Any(v => v.Id == check.VersionId), cancellationToken);
        if (await db.OriginalityChecks.AnyAsync(
            c => c.VersionId == check.VersionId && c.Round == CheckRound.HandedIn && c.Id != check.Id && c.Status != CheckStatus.Done, cancellationToken))
        {
            return Done.Value;
        }

        var (from, to) = check.Stage == AssessmentStage.Formative
            ? (PortfolioStatus.FormativeCheck, PortfolioStatus.AwaitingFeedback)
            : (PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingAssessment);
        return portfolio.Status == from && check.Round == CheckRound.HandedIn && portfolio.Move(to, now) is { } error ? error : Done.Value;
    }

    private async Task CompareAsync(OriginalityCheck check, DateTime now, CancellationToken cancellationToken)
    {
        var work = await db.WorkPlaces().AsNoTracking().SingleAsync(w => w.VersionId == check.VersionId, cancellationToken);
        var others = await db.OriginalityChecks
            .Where(c => c.VersionId == check.VersionId && c.MaterialId == check.MaterialId && c.Id != check.Id && c.Status == CheckStatus.Done)
            .Select(c => new { c.Round, c.SimilarityPermille })
            .ToListAsync(cancellationToken);

        // one that failed and was tried again after a later round tells nothing new
        if (others.Exists(o => o.Round > check.Round))
        {
            return;
        }

        var crossing = check.CompareWith(work.Plan, others.MaxBy(o => o.Round)?.SimilarityPermille);
        if (crossing == ThresholdCrossing.Reached && work.Plan.Consequence != OriginalityConsequence.Warning)
        {
            await db.OpenOrJoinAsync(
                work,
                terms,
                caseId => new CaseGround { CaseId = caseId, Kind = CaseGroundKind.Threshold, CheckId = check.Id, Permille = check.SimilarityPermille, At = now },
                now,
                cancellationToken);
        }
    }
}
