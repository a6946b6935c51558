using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>What the form for a new group offers. Programmes that may open none are shown with the reason.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetGroupFormQuery : IQuery<GroupForm>;

/// <summary>Choices for a new group.</summary>
public sealed record GroupForm(IReadOnlyList<VersionChoice> Versions, IReadOnlyList<BranchChoice> Branches, IReadOnlyList<TrainerChoice> Trainers);

/// <summary>A programme version to choose.</summary>
public sealed record VersionChoice(Guid Id, string Code, LocalizedText Title, int Number, ProgrammeVersionStatus Status);

/// <summary>A branch to choose.</summary>
public sealed record BranchChoice(Guid Id, LocalizedText Name);

/// <summary>A trainer to choose.</summary>
public sealed record TrainerChoice(Guid Id, string Name);

internal sealed class GetGroupFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetGroupFormQuery, Result<GroupForm>>
{
    public async Task<Result<GroupForm>> Handle(GetGroupFormQuery request, CancellationToken cancellationToken)
    {
        var scopes = user.Scopes(Permission.ManageGroups);
        var versions = await (
            from version in db.ProgrammeVersions
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby programme.Code, version.Number descending
            select new VersionChoice(version.Id, programme.Code, programme.Title, version.Number, version.Status))
            .ToListAsync(cancellationToken);
        var branches = await db.Organisations
            .Within(scopes)
            .Where(o => o.Kind == OrganisationKind.Branch || o.Kind == OrganisationKind.Centre)
            .OrderBy(o => o.Path)
            .Select(o => new BranchChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        return new GroupForm(versions, branches, await db.TrainersAsync(cancellationToken));
    }
}
