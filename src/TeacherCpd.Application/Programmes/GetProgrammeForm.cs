using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Programmes;

/// <summary>What the form for a new programme offers.</summary>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record GetProgrammeFormQuery : IQuery<ProgrammeForm>;

/// <summary>Choices for a new programme.</summary>
/// <param name="Centres">Centres for which the user writes.</param>
/// <param name="Rubrics">Rubrics by which portfolios are assessed.</param>
public sealed record ProgrammeForm(IReadOnlyList<NamedChoice> Centres, IReadOnlyList<NamedChoice> Rubrics);

/// <summary>Something to choose, by its name.</summary>
public sealed record NamedChoice(Guid Id, LocalizedText Name);

internal sealed class GetProgrammeFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetProgrammeFormQuery, Result<ProgrammeForm>>
{
    public async Task<Result<ProgrammeForm>> Handle(GetProgrammeFormQuery request, CancellationToken cancellationToken) => new ProgrammeForm(
        await db.Organisations
            .Within(user.Scopes(Permission.ManageProgrammes))
            .Where(o => o.Kind == OrganisationKind.Centre)
            .OrderBy(o => o.SortKey)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken),
        await db.RubricChoicesAsync(cancellationToken));
}
