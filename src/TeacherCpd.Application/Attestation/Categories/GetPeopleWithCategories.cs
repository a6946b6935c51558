using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>People whose categories the user keeps.</summary>
/// <param name="Text">An IIN, or the beginning of family name and given name; null for all.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.KeepCategories)]
public sealed record GetPeopleWithCategoriesQuery(string? Text, int Page) : IQuery<Paged<PersonWithCategory>>;

/// <summary>A person in the list.</summary>
/// <param name="Category">Category held; null where none is recorded.</param>
/// <param name="ValidUntil">Last day as given.</param>
public sealed record PersonWithCategory(Guid Id, string Name, string? Category, DateOnly? ValidUntil);

internal sealed class GetPeopleWithCategoriesHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetPeopleWithCategoriesQuery, Result<Paged<PersonWithCategory>>>
{
    public async Task<Result<Paged<PersonWithCategory>>> Handle(GetPeopleWithCategoriesQuery request, CancellationToken cancellationToken)
    {
        var people = Found(db.WithCategoriesKeptBy(user, time.Today()), request.Text);
        var total = await people.CountAsync(cancellationToken);
        var page = await people
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName })
            .PageAsync(total, request.Page, cancellationToken);
        var ids = page.Items.Select(p => p.Id).ToList();
        var categories = (await db.CategoryRecords
            .Where(r => ids.Contains(r.PersonId))
            .Select(r => new { r.PersonId, r.Category, r.GrantedOn, r.ValidUntil })
            .ToListAsync(cancellationToken))
            .GroupBy(r => r.PersonId)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.GrantedOn));
        return new Paged<PersonWithCategory>(
            [.. page.Items.Select(p => new PersonWithCategory(p.Id, p.Name, categories.GetValueOrDefault(p.Id)?.Category, categories.GetValueOrDefault(p.Id)?.ValidUntil))],
            page.Number,
            total);
    }

    private static IQueryable<Person> Found(IQueryable<Person> people, string? text)
    {
        if (text.OrNothing() is not { } typed)
        {
            return people;
        }

        var iin = Iin.Parse(typed);
        if (iin.IsOk)
        {
            return people.Where(p => p.Iin == iin.Value.Value);
        }

        var key = SortKey.Of(typed);
        return key.Length == 0 ? people.Where(p => false) : people.Where(p => p.SortKey.StartsWith(key));
    }
}
