using Microsoft.AspNetCore.DataProtection;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Seals keys by the keys of the installation, which lie in its data folder and not in the database.</summary>
internal sealed class KeySeal(IDataProtectionProvider protection) : IKeySeal
{
    public string Seal(string use, byte[] secret) => Convert.ToBase64String(protection.CreateProtector(use).Protect(secret));

    public byte[] Open(string use, string text) => protection.CreateProtector(use).Unprotect(Convert.FromBase64String(text));
}
