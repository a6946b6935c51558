using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>The groups of the coordinator's branches, the latest first.</summary>
/// <param name="Status">Only groups in this state; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetManagedGroupsQuery(GroupStatus? Status, int Page) : IQuery<Paged<ManagedGroupRow>>;

/// <summary>A group as its coordinator sees it in the list.</summary>
/// <param name="Applied">Applications that wait for a decision.</param>
/// <param name="Accepted">People who hold a place.</param>
public sealed record ManagedGroupRow(
    Guid Id,
    string Code,
    string ProgrammeCode,
    LocalizedText Title,
    GroupStatus Status,
    Language Language,
    DateOnly StartsOn,
    DateOnly EndsOn,
    LocalizedText Branch,
    string Trainer,
    int Applied,
    int Accepted,
    int Capacity);

internal sealed class GetManagedGroupsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetManagedGroupsQuery, Result<Paged<ManagedGroupRow>>>
{
    public async Task<Result<Paged<ManagedGroupRow>>> Handle(GetManagedGroupsQuery request, CancellationToken cancellationToken)
    {
        var groups = db.ManagedBy(user);
        if (request.Status is { } status)
        {
            groups = groups.Where(g => g.Status == status);
        }

        var total = await groups.CountAsync(cancellationToken);
        return await db.ManagedGroupRows(groups).PageAsync(total, request.Page, cancellationToken);
    }
}
