using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Accounts;

/// <summary>What the registration form offers: the districts and cities that have schools, and the schools of the one chosen.</summary>
/// <param name="DistrictId">District, or a city or region whose schools stand right below it; null while none is chosen.</param>
[OpenToAll]
public sealed record GetRegistrationFormQuery(Guid? DistrictId) : IQuery<RegistrationForm>;

/// <summary>Choices of the registration form.</summary>
public sealed record RegistrationForm(IReadOnlyList<OrganisationChoice> Districts, IReadOnlyList<OrganisationChoice> Schools);

/// <summary>An organisation to choose.</summary>
/// <param name="Above">Name of the organisation above it.</param>
public sealed record OrganisationChoice(Guid Id, LocalizedText Name, LocalizedText Above);

internal sealed class GetRegistrationFormHandler(IAppDbContext db) : IRequestHandler<GetRegistrationFormQuery, Result<RegistrationForm>>
{
    public async Task<Result<RegistrationForm>> Handle(GetRegistrationFormQuery request, CancellationToken cancellationToken)
    {
        var schools = db.Organisations.Where(o => o.Kind == OrganisationKind.School);
        var districts = await Choices(db.Organisations.Where(o => schools.Any(s => s.ParentId == o.Id))).ToListAsync(cancellationToken);
        return new RegistrationForm(
            districts,
            request.DistrictId is { } district ? await Choices(schools.Where(s => s.ParentId == district)).ToListAsync(cancellationToken) : []);
    }

    private IQueryable<OrganisationChoice> Choices(IQueryable<Organisation> organisations) =>
        from organisation in organisations
        join parent in db.Organisations on organisation.ParentId equals parent.Id
        orderby parent.Path, organisation.SortKey, organisation.Id
        select new OrganisationChoice(organisation.Id, organisation.Name, parent.Name);
}
