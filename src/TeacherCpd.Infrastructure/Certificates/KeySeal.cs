using Microsoft.AspNetCore.DataProtection;
using TeacherCpd.Application.Certificates.Credentials;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Seals private keys by the keys of the installation, which lie in its data folder and not in the database.</summary>
internal sealed class KeySeal(IDataProtectionProvider protection) : IKeySeal
{
    private readonly IDataProtector protector = protection.CreateProtector("issuer-key");

    public string Seal(byte[] secret) => Convert.ToBase64String(protector.Protect(secret));

    public byte[] Open(string text) => protector.Unprotect(Convert.FromBase64String(text));
}
