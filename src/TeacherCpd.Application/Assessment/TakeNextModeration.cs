using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>A moderator takes the graded portfolio that waits longest, those near the line of severe assessors first, and begins from the levels that the assessors gave.</summary>
/// <param name="SheetId">Id that the form carries: sending it twice takes one portfolio.</param>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record TakeNextModerationCommand(Guid SheetId) : ICommand<Guid>;

internal sealed class TakeNextModerationHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<TakeNextModerationCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TakeNextModerationCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        if (await db.AuthorOfAsync(request.SheetId, cancellationToken) is { } author)
        {
            return author == me ? request.SheetId : new NotFound();
        }

        var work = await db.WaitingForModerator(me).OrderByDescending(w => w.IsSecondLook).ThenBy(w => w.Since).ThenBy(w => w.PortfolioId).FirstOrDefaultAsync(cancellationToken);
        if (work is null)
        {
            return new NothingToAssess();
        }

        var now = time.UtcNow();
        var grading = await db.Gradings.SingleAsync(g => g.PortfolioVersionId == work.VersionId, cancellationToken);
        var sheets = await db.GradingSheetsAsync(grading, cancellationToken);
        var sheet = GradingSheets.Begin(request.SheetId, grading, SheetRole.Moderation, me, sheets, now);
        if (sheet.SaveDraft(Grading.Levels(sheets).Select(l => (l.Key, (Grade?)l.Value, "")), "", now) is { } error)
        {
            return error;
        }

        db.RubricSheets.Add(sheet);
        return request.SheetId;
    }
}
