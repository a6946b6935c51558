using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Application.Access;

/// <summary>A role over a subtree of organisations, as the current user holds it.</summary>
/// <param name="Role">Role.</param>
/// <param name="Path">Path of the top of the subtree.</param>
public sealed record Grant(Role Role, string Path);

/// <summary>Who sends the requests of this scope: nobody, a person with roles, or the system itself.</summary>
public sealed class CurrentUser
{
    private IReadOnlyList<Grant> grants = [];

    /// <summary>The person; null for a visitor and for the system.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Whether a job or the command line sends the request.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>The person. A request that allows visitors must ask <see cref="PersonId"/> instead.</summary>
    public Guid Me => PersonId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The roles of the person.</summary>
    public IReadOnlyList<Grant> Grants => grants;

    /// <summary>Whether the person signed in with a password that somebody else saw, and has to choose their own first.</summary>
    public bool MustChoosePassword { get; private set; }

    /// <summary>Says who is signed in.</summary>
    public void SignedInAs(Guid personId, IReadOnlyList<Grant> roles, bool mustChoosePassword = false)
    {
        PersonId = personId;
        MustChoosePassword = mustChoosePassword;
        IsSystem = false;
        grants = roles;
    }

    /// <summary>Says that the system itself acts.</summary>
    public void ActsAsSystem()
    {
        PersonId = null;
        MustChoosePassword = false;
        IsSystem = true;
        grants = [];
    }

    /// <summary>Says that the command line reads what the ministry may read. It is no person, so nothing can be written in its name.</summary>
    public void ReadsForMinistry()
    {
        PersonId = null;
        MustChoosePassword = false;
        IsSystem = false;
        grants = [new Grant(Role.EducationOfficer, "")];
    }

    /// <summary>Whether the person has a role.</summary>
    public bool Is(Role role) => grants.Any(g => g.Role == role);

    /// <summary>Whether some role holds the permission.</summary>
    public bool Can(Permission permission) => grants.Any(g => g.Role.Holds(permission));

    /// <summary>Whether the permission reaches over an organisation.</summary>
    public bool Covers(Permission permission, string organisationPath) =>
        grants.Any(g => g.Role.Holds(permission) && organisationPath.StartsWith(g.Path, StringComparison.Ordinal));

    /// <summary>Whether the permission reaches over all organisations: held at the root of the tree.</summary>
    public bool CanEverywhere(Permission permission) =>
        grants.Any(g => g.Role.Holds(permission) && g.Path.IndexOf('/', StringComparison.Ordinal) == g.Path.Length - 1);

    /// <summary>The tops of the subtrees over which the permission reaches, for use in a query.</summary>
    public IReadOnlyList<string> Scopes(Permission permission) =>
        [.. grants.Where(g => g.Role.Holds(permission)).Select(g => g.Path).Distinct()];
}
