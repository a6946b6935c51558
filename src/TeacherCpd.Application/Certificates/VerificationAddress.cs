namespace TeacherCpd.Application.Certificates;

/// <summary>Where everybody can check a certificate; printed on it and named in its credential.</summary>
/// <param name="publicUrl">Address under which people reach the site.</param>
public sealed class VerificationAddress(string publicUrl)
{
    private readonly string site = publicUrl.TrimEnd('/');

    /// <summary>The site, which is the issuer of credentials.</summary>
    public Uri Site => new(site);

    /// <summary>The page of a code.</summary>
    public Uri Of(string code) => new($"{site}/verify/{code}");

    /// <summary>The public part of a key.</summary>
    public Uri OfKey(string name) => new($"{site}/credentials/keys/{name}");

    /// <summary>A published list of states.</summary>
    public Uri OfList(int list) => new($"{site}/credentials/status/{list}");
}
