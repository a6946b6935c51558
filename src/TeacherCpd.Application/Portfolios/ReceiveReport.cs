using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// The first half of adding a part: looks at the upload, takes its text out and keeps the file, all outside of any
/// transaction. A refused file leaves nothing behind, whether the file is at fault or the hour;
/// <see cref="AddMaterialCommand"/> is the second half.
/// </summary>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="Part">Part that it is.</param>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
/// <param name="BegunAt">When the upload began (UTC); null: with this request.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record ReceiveReportQuery(Guid EnrolmentId, PortfolioPart Part, Stream Content, string FileName, DateTime? BegunAt = null) : IQuery<ReceivedReport>
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

internal sealed class ReceiveReportValidator : AbstractValidator<ReceiveReportQuery>
{
    public ReceiveReportValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReceiveReportHandler(IAppDbContext db, CurrentUser user, UploadReader uploads, IFileStore files, UploadTerms terms, TimeProvider time)
    : IRequestHandler<ReceiveReportQuery, Result<ReceivedReport>>
{
    public async Task<Result<ReceivedReport>> Handle(ReceiveReportQuery request, CancellationToken cancellationToken)
    {
        if (await db.HandInPlaceAsync(request.EnrolmentId, user.Me, cancellationToken) is not { } place)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var portfolio = await db.Portfolios.AsNoTracking().SingleOrDefaultAsync(p => p.EnrolmentId == request.EnrolmentId, cancellationToken)
            ?? Portfolio.Begin(request.EnrolmentId, now);
        if (place.Refusal(request.Part, portfolio.NextStage, HandInRules.BegunAt(request.BegunAt, now), now, terms) is { } tooLate)
        {
            return tooLate;
        }

        var name = UploadReader.NameOf(request.FileName);
        var extracted = await uploads.ReadAsync(request.Content, name, cancellationToken);
        if (extracted.Error is { } unreadable)
        {
            return unreadable;
        }

        request.Content.Position = 0;
        var stored = await files.SaveAsync(request.Content, ReceiveReportQuery.MaxBytes, cancellationToken);
        if (stored.Error is { } tooLarge)
        {
            return UploadReader.AtField(tooLarge);
        }

        return new ReceivedReport(
            new HandedInFile(name, extracted.Value.MediaType, stored.Value.Bytes, stored.Value.Sha256),
            UploadReader.VisibleText(extracted.Value),
            extracted.Value.Hidden.Sum(run => run.Length),
            extracted.Value.PagesWithoutText);
    }
}
