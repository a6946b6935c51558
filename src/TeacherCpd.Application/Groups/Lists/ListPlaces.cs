using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Finds regions, districts and schools by what a list calls them.</summary>
internal sealed class ListPlaces
{
    private readonly List<Place> regions;
    private readonly ILookup<string, Place> areas;
    private readonly ILookup<string, Place> schools;
    private readonly Dictionary<string, IReadOnlyList<Place>> found = [];

    private ListPlaces(IReadOnlyList<Place> places, ILookup<Guid, string> aliases)
    {
        regions = [.. places.Where(p => p.Kind == OrganisationKind.Region)];
        areas = Lookup(places.Where(p => p.Kind != OrganisationKind.School), aliases, PlaceNames.Place);
        schools = Lookup(places.Where(p => p.Kind == OrganisationKind.School), aliases, PlaceNames.School);
    }

    /// <summary>A place of the tree.</summary>
    internal sealed record Place(Guid Id, OrganisationKind Kind, string Code, LocalizedText Name, string Path);

    /// <summary>Loads the regions and districts, and the schools where they are needed.</summary>
    public static async Task<ListPlaces> LoadAsync(IAppDbContext db, bool withSchools, CancellationToken cancellationToken)
    {
        OrganisationKind[] kinds = withSchools
            ? [OrganisationKind.Region, OrganisationKind.District, OrganisationKind.School]
            : [OrganisationKind.Region, OrganisationKind.District];
        var places = await db.Organisations
            .Where(o => kinds.Contains(o.Kind))
            .Select(o => new Place(o.Id, o.Kind, o.Code, o.Name, o.Path))
            .ToListAsync(cancellationToken);
        var aliases = await db.OrganisationAliases.AsNoTracking().ToListAsync(cancellationToken);
        return new ListPlaces(places, aliases.ToLookup(a => a.OrganisationId, a => a.Text));
    }

    /// <summary>The region of a path; null for what stands below none.</summary>
    public Place? RegionOf(string path) => regions.Find(r => path.StartsWith(r.Path, StringComparison.Ordinal));

    /// <summary>
    /// What a row calls region and district: the paths of all that may be meant, in the narrowest of them that is known; null
    /// with the word that names no place.
    /// </summary>
    public (IReadOnlyList<string> Paths, string? Unknown) Areas(string region, string district)
    {
        IReadOnlyList<string> within = [""];
        foreach (var text in new[] { region, district })
        {
            var key = PlaceNames.Place(text);
            if (key.Length == 0)
            {
                continue;
            }

            // a city may stand as a region of its own or as a district, and a list may name it twice
            var named = areas[key].Where(a => within.Any(w => a.Path.StartsWith(w, StringComparison.Ordinal))).Select(a => a.Path).ToList();
            if (named.Count == 0)
            {
                return (within, text);
            }

            within = named;
        }

        return (within, null);
    }

    /// <summary>The schools that a text may mean, in some areas.</summary>
    public IReadOnlyList<Place> Schools(string text, IReadOnlyList<string> areaPaths)
    {
        var asked = $"{string.Join('|', areaPaths)}\n{text}";
        if (!found.TryGetValue(asked, out var result))
        {
            found[asked] = result = Find(text, areaPaths);
        }

        return result;
    }

    /// <summary>The schools with a code, among them former ones and those of other registers, in some areas.</summary>
    public IReadOnlyList<Place> SchoolsWithCode(string code, IReadOnlyList<string> areaPaths) =>
        [.. schools[Code(ListText.Clean(code))].Where(school => areaPaths.Any(path => school.Path.StartsWith(path, StringComparison.Ordinal)))];

    /// <summary>Whether a text may mean a school.</summary>
    public static bool Means(string text, LocalizedText name, string code)
    {
        var key = PlaceNames.School(text);
        return (key.Length > 0 && (key == PlaceNames.School(name.Kk) || key == PlaceNames.School(name.Ru) || key == PlaceNames.School(name.En)))
            || Code(ListText.Clean(text)) == Code(code);
    }

    private List<Place> Find(string text, IReadOnlyList<string> areaPaths)
    {
        var code = ListText.Clean(text);
        List<Place> named = [.. schools[PlaceNames.School(text)].Where(Inside)];
        return named.Count > 0 ? named : [.. schools[Code(code)].Where(Inside)];

        bool Inside(Place school) => areaPaths.Any(path => school.Path.StartsWith(path, StringComparison.Ordinal));
    }

    private static ILookup<string, Place> Lookup(IEnumerable<Place> places, ILookup<Guid, string> aliases, Func<string, string> key) =>
        places
            .SelectMany(p => aliases[p.Id].SelectMany(alias => new[] { key(alias), Code(alias) })
                .Concat(new[] { p.Name.Kk, p.Name.Ru, p.Name.En }.Select(key)).Append(Code(p.Code)).Distinct().Select(k => (Key: k, Place: p)))
            .Where(p => p.Key.Length > 0)
            .ToLookup(p => p.Key, p => p.Place);

    // no key of a name begins so
    private static string Code(string code) => $"#{code.ToUpperInvariant()}";
}
