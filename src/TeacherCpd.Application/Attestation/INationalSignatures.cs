namespace TeacherCpd.Application.Attestation;

/// <summary>What the verifying service found about a signature.</summary>
/// <param name="IsGood">Whether it is a good signature over the content, by a certificate that holds.</param>
/// <param name="Iin">National number in the certificate; null where it names none.</param>
/// <param name="Subject">Subject of the certificate, in the service's words.</param>
public sealed record SignatureVerdict(bool IsGood, string? Iin, string Subject);

/// <summary>National signatures (CMS), verified by a service outside: the algorithms and lists of the country's certificates are its matter.</summary>
public interface INationalSignatures
{
    /// <summary>Whether a service is set.</summary>
    bool IsOffered { get; }

    /// <summary>Asks the service.</summary>
    /// <param name="content">What was signed.</param>
    /// <param name="cms">Detached signature.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The verdict; null where the service did not answer.</returns>
    Task<SignatureVerdict?> VerifyAsync(byte[] content, byte[] cms, CancellationToken cancellationToken);
}
