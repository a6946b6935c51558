using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>An observer throws a draft away.</summary>
[RequirePermission(Permission.ObserveLessons)]
public sealed record DiscardObservationCommand(Guid SheetId) : ICommand<Done>;

internal sealed class DiscardObservationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DiscardObservationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardObservationCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.LessonObservations.SingleOrDefaultAsync(o => o.Id == request.SheetId && o.ObserverId == user.Me, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        return sheet.Discard() is { } refused ? refused : Done.Value;
    }
}
