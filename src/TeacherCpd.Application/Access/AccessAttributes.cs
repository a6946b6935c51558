namespace TeacherCpd.Application.Access;

/// <summary>Who may send a request. Every request carries exactly one of the attributes below.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class AccessAttribute : Attribute;

/// <summary>
/// Whoever holds the permission through some role. Whether it reaches over the record at hand is checked by the
/// handler, on the record.
/// </summary>
/// <param name="permission">The permission.</param>
public sealed class RequirePermissionAttribute(Permission permission) : AccessAttribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>Whoever holds a permission, and whoever runs the system from its command line.</summary>
/// <param name="permission">The permission.</param>
public sealed class RequirePermissionOrSystemAttribute(Permission permission) : AccessAttribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>Whoever is signed in, for their own things.</summary>
public sealed class SignedInAttribute : AccessAttribute;

/// <summary>Everybody, signed in or not.</summary>
public sealed class OpenToAllAttribute : AccessAttribute;

/// <summary>Only jobs and the command line.</summary>
public sealed class SystemOnlyAttribute : AccessAttribute;
