using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Audit;

/// <summary>The words for what the audit stores: commands and kinds of record by the names of their types.</summary>
public static class AuditNames
{
    private const string Process = "audit.process.";
    private const string Record = "audit.record.";

    /// <summary>Every process that has words.</summary>
    public static readonly IReadOnlyList<string> Processes =
        [.. TextCatalogue.Keys.Where(k => k.StartsWith(Process, StringComparison.Ordinal)).Select(k => k[Process.Length..])];

    /// <summary>Every kind of record that has words.</summary>
    public static readonly IReadOnlyList<string> Records =
        [.. TextCatalogue.Keys.Where(k => k.StartsWith(Record, StringComparison.Ordinal)).Select(k => k[Record.Length..])];

    /// <summary>What was done; the stored name where a process has no words any more.</summary>
    public static string OfProcess(Language language, string name) => Words(language, Process, name);

    /// <summary>What kind of record it was done to.</summary>
    public static string OfRecord(Language language, string name) => Words(language, Record, name);

    private static string Words(Language language, string prefix, string name) =>
        TextCatalogue.Has(prefix + name) ? TextCatalogue.Get(language, prefix + name) : name;
}
