using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>Whose categories somebody keeps.</summary>
internal static class CategoryQueries
{
    /// <summary>Line in which categories of a person are written.</summary>
    public static string Line(Guid personId) => $"categories/{personId:N}";

    /// <summary>People who work now at an organisation over which the user keeps categories; not the user.</summary>
    public static IQueryable<Person> WithCategoriesKeptBy(this IAppDbContext db, CurrentUser user, DateOnly today)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.KeepCategories)).Select(o => o.Id);
        return db.Persons.Where(p => p.Id != user.PersonId && p.Employments.Any(e => e.From <= today && (e.To == null || e.To >= today) && places.Contains(e.OrganisationId)));
    }

    /// <summary>Takes the turn for a person whose categories the user keeps.</summary>
    public static async Task<Error?> KeepAsync(this IAppDbContext db, CurrentUser user, Guid personId, DateOnly today, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(Line(personId), cancellationToken);
        return await db.WithCategoriesKeptBy(user, today).AnyAsync(p => p.Id == personId, cancellationToken) ? null : new NotFound();
    }

    /// <summary>The newest categories: one for each person who has any.</summary>
    public static IQueryable<CategoryRecord> Newest(this IAppDbContext db) => db.CategoryRecords.Where(r =>
        !db.CategoryRecords.Any(o => o.PersonId == r.PersonId && (o.GrantedOn > r.GrantedOn || (o.GrantedOn == r.GrantedOn && o.Id.CompareTo(r.Id) > 0))));
}
