using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Application.Tests.Attestation;

/// <summary>All roles but one, so that a role added later is tested too.</summary>
internal static class Roles
{
    public static TheoryData<Role> Except(Role role) => [.. Enum.GetValues<Role>().Where(r => r != role)];
}
