namespace TeacherCpd.Application.Certificates;

/// <summary>Makes the printable certificate.</summary>
public interface ICertificatePrinter
{
    /// <summary>One A4 page in Kazakh and Russian, as a PDF. The same facts always give the same bytes.</summary>
    byte[] Print(CertificatePrint facts);
}

/// <summary>Everything that is printed on a certificate.</summary>
/// <param name="Serial">Serial number.</param>
/// <param name="HolderName">Full name of the holder.</param>
/// <param name="ProgrammeTitleKk">Programme title in Kazakh.</param>
/// <param name="ProgrammeTitleRu">Programme title in Russian.</param>
/// <param name="ProgrammeCode">Code of the programme.</param>
/// <param name="VersionNumber">Number of the programme version, from 1.</param>
/// <param name="Hours">Academic hours; null where the programme states none, then nothing is said of them.</param>
/// <param name="StartedOn">First day of the course.</param>
/// <param name="EndedOn">Last day of the course.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="IssuerKk">Issuing organisation in Kazakh.</param>
/// <param name="IssuerRu">Issuing organisation in Russian.</param>
/// <param name="VerificationUrl">Address of the public page that confirms the certificate.</param>
public sealed record CertificatePrint(
    string Serial,
    string HolderName,
    string ProgrammeTitleKk,
    string ProgrammeTitleRu,
    string ProgrammeCode,
    int VersionNumber,
    int? Hours,
    DateOnly StartedOn,
    DateOnly EndedOn,
    DateOnly IssuedOn,
    string IssuerKk,
    string IssuerRu,
    Uri VerificationUrl);
