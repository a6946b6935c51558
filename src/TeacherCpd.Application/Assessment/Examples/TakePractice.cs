using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>An assessor begins to mark an example, to see how the own levels stand to the agreed ones.</summary>
/// <param name="SheetId">Id that the form carries: sending it twice begins one sheet.</param>
/// <param name="ExampleId">Example for calibration.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record TakePracticeCommand(Guid SheetId, Guid ExampleId) : ICommand<Guid>;

internal sealed class TakePracticeHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TakePracticeCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TakePracticeCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        if (await db.AuthorOfAsync(request.SheetId, cancellationToken) is { } author)
        {
            return author == me ? request.SheetId : new NotFound();
        }

        var example = await db.ExamplesFor(me).SingleOrDefaultAsync(e => e.Id == request.ExampleId && e.Use == ExampleUse.Calibration, cancellationToken);
        if (example is null)
        {
            return new NotFound();
        }

        // one sheet an assessor: whoever presses again goes on with it
        var begun = await db.RubricSheets
            .Where(s => s.PortfolioVersionId == example.PortfolioVersionId && s.AuthorId == me && s.ReturnedAt == null)
            .Select(s => (Guid?)s.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (begun is { } sheetId)
        {
            return sheetId;
        }

        db.RubricSheets.Add(await db.BeginExampleAsync(request.SheetId, example, SheetRole.Practice, me, time.UtcNow(), cancellationToken));
        return request.SheetId;
    }
}
