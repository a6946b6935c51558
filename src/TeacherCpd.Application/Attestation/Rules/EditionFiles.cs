using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>The file is empty, too large or not written in UTF-8.</summary>
public sealed record EditionFileUnreadable() : Error("edition_file_unreadable", ErrorKind.Invalid)
{
    public override string Field => nameof(ImportEditionCommand.File);
}

/// <summary>The file can be read and is no edition.</summary>
/// <param name="First">First fault: place and code.</param>
/// <param name="Count">How many there are.</param>
public sealed record EditionFileWrong(FieldFault First, int Count) : Error("edition_file_wrong", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Count, First.Field, First.Code.Replace('_', ' ')];

    public override string Field => nameof(ImportEditionCommand.File);
}

/// <summary>Editions as files.</summary>
internal static class EditionFiles
{
    // an edition has some 40 kB
    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes a draft of a file, once for an id.</summary>
    public static async Task<Result<Guid>> DraftAsync(IAppDbContext db, Guid id, Stream file, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(EditionQueries.Line, cancellationToken);
        if (await db.RuleSets.AnyAsync(r => r.Id == id, cancellationToken))
        {
            return id;
        }

        if (await ReadAsync(file, cancellationToken) is not { } json)
        {
            return new EditionFileUnreadable();
        }

        var read = RuleDocument.Read(json);
        if (read.Error is InvalidInput invalid)
        {
            return new EditionFileWrong(invalid.Faults[0], invalid.Faults.Count);
        }

        var rules = read.Value.Rules;
        if (rules.Code.Length > RuleSet.CodeMaxLength || rules.Source.Length > RuleSet.TextMaxLength)
        {
            return new EditionFileWrong(new FieldFault("code, source", "too_long", []), 1);
        }

        if (await db.RuleSets.AnyAsync(r => r.Code == rules.Code, cancellationToken))
        {
            return new EditionCodeTaken();
        }

        db.RuleSets.Add(new RuleSet { Id = id, Code = rules.Code, Source = rules.Source, Json = read.Value.ToJson(null, null) });
        return id;
    }

    private static async Task<string?> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxBytes + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length is 0 or > MaxBytes)
        {
            return null;
        }

        try
        {
            var text = bytes.AsSpan(0, length);
            return Strict.GetString(text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
