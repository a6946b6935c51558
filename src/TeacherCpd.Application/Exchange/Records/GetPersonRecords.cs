using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Records;

/// <summary>Records of the people who work today below a place, in an order that does not change: a page goes on behind the last id of the one before.</summary>
/// <param name="Place">Path of an organisation, for example <c>kz/39/</c>; null: everywhere in reach.</param>
/// <param name="After">Id behind which the page begins; null: the first page.</param>
/// <param name="Limit">Most records, 1 to <see cref="MostRecords"/>.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record GetPersonRecordsQuery(string? Place, Guid? After, int Limit) : IQuery<IReadOnlyList<PersonRecord>>
{
    /// <summary>Most records of a page.</summary>
    public const int MostRecords = 500;
}

internal sealed class GetPersonRecordsValidator : AbstractValidator<GetPersonRecordsQuery>
{
    public GetPersonRecordsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, GetPersonRecordsQuery.MostRecords).WithErrorCode("number_out_of_range");
}

internal sealed class GetPersonRecordsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPersonRecordsQuery, Result<IReadOnlyList<PersonRecord>>>
{
    public async Task<Result<IReadOnlyList<PersonRecord>>> Handle(GetPersonRecordsQuery request, CancellationToken cancellationToken)
    {
        var paths = user.Scopes(Permission.ExchangeRegister);
        if (request.Place.OrNothing() is { } place)
        {
            paths = await db.Organisations.Within(paths).Where(o => o.Path == place).Select(o => o.Path).ToListAsync(cancellationToken);
            if (paths.Count == 0)
            {
                return new NotFound();
            }
        }

        var (day, after) = (time.Today(), request.After ?? Guid.Empty);
        return await db.PersonRecordsAsync(
            db.WorkingBelow(paths, day).Where(p => p.Id.CompareTo(after) > 0).OrderBy(p => p.Id).Take(request.Limit), day, cancellationToken);
    }
}
