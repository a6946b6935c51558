using Microsoft.AspNetCore.Identity;

namespace TeacherCpd.Infrastructure.Accounts;

/// <summary>What a person signs in with. The user name is the IIN; everything else stands with the person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }
}
