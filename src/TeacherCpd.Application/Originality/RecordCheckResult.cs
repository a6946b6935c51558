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

/// <summary>Stores what a check found and moves the portfolio on. A check that is no longer queued stays as it is.</summary>
[SystemOnly]
public sealed record RecordCheckResultCommand(Guid CheckId, OriginalityReport Report) : ICommand<Done>;

internal sealed class RecordCheckResultHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordCheckResultCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordCheckResultCommand request, CancellationToken cancellationToken)
    {
        var check = await db.OriginalityChecks.SingleOrDefaultAsync(c => c.Id == request.CheckId && c.Status == CheckStatus.Queued, cancellationToken);
        if (check is null)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        check.Finish(Findings.Of(check.Id, request.Report), now);
        var portfolio = await db.Portfolios.SingleAsync(p => p.Versions.Any(v => v.Id == check.VersionId), cancellationToken);
        if (await db.OriginalityChecks.AnyAsync(
            c => c.VersionId == check.VersionId && c.Round == CheckRound.HandedIn && c.Id != check.Id && c.Status != CheckStatus.Done, cancellationToken))
        {
            return Done.Value;
        }

        var (from, to) = check.Stage == AssessmentStage.Formative
            ? (PortfolioStatus.FormativeCheck, PortfolioStatus.AwaitingFeedback)
            : (PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingAssessment);
        return portfolio.Status == from && portfolio.Move(to, now) is { } error ? error : Done.Value;
    }
}
