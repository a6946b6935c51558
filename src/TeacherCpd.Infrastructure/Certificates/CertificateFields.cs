using System.Globalization;
using TeacherCpd.Application.Certificates;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>The fields of templates, as a certificate writes them in each language; null where it has no such value.</summary>
internal static class CertificateFields
{
    public static Func<string, string?> Kk(CertificateFacts facts) => name => name switch
    {
        "hours" => facts.Hours is { } hours ? CertificateWords.HoursKk(hours) : null,
        "period" => facts is { StartedOn: { } from, EndedOn: { } to } ? CertificateWords.PeriodKk(from, to) : null,
        "valid" => facts switch
        {
            { ValidFrom: { } from, ValidUntil: { } until } => CertificateWords.PeriodKk(from, until),
            { ValidFrom: { } from } => $"{CertificateWords.DateKk(from)} бастап, мерзімсіз",
            _ => null,
        },
        _ => Common(facts, name),
    };

    public static Func<string, string?> Ru(CertificateFacts facts) => name => name switch
    {
        "hours" => facts.Hours is { } hours ? CertificateWords.HoursRu(hours) : null,
        "period" => facts is { StartedOn: { } from, EndedOn: { } to } ? CertificateWords.PeriodRu(from, to) : null,
        "valid" => facts switch
        {
            { ValidFrom: { } from, ValidUntil: { } until } => CertificateWords.PeriodRu(from, until),
            { ValidFrom: { } from } => $"с {CertificateWords.DateRu(from)}, бессрочно",
            _ => null,
        },
        _ => Common(facts, name),
    };

    private static string? Common(CertificateFacts facts, string name) => name switch
    {
        "grounds" => facts.Grounds,
        "attended" => facts.Appendix is { AttendedSessions: { } attended, Sessions: { } all }
            ? string.Create(CultureInfo.InvariantCulture, $"{attended} / {all}")
            : null,
        _ => null,
    };
}
