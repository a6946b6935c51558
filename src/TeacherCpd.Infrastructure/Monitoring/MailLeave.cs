using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Monitoring;

/// <summary>Tokens sealed by the keys of the installation.</summary>
internal sealed class MailLeave(IDataProtectionProvider protection) : IMailLeave
{
    private readonly IDataProtector protector = protection.CreateProtector("mail-leave");

    public string TokenOf(Guid personId) => protector.Protect(personId.ToString("N"));

    public Guid? PersonOf(string token)
    {
        try
        {
            return Guid.ParseExact(protector.Unprotect(token), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
