using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Library;

/// <summary>What a section of the library keeps.</summary>
public enum LibrarySectionKind
{
    /// <summary>Materials for lessons and courses.</summary>
    Materials,

    /// <summary>Bank of experience: each names its author, organisation and the event it comes from.</summary>
    Experience,
}

/// <summary>What somebody may do in a section.</summary>
public enum LibraryRight
{
    /// <summary>Find and read what is published.</summary>
    Read,

    /// <summary>Propose materials.</summary>
    Propose,

    /// <summary>Decide on proposals, as one of the council.</summary>
    Publish,
}

/// <summary>A section of the library, and whose it is. A right that names no role is everybody's whom the product lets do it at all.</summary>
public sealed class LibrarySection : Aggregate
{
    /// <summary>Longest description in one language, in characters.</summary>
    public const int AboutLength = 500;

    private readonly List<LibrarySectionRight> rights = [];

    /// <summary>What it keeps; fixed.</summary>
    public required LibrarySectionKind Kind { get; init; }

    /// <summary>Its place among the sections, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Name.</summary>
    public LocalizedText Name { get; private set; } = new("", "", "");

    /// <summary>What stands in it.</summary>
    public LocalizedText About { get; private set; } = new("", "", "");

    /// <summary>Rights that are limited to roles.</summary>
    public IReadOnlyCollection<LibrarySectionRight> Rights => rights;

    /// <summary>Opens a section.</summary>
    /// <param name="id">Id.</param>
    /// <param name="kind">What it keeps.</param>
    /// <param name="place">Place among the sections.</param>
    /// <param name="writing">Names and rights.</param>
    public static LibrarySection Open(Guid id, LibrarySectionKind kind, int place, LibrarySectionWriting writing)
    {
        var section = new LibrarySection { Id = id, Kind = kind, Place = place };
        section.Write(writing);
        return section;
    }

    /// <summary>Names it and says who may do what.</summary>
    public void Write(LibrarySectionWriting writing)
    {
        ArgumentNullException.ThrowIfNull(writing);
        (Name, About) = (writing.Name, writing.About);
        var wanted = writing.Roles.SelectMany(r => r.Value.Distinct(), (r, role) => (Right: r.Key, Role: role)).ToHashSet();
        rights.RemoveAll(r => !wanted.Contains((r.Right, r.Role)));
        rights.AddRange(wanted
            .Where(w => !rights.Exists(r => (r.Right, r.Role) == w))
            .Select(w => new LibrarySectionRight { SectionId = Id, Right = w.Right, Role = w.Role }));
    }

    /// <summary>Whether somebody with these roles may do it here.</summary>
    public bool Allows(LibraryRight right, IEnumerable<Role> roles)
    {
        var limited = rights.FindAll(r => r.Right == right);
        return limited.Count == 0 || roles.Any(role => limited.Exists(r => r.Role == role));
    }

    /// <summary>The roles to which a right is limited; none: it is everybody's.</summary>
    public IEnumerable<Role> RolesOf(LibraryRight right) => rights.Where(r => r.Right == right).Select(r => r.Role);
}

/// <summary>A role that holds a right in a section.</summary>
public sealed class LibrarySectionRight : Entity
{
    /// <summary>Section.</summary>
    public Guid SectionId { get; init; }

    /// <summary>Right.</summary>
    public LibraryRight Right { get; init; }

    /// <summary>Role.</summary>
    public Role Role { get; init; }
}

/// <summary>What the keeper writes about a section.</summary>
/// <param name="Name">Name.</param>
/// <param name="About">What stands in it.</param>
/// <param name="Roles">Roles to which rights are limited; rights left out are everybody's.</param>
public sealed record LibrarySectionWriting(LocalizedText Name, LocalizedText About, IReadOnlyDictionary<LibraryRight, IReadOnlyList<Role>> Roles);
