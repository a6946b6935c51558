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

/// <summary>An organisation in the tree. Permissions reach over a subtree, found by the beginning of the path.</summary>
public sealed class Organisation : Aggregate
{
    /// <summary>Kind.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>Stable code; for a region its ISO 3166-2:KZ number.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Organisation above; null for the ministry.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Codes from the root down, each followed by a slash, for example <c>kz/39/3901/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Makes the root of the tree.</summary>
    public static Organisation Root(string code, LocalizedText name) =>
        new() { Kind = OrganisationKind.Ministry, Code = code, Name = name, Path = $"{code}/" };

    /// <summary>Makes an organisation under this one.</summary>
    public Organisation Under(OrganisationKind kind, string code, LocalizedText name) =>
        new() { Kind = kind, Code = code, Name = name, ParentId = Id, Path = $"{Path}{code}/" };
}
