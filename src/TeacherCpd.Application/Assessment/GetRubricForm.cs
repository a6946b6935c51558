using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Assessment;

/// <summary>What the form for a new rubric offers.</summary>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record GetRubricFormQuery : IQuery<RubricForm>;

/// <summary>Choices for a new rubric.</summary>
/// <param name="Centres">Centres for which the user writes.</param>
/// <param name="MayWriteForAll">Whether the user may write one for the whole country.</param>
public sealed record RubricForm(IReadOnlyList<NamedChoice> Centres, bool MayWriteForAll);

internal sealed class GetRubricFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRubricFormQuery, Result<RubricForm>>
{
    public async Task<Result<RubricForm>> Handle(GetRubricFormQuery request, CancellationToken cancellationToken) => new RubricForm(
        await db.Organisations
            .Within(user.Scopes(Permission.ManageProgrammes))
            .Where(o => o.Kind == OrganisationKind.Centre)
            .OrderBy(o => o.SortKey)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken),
        user.CanEverywhere(Permission.ManageProgrammes));
}
