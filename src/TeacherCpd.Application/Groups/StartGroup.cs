using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A coordinator begins the course: the group leaves the catalogue.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record StartGroupCommand(Guid GroupId) : ICommand<Done>;

internal sealed class StartGroupHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<StartGroupCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(StartGroupCommand request, CancellationToken cancellationToken)
    {
        var group = await db.ManagedBy(user).SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        var taken = await db.Enrolments.WithPlace().CountAsync(e => e.GroupId == group.Id, cancellationToken);
        return group.Status != GroupStatus.Studying && group.Start(taken) is { } refused ? refused : Done.Value;
    }
}
