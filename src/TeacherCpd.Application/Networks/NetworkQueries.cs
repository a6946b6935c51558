using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Networks;

/// <summary>A school to choose.</summary>
/// <param name="Above">Name of the organisation above it.</param>
public sealed record SchoolChoice(Guid Id, LocalizedText Name, LocalizedText? Above);

/// <summary>Parts of queries that the use cases of networks share.</summary>
internal static class NetworkQueries
{
    private const int MostFound = 20;

    /// <summary>
    /// Waits for the turn of whoever changes lists. All regions wait for each other: lists are written a few days a year, and the approval of one
    /// withdraws another.
    /// </summary>
    public static Task TakeTurnOfListsAsync(this IAppDbContext db, CancellationToken cancellationToken) => db.TakeTurnAsync("networks/lists", cancellationToken);

    /// <summary>The lists of the regions whose lists the user writes.</summary>
    public static IQueryable<NetworkList> ListsOf(this IAppDbContext db, CurrentUser user)
    {
        var regions = db.Organisations.Within(user.Scopes(Permission.ApproveNetworks)).Select(o => o.Id);
        return db.NetworkLists.Where(l => regions.Contains(l.RegionId));
    }

    /// <summary>With its schools and their partners.</summary>
    public static IQueryable<NetworkList> Whole(this IQueryable<NetworkList> lists) =>
        lists.Include(l => l.Schools).ThenInclude(s => s.Partners).AsSplitQuery();

    /// <summary>A list to be changed, in its turn; null where the user does not write it.</summary>
    public static async Task<NetworkList?> ListInHandAsync(this IAppDbContext db, CurrentUser user, Guid listId, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfListsAsync(cancellationToken);
        return await db.ListsOf(user).Whole().SingleOrDefaultAsync(l => l.Id == listId, cancellationToken);
    }

    /// <summary>The list to which the entry of a leading school belongs, to be changed in its turn.</summary>
    public static async Task<NetworkList?> ListOfLeadingAsync(this IAppDbContext db, CurrentUser user, Guid leadingId, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfListsAsync(cancellationToken);
        return await db.ListsOf(user).Whole().SingleOrDefaultAsync(l => l.Schools.Any(s => s.Id == leadingId), cancellationToken);
    }

    /// <summary>Whether an organisation is a school of the country.</summary>
    public static Task<bool> IsSchoolAsync(this IAppDbContext db, Guid? schoolId, CancellationToken cancellationToken) =>
        db.Organisations.AnyAsync(o => o.Id == schoolId && o.Kind == OrganisationKind.School, cancellationToken);

    /// <summary>Schools by words of their names.</summary>
    public static async Task<IReadOnlyList<SchoolChoice>> FindSchoolsAsync(
        this IAppDbContext db, IQueryable<Organisation> schools, string? text, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : await schools
                .Where(o => o.Kind == OrganisationKind.School)
                .Named(text)
                .OrderBy(o => o.SortKey)
                .ThenBy(o => o.Path)
                .Take(MostFound)
                .Select(o => new SchoolChoice(o.Id, o.Name, db.Organisations.Where(a => a.Id == o.ParentId).Select(a => a.Name).FirstOrDefault()))
                .ToListAsync(cancellationToken);

    /// <summary>Names of organisations by id.</summary>
    public static Task<Dictionary<Guid, LocalizedText>> OrganisationNamesAsync(this IAppDbContext db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return db.Organisations.Where(o => EF.Parameter(wanted).Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
    }

    /// <summary>The school year in which a day lies, by the calendar year in which it begins.</summary>
    public static int SchoolYearOf(DateOnly day) => PlanYear.Of(PlanYearKind.School, day).Start;

    /// <summary>The schools that stand in a network together with one in a school year, and the school itself.</summary>
    public static async Task<List<Guid>> NeighboursAsync(this IAppDbContext db, Guid schoolId, int yearStart, CancellationToken cancellationToken)
    {
        var networks =
            from leading in db.LeadingSchools
            where db.NetworkLists.Any(l => l.Id == leading.ListId && l.YearStart == yearStart && l.Status == NetworkListStatus.Approved)
            where leading.SchoolId == schoolId || leading.Partners.Any(p => p.SchoolId == schoolId)
            select leading;
        var leaders = await networks.Select(l => l.SchoolId).ToListAsync(cancellationToken);
        var partners = await networks.SelectMany(l => l.Partners).Select(p => p.SchoolId).ToListAsync(cancellationToken);
        return [.. leaders.Concat(partners).Append(schoolId).Distinct()];
    }
}
