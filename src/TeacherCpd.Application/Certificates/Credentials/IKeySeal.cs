namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>Seals private keys before they are stored.</summary>
public interface IKeySeal
{
    /// <summary>Seals.</summary>
    string Seal(byte[] secret);

    /// <summary>Opens what was sealed by the same installation.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the installation are not those by which it was sealed.</exception>
    byte[] Open(string text);
}
