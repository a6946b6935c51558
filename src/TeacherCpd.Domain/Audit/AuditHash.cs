using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeacherCpd.Domain.Audit;

/// <summary>The hash that chains audit processes together.</summary>
public static class AuditHash
{
    private const char Separator = '\u001f';

    /// <summary>SHA-256 in lower-case hexadecimal over the process and its events, fields separated by U+001F.</summary>
    public static string Of(AuditProcess process)
    {
        var text = new StringBuilder()
            .Append(process.Sequence.ToString(CultureInfo.InvariantCulture)).Append(Separator)
            .Append(process.PreviousHash).Append(Separator)
            .Append(process.Name).Append(Separator)
            .Append(process.At.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)).Append(Separator)
            .Append(process.ActorId?.ToString() ?? "");
        foreach (var change in process.Events.OrderBy(e => e.Order))
        {
            text.Append(Separator).Append(change.Record)
                .Append(Separator).Append(change.RecordId)
                .Append(Separator).Append(change.Change.ToString())
                .Append(Separator).Append(change.Values);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
