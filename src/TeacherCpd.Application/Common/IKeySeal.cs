namespace TeacherCpd.Application.Common;

/// <summary>Seals keys before they are stored. What was sealed for one use cannot be opened for another.</summary>
public interface IKeySeal
{
    /// <summary>Use of the keys that sign certificates.</summary>
    const string Issuer = "issuer-key";

    /// <summary>Use of the keys that sign messages to receivers of webhooks.</summary>
    const string Webhook = "webhook-key";

    /// <summary>Use of the keys that sign launches of outside courses.</summary>
    const string Lti = "lti-key";

    /// <summary>Seals.</summary>
    string Seal(string use, byte[] secret);

    /// <summary>Opens what was sealed by the same installation for the same use.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the installation are not those by which it was sealed.</exception>
    byte[] Open(string use, string text);
}
