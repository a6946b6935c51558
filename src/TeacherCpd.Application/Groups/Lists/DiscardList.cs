using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Throws a list away that is not confirmed; its rows are deleted.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record DiscardListCommand(Guid GroupId, Guid ListId) : ICommand<Done>;

internal sealed class DiscardListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DiscardListCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardListCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListsOf(user, request.GroupId).SingleOrDefaultAsync(l => l.Id == request.ListId, cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        if (list.Status == EnrolmentListStatus.Discarded)
        {
            return Done.Value;
        }

        if (list.Discard(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        await db.EnrolmentListRows.Where(r => r.ListId == list.Id).ExecuteDeleteAsync(cancellationToken);
        return Done.Value;
    }
}
