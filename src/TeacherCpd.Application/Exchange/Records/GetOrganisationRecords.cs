using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange.Records;

/// <summary>Organisations in reach, in an order that does not change.</summary>
/// <param name="After">Id behind which the page begins; null: the first page.</param>
/// <param name="Limit">Most records, 1 to <see cref="MostRecords"/>.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record GetOrganisationRecordsQuery(Guid? After, int Limit) : IQuery<IReadOnlyList<OrganisationRecord>>
{
    /// <summary>Most records of a page.</summary>
    public const int MostRecords = 1_000;
}

/// <summary>What other systems read of an organisation.</summary>
/// <param name="Path">Codes from the highest organisation down; unique.</param>
/// <param name="Code">Code; unique among its neighbours.</param>
/// <param name="ParentId">Organisation above; null for the highest.</param>
/// <param name="NameKk">Name in Kazakh.</param>
/// <param name="NameRu">Name in Russian.</param>
/// <param name="NameEn">Name in English.</param>
public sealed record OrganisationRecord(Guid Id, string Path, string Code, OrganisationKind Kind, Guid? ParentId, string NameKk, string NameRu, string NameEn);

internal sealed class GetOrganisationRecordsValidator : AbstractValidator<GetOrganisationRecordsQuery>
{
    public GetOrganisationRecordsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, GetOrganisationRecordsQuery.MostRecords).WithErrorCode("number_out_of_range");
}

internal sealed class GetOrganisationRecordsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOrganisationRecordsQuery, Result<IReadOnlyList<OrganisationRecord>>>
{
    public async Task<Result<IReadOnlyList<OrganisationRecord>>> Handle(GetOrganisationRecordsQuery request, CancellationToken cancellationToken)
    {
        var after = request.After ?? Guid.Empty;
        return await db.Organisations.AsNoTracking()
            .Within(user.Scopes(Permission.ExchangeRegister))
            .Where(o => o.Id.CompareTo(after) > 0)
            .OrderBy(o => o.Id)
            .Take(request.Limit)
            .Select(o => new OrganisationRecord(o.Id, o.Path, o.Code, o.Kind, o.ParentId, o.Name.Kk, o.Name.Ru, o.Name.En))
            .ToListAsync(cancellationToken);
    }
}
