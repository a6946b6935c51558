using System.Globalization;
using System.Text.Json.Serialization;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>A file of an export as the manifest of its part lists it.</summary>
internal sealed record ManifestRow
{
    /// <summary>The version of the portfolio, and the material.</summary>
    [JsonIgnore]
    public (Guid VersionId, Guid MaterialId) Source { get; init; }

    /// <summary>Listener code.</summary>
    public required string Listener { get; init; }

    /// <summary>Whose it is; null where the asker may not see that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>Code of the group.</summary>
    public required string Group { get; init; }

    /// <summary>Region of the school in Kazakh; empty where none is known.</summary>
    public required string Region { get; init; }

    /// <summary>Part of the portfolio, as receipts name it.</summary>
    public required string Part { get; init; }

    /// <summary>Number of the version of the portfolio.</summary>
    public required int Version { get; init; }

    /// <summary>Name in the archive.</summary>
    public required string File { get; init; }

    /// <summary>Media type found by content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Size in the archive.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 of what is in the archive, in lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>SHA-256 of the file that was handed in; another one where the archive holds its text only.</summary>
    public required string Original { get; init; }

    /// <summary>Whether the archive holds the text of the file without names, since its reader may not see whose it is.</summary>
    [JsonIgnore]
    public bool IsText => Name is null;

    /// <summary>When the version was handed in (UTC).</summary>
    public required DateTime HandedInAt { get; init; }

    /// <summary>The manifest as a table.</summary>
    public static byte[] Table(IReadOnlyList<ManifestRow> rows)
    {
        // a moderator's manifest has no column for names
        var isNamed = rows.Any(r => r.Name is not null);
        string[] heads = ["listener", "programme", "group", "region", "part", "version", "file", "mediaType", "bytes", "sha256", "original", "handedInAt"];
        return Csv.Of([isNamed ? [.. heads, "name"] : heads, .. rows.Select(r => r.Cells(isNamed))]);
    }

    private string[] Cells(bool isNamed)
    {
        string[] cells =
        [
            Listener,
            Programme,
            Group,
            Region,
            Part,
            Version.ToString(CultureInfo.InvariantCulture),
            File,
            MediaType,
            Bytes.ToString(CultureInfo.InvariantCulture),
            Sha256,
            Original,
            HandedInAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ];
        return isNamed ? [.. cells, Name ?? ""] : cells;
    }
}
