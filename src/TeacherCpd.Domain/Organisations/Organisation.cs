using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Organisations;

/// <summary>Kind of organisation; the tree runs ministry, region, district, organisation.</summary>
public enum OrganisationKind
{
    /// <summary>The ministry: root of the tree.</summary>
    Ministry,

    /// <summary>Education department of a region or of a city of republican significance.</summary>
    Region,

    /// <summary>Education department of a district or town.</summary>
    District,

    /// <summary>School, preschool or college where teachers work.</summary>
    School,

    /// <summary>Training centre that writes programmes and runs courses.</summary>
    Centre,

    /// <summary>Branch of a training centre that serves regions.</summary>
    Branch,

    /// <summary>Independent body that assesses portfolios.</summary>
    AssessmentCentre,
}

/// <summary>Where a school stands; reports count trainees by it.</summary>
public enum Settlement
{
    /// <summary>Not said yet.</summary>
    NotStated,

    /// <summary>Town.</summary>
    Urban,

    /// <summary>Village.</summary>
    Rural,
}

/// <summary>Whose a school is; reports count trainees by it.</summary>
public enum Ownership
{
    /// <summary>Not said yet.</summary>
    NotStated,

    /// <summary>The state's.</summary>
    State,

    /// <summary>Private.</summary>
    Private,

    /// <summary>Of the Nazarbayev Intellectual Schools.</summary>
    IntellectualSchools,
}

/// <summary>Which kind of organisation may stand directly below which: one table.</summary>
public static class OrganisationTree
{
    private static readonly Dictionary<OrganisationKind, OrganisationKind[]> Table = new()
    {
        [OrganisationKind.Ministry] = [OrganisationKind.Region, OrganisationKind.School, OrganisationKind.Centre, OrganisationKind.AssessmentCentre],
        [OrganisationKind.Region] = [OrganisationKind.District, OrganisationKind.School, OrganisationKind.Centre],
        [OrganisationKind.District] = [OrganisationKind.School],
        [OrganisationKind.School] = [],
        [OrganisationKind.Centre] = [OrganisationKind.Branch],
        [OrganisationKind.Branch] = [],
        [OrganisationKind.AssessmentCentre] = [],
    };

    /// <summary>The kinds that may stand directly below <paramref name="above"/>.</summary>
    public static IReadOnlyList<OrganisationKind> KindsBelow(this OrganisationKind above) => Table[above];
}

/// <summary>An organisation in the tree. Permissions reach over a subtree, found by the beginning of the path.</summary>
public sealed class Organisation : Aggregate
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeMaxLength = 20;

    /// <summary>Longest path, in characters.</summary>
    public const int PathMaxLength = 200;

    /// <summary>Longest name in one language, in characters.</summary>
    public const int NameMaxLength = 200;

    private LocalizedText name = null!;

    /// <summary>Kind.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>Stable code; for a region its ISO 3166-2:KZ number.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name
    {
        get => name;
        init => Rename(value);
    }

    /// <summary>Key that sorts the Kazakh names in the Kazakh order in every database.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Keys of all words of the names, by which the organisation is found in every language and database alike.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>Organisation above; null for the ministry.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Codes from the root down, each followed by a slash, for example <c>kz/39/3901/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Town or village; for schools.</summary>
    public Settlement Settlement { get; private set; }

    /// <summary>Whose it is; for schools.</summary>
    public Ownership Ownership { get; private set; }

    /// <summary>Says where a school stands and whose it is.</summary>
    public Organisation Describe(Settlement settlement, Ownership ownership)
    {
        (Settlement, Ownership) = (settlement, ownership);
        return this;
    }

    /// <summary>Makes the root of the tree.</summary>
    public static Organisation Root(string code, LocalizedText name) =>
        new() { Kind = OrganisationKind.Ministry, Code = code, Name = name, Path = $"{code}/" };

    /// <summary>Makes an organisation under this one.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="code">Code, another than those of its neighbours.</param>
    /// <param name="name">Name.</param>
    /// <param name="id">Id where the caller has one.</param>
    public Organisation Under(OrganisationKind kind, string code, LocalizedText name, Guid? id = null) =>
        new() { Id = id ?? Guid.CreateVersion7(), Kind = kind, Code = code, Name = name, ParentId = Id, Path = $"{Path}{code}/" };

    /// <summary>The present names that another name no longer has: lists go on using them.</summary>
    public IReadOnlyList<string> FormerNames(LocalizedText to)
    {
        string[] next = [to.Kk, to.Ru, to.En];
        return [.. new[] { Name.Kk, Name.Ru, Name.En }.Where(old => old.Length > 0 && !next.Contains(old)).Distinct()];
    }

    /// <summary>Gives the organisation another name; code and place stay.</summary>
    public void Rename(LocalizedText to)
    {
        name = to;
        SortKey = Common.SortKey.Of(to.Kk);
        SearchKey = Common.SortKey.OfWords(to.Kk, to.Ru, to.En);
    }
}
