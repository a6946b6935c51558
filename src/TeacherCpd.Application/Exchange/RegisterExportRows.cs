using System.Globalization;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// The rows of an export, all with the same columns. The schema is described in docs/exchange.md and held to it by a test; a change of it is a new
/// version.
/// </summary>
public static class RegisterExportRows
{
    /// <summary>Version of the schema.</summary>
    public const int Version = 1;

    /// <summary>Names of the columns.</summary>
    public static readonly IReadOnlyList<string> Columns = ["record", "iin", "organisation_code", "kind", "code", "number", "hours", "from", "until", "status"];

    /// <summary>Where a person works.</summary>
    public static string[] Work(string iin, string organisation, Employment employment) =>
        ["work", iin, organisation, employment.Position.ToString(), "", "", "", Day(employment.From), Day(employment.To), ""];

    /// <summary>A certificate.</summary>
    public static string[] Certificate(string iin, CertificateKind kind, DateOnly issued, DateOnly? until, string serial, string? programme, int? hours, CertificateStatus status) =>
        ["certificate", iin, "", kind.ToString(), programme ?? "", serial, hours?.ToString(CultureInfo.InvariantCulture) ?? "", Day(issued), Day(until), status.ToString()];

    /// <summary>A category.</summary>
    public static string[] Category(string iin, DateOnly granted, DateOnly? until, string ground, string category, bool isAnnulled) =>
        ["category", iin, "", "", category, ground, "", Day(granted), Day(until), isAnnulled ? "Annulled" : "Valid"];

    /// <summary>When the person was last trained, and by when training is due again.</summary>
    public static string[] Training(string iin, TrainingState state) => ["training", iin, "", "", "", "", "", Day(state.LastCourseOn), Day(state.DueOn), ""];

    /// <summary>A person who is not among those of the place any more.</summary>
    public static string[] Gone(string iin) => ["gone", iin, "", "", "", "", "", "", "", ""];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
