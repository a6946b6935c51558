using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A group as its coordinator changes it.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetGroupEditFormQuery(Guid GroupId) : IQuery<GroupEditForm>;

/// <summary>A group to be changed.</summary>
/// <param name="Revision">State that the form carries.</param>
/// <param name="TrainerTakenOff">Whether the trainer was taken off and another has to be set.</param>
public sealed record GroupEditForm(
    Guid GroupId,
    string Code,
    LocalizedText Title,
    GroupStatus Status,
    int Revision,
    GroupPlan Plan,
    Guid ProgrammeVersionId,
    Guid BranchId,
    Language Language,
    bool TrainerTakenOff,
    IReadOnlyList<TrainerChoice> Trainers);

internal sealed class GetGroupEditFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetGroupEditFormQuery, Result<GroupEditForm>>
{
    public async Task<Result<GroupEditForm>> Handle(GetGroupEditFormQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from g in db.ManagedBy(user)
            where g.Id == request.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { Group = g, programme.Title })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        return new GroupEditForm(
            found.Group.Id,
            found.Group.Code,
            found.Title,
            found.Group.Status,
            found.Group.Revision,
            found.Group.Plan,
            found.Group.ProgrammeVersionId,
            found.Group.BranchId,
            found.Group.Language,
            found.Group.TrainerTakenOffAt is not null,
            await db.TrainersAsync(cancellationToken));
    }
}
