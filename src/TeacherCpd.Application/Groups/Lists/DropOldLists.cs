using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Deletes the rows of lists whose time is over, and throws away those that nobody confirmed.</summary>
[SystemOnly]
public sealed record DropOldListsCommand : ICommand<Done>;

internal sealed class DropOldListsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<DropOldListsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropOldListsCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var before = now - EnrolmentList.KeptFor;
        foreach (var list in await db.EnrolmentLists
            .Where(l => l.Status == EnrolmentListStatus.Previewed && l.CreatedAt <= before)
            .ToListAsync(cancellationToken))
        {
            list.Discard(now);
        }

        await db.EnrolmentListRows
            .Where(r => db.EnrolmentLists.Any(l => l.Id == r.ListId && l.CreatedAt <= before))
            .ExecuteDeleteAsync(cancellationToken);
        return Done.Value;
    }
}
