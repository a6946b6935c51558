using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Accounts;

/// <summary>What the registration form offers: the districts, and the schools of the one chosen.</summary>
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
        var districts = await Choices(OrganisationKind.District, null).ToListAsync(cancellationToken);
        var schools = request.DistrictId is { } district
            ? await Choices(OrganisationKind.School, district).ToListAsync(cancellationToken)
            : [];
        return new RegistrationForm(districts, schools);
    }

    private IQueryable<OrganisationChoice> Choices(OrganisationKind kind, Guid? above) =>
        from organisation in db.Organisations
        join parent in db.Organisations on organisation.ParentId equals parent.Id
        where organisation.Kind == kind && (above == null || organisation.ParentId == above)
        orderby parent.Path, organisation.Path
        select new OrganisationChoice(organisation.Id, organisation.Name, parent.Name);
}
