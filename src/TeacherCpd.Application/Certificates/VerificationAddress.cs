namespace TeacherCpd.Application.Certificates;

/// <summary>Where everybody can check a certificate; printed on it.</summary>
/// <param name="publicUrl">Address under which people reach the site.</param>
public sealed class VerificationAddress(string publicUrl)
{
    /// <summary>The page of a code.</summary>
    public Uri Of(string code) => new($"{publicUrl.TrimEnd('/')}/verify/{code}");
}
