using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>The file has no bytes.</summary>
public sealed record FileEmpty() : Error("file_empty", ErrorKind.Invalid);

/// <summary>The file is larger than allowed.</summary>
/// <param name="MaxMegabytes">Largest size in megabytes of 1024 * 1024 bytes.</param>
public sealed record FileTooLarge(long MaxMegabytes) : Error("file_too_large", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [MaxMegabytes];
}

/// <summary>Files of this type are not taken.</summary>
/// <param name="Extension">Extension of the name with its dot; empty when it has none.</param>
/// <param name="Accepted">Extensions that are taken, separated by commas.</param>
public sealed record FileTypeNotAccepted(string Extension, string Accepted) : Error("file_type_not_accepted", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Extension, Accepted];
}

/// <summary>The content is of another type than the extension says.</summary>
/// <param name="Extension">Extension of the name with its dot.</param>
public sealed record FileTypeMismatch(string Extension) : Error("file_type_mismatch", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Extension];
}

/// <summary>The file opens only with a password.</summary>
public sealed record FileEncrypted() : Error("file_encrypted", ErrorKind.Invalid);

/// <summary>The file is of the right type but cannot be read.</summary>
public sealed record FileDamaged() : Error("file_damaged", ErrorKind.Invalid);

/// <summary>The file unpacks to far more than a document needs.</summary>
public sealed record ArchiveTooLarge() : Error("archive_too_large", ErrorKind.Invalid);

/// <summary>No letter can be read, as in a scan: a person must look.</summary>
/// <param name="Pages">Number of pages; null where the format does not say.</param>
public sealed record FileWithoutText(int? Pages) : Error("file_without_text", ErrorKind.Invalid);

/// <summary>The file is taken for plain text and is none.</summary>
public sealed record FileNotText() : Error("file_not_text", ErrorKind.Invalid);

/// <summary>The file is not there or may not be read.</summary>
public sealed record FileNotOpened() : Error("file_not_opened", ErrorKind.NotFound);

/// <summary>A virus was found in the file.</summary>
/// <param name="Found">What the scanner calls it.</param>
public sealed record FileInfected(string Found) : Error("file_infected", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Found];
}

/// <summary>The file could not be searched for viruses now; it is not taken unsearched.</summary>
public sealed record VirusScanSilent() : Error("virus_scan_silent", ErrorKind.Conflict);

/// <summary>Reading the file took longer than any report needs.</summary>
public sealed record FileTakesTooLong() : Error("file_takes_too_long", ErrorKind.Invalid);
