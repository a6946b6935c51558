using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts.Outside;

/// <summary>Signing in through an outside provider, as the operator set it.</summary>
/// <param name="Name">What people call the provider; empty: none is set.</param>
/// <param name="ProvesIin">Whether the national number that it tells is proof enough to link an account.</param>
public sealed record OutsideRules(string Name, bool ProvesIin)
{
    /// <summary>Whether people can sign in so.</summary>
    public bool IsOffered => Name.Length > 0;
}

/// <summary>The provider names another national number than that of the person.</summary>
public sealed record OutsideIinDiffers() : Error("outside_iin_differs", ErrorKind.Conflict);

/// <summary>The identity is linked with somebody else.</summary>
public sealed record OutsideLinkedOtherwise() : Error("outside_linked_otherwise", ErrorKind.Conflict);
