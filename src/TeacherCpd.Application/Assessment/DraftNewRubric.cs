using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>A developer begins the next version of a rubric, copied from the newest. Gives back its number.</summary>
/// <param name="DraftId">Id that the form carries: sending it twice begins one draft.</param>
/// <param name="Code">Rubric.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record DraftNewRubricCommand(Guid DraftId, string Code) : ICommand<int>;

internal sealed class DraftNewRubricHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DraftNewRubricCommand, Result<int>>
{
    public async Task<Result<int>> Handle(DraftNewRubricCommand request, CancellationToken cancellationToken)
    {
        var number = await db.Rubrics.Where(r => r.Code == request.Code).MaxAsync(r => (int?)r.Number, cancellationToken);
        var newest = await db.RubricToWriteAsync(user, request.Code, number ?? 0, cancellationToken);
        if (newest is null)
        {
            return new NotFound();
        }

        if (newest.Id == request.DraftId)
        {
            return newest.Number;
        }

        if (newest.DraftNext(request.DraftId, out var draft) is { } error)
        {
            return error;
        }

        db.Rubrics.Add(draft!);
        return draft!.Number;
    }
}
