using System.Globalization;
using TeacherCpd.Application.Exchange.Records;

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

    /// <summary>The rows of a person.</summary>
    public static IReadOnlyList<string[]> Of(PersonRecord person) =>
    [
        .. person.Work.Select(w => Row("work", person.Iin, w.OrganisationCode, w.Position.ToString(), "", "", null, w.From, w.To, "")),
        .. person.Certificates.Select(c => Row("certificate", person.Iin, "", c.Kind.ToString(), c.ProgrammeCode ?? "", c.Serial, c.Hours, c.IssuedOn, c.ValidUntil, c.Status.ToString())),
        .. person.Categories.Select(c => Row("category", person.Iin, "", "", c.Category, c.Ground, null, c.GrantedOn, c.ValidUntil, c.IsAnnulled ? "Annulled" : "Valid")),
        .. person.Training is { } training ? [Row("training", person.Iin, "", "", "", "", null, training.LastCourseOn, training.DueOn, "")] : Array.Empty<string[]>(),
    ];

    /// <summary>A person who is not among those of the place any more.</summary>
    public static string[] Gone(string iin) => Row("gone", iin, "", "", "", "", null, null, null, "");

    private static string[] Row(
        string record, string iin, string organisation, string kind, string code, string number, int? hours, DateOnly? from, DateOnly? until, string status) =>
        [record, iin, organisation, kind, code, number, hours?.ToString(CultureInfo.InvariantCulture) ?? "", Day(from), Day(until), status];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
