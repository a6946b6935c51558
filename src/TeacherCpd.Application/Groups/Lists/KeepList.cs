using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Keeps a list that was read, to be looked at and confirmed: what is confirmed is what was looked at.</summary>
/// <param name="ListId">Id that the form carries: sending it twice keeps one list.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record KeepListCommand(Guid ListId, Guid GroupId, ReadList List) : ICommand<Guid>;

internal sealed class KeepListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<KeepListCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(KeepListCommand request, CancellationToken cancellationToken)
    {
        if (!await db.ManagedBy(user).AnyAsync(g => g.Id == request.GroupId, cancellationToken))
        {
            return new NotFound();
        }

        if (await db.ListsOf(user, request.GroupId).AnyAsync(l => l.Id == request.ListId, cancellationToken))
        {
            return request.ListId;
        }

        db.EnrolmentLists.Add(new EnrolmentList
        {
            Id = request.ListId,
            GroupId = request.GroupId,
            OwnerId = user.Me,
            FileName = request.List.FileName,
            RowCount = request.List.Content.Lines.Count,
            CreatedAt = time.UtcNow(),
        });
        db.EnrolmentListRows.Add(new EnrolmentListRows { ListId = request.ListId, Json = request.List.Content.ToJson() });
        return request.ListId;
    }
}
