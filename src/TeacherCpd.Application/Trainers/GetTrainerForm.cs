using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Trainers;

/// <summary>What the form for a new trainer offers.</summary>
[RequirePermission(Permission.ManageTrainers)]
public sealed record GetTrainerFormQuery : IQuery<IReadOnlyList<BranchChoice>>;

internal sealed class GetTrainerFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrainerFormQuery, Result<IReadOnlyList<BranchChoice>>>
{
    public async Task<Result<IReadOnlyList<BranchChoice>>> Handle(GetTrainerFormQuery request, CancellationToken cancellationToken) =>
        await db.Organisations
            .Within(user.Scopes(Permission.ManageTrainers))
            .Where(o => o.Kind == OrganisationKind.Branch || o.Kind == OrganisationKind.Centre)
            .OrderBy(o => o.Path)
            .Select(o => new BranchChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
}
