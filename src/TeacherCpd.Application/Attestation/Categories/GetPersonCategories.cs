using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>A person's categories, what stopped their term, and where the person works and worked; for whoever keeps them.</summary>
/// <param name="PersonId">Person.</param>
[RequirePermission(Permission.KeepCategories)]
public sealed record GetPersonCategoriesQuery(Guid PersonId) : IQuery<PersonCategories>;

/// <summary>Categories of a person.</summary>
/// <param name="Name">Name.</param>
/// <param name="Record">What is recorded.</param>
/// <param name="Choices">Categories that may be entered.</param>
public sealed record PersonCategories(Guid Id, string Name, CategoryFile Record, IReadOnlyList<string> Choices);

internal sealed class GetPersonCategoriesHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetPersonCategoriesQuery, Result<PersonCategories>>
{
    public async Task<Result<PersonCategories>> Handle(GetPersonCategoriesQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var person = await db.WithCategoriesKeptBy(user, today).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        if (edition is null)
        {
            return new NoRulesInForce();
        }

        var rules = RuleBook.Read(edition.Json);
        return new PersonCategories(
            person.Id,
            person.FullName,
            await CategoryFile.ReadAsync(db, person.Id, person.Iin, rules, today, cancellationToken),
            [.. rules.Ladders.Values.SelectMany(l => l.Categories).Concat(rules.Legacy.Order).Concat(rules.Legacy.HeadEquals.Keys).Distinct()]);
    }
}
