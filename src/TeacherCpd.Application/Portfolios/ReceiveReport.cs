using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// The first half of handing in: looks at the upload, takes its text out and keeps the file, all outside of any
/// transaction. A refused file leaves nothing behind; <see cref="HandInReportCommand"/> is the second half.
/// </summary>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record ReceiveReportQuery(Guid EnrolmentId, Stream Content, string FileName) : IQuery<ReceivedReport>
{
    /// <summary>Largest file.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;
}

/// <summary>A report that is kept and whose text is known.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">Text as a reader sees it.</param>
/// <param name="HiddenCharacters">UTF-16 units that a reader cannot see, left out of the text.</param>
/// <param name="PagesWithoutText">Pages that show something but give no text, such as scans.</param>
public sealed record ReceivedReport(HandedInFile File, string Text, int HiddenCharacters, int PagesWithoutText);

/// <summary>Reading the file took longer than any report needs.</summary>
public sealed record FileTakesTooLong() : Error("file_takes_too_long", ErrorKind.Invalid);

internal sealed class ReceiveReportValidator : AbstractValidator<ReceiveReportQuery>
{
    public ReceiveReportValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(ReceiveReportHandler.FileField).WithErrorCode("file_missing");
}

internal sealed class ReceiveReportHandler(IAppDbContext db, CurrentUser user, ITextExtractor extractor, IFileStore files, TimeProvider time)
    : IRequestHandler<ReceiveReportQuery, Result<ReceivedReport>>
{
    public const string FileField = "File";

    private const int NameLength = 200;

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(60);

    public async Task<Result<ReceivedReport>> Handle(ReceiveReportQuery request, CancellationToken cancellationToken)
    {
        if (!await db.Enrolments.AnyAsync(e => e.Id == request.EnrolmentId && e.PersonId == user.Me, cancellationToken))
        {
            return new NotFound();
        }

        var name = NameOf(request.FileName);
        var extracted = Extract(request.Content, name, cancellationToken);
        if (extracted.Error is { } refused)
        {
            return AtField(refused);
        }

        request.Content.Position = 0;
        var stored = await files.SaveAsync(request.Content, ReceiveReportQuery.MaxBytes, cancellationToken);
        if (stored.Error is { } tooLarge)
        {
            return AtField(tooLarge);
        }

        return new ReceivedReport(
            new HandedInFile(name, extracted.Value.MediaType, stored.Value.Bytes, stored.Value.Sha256),
            VisibleText(extracted.Value),
            extracted.Value.Hidden.Sum(run => run.Length),
            extracted.Value.PagesWithoutText);
    }

    private Result<ExtractedText> Extract(Stream content, string name, CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(LongestReading, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        try
        {
            return extractor.Extract(content, name, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FileTakesTooLong();
        }
    }

    private static InvalidInput AtField(Error error) => new([new FieldFault(FileField, error.Code, error.Args)]);

    // some browsers send the whole path, and the name is printed and stored as text
    private static string NameOf(string sent)
    {
        var name = new string([.. sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        if (name.Length <= NameLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: < 20 } usual ? usual : "";
        var cut = NameLength - extension.Length;

        // half of a letter that takes two units is not text, and PostgreSQL refuses it
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut), extension);
    }

    private static string VisibleText(ExtractedText extracted)
    {
        var visible = new StringBuilder(extracted.Text.Length);
        var at = 0;
        foreach (var run in extracted.Hidden)
        {
            visible.Append(extracted.Text, at, run.Start - at);
            at = run.Start + run.Length;
        }

        return visible.Append(extracted.Text, at, extracted.Text.Length - at).ToString();
    }
}
