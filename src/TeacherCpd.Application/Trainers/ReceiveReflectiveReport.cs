using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// The first half of handing in a reflective report: looks at the upload, takes its text out and keeps the file, as with
/// portfolios; <see cref="HandInReflectiveReportCommand"/> is the second half.
/// </summary>
/// <param name="RecertificationId">Own recertification.</param>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.BeTrainer)]
public sealed record ReceiveReflectiveReportQuery(Guid RecertificationId, Stream Content, string FileName) : IQuery<ReceivedReport>;

internal sealed class ReceiveReflectiveReportValidator : AbstractValidator<ReceiveReflectiveReportQuery>
{
    public ReceiveReflectiveReportValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReceiveReflectiveReportHandler(IAppDbContext db, CurrentUser user, UploadReader uploads, IFileStore files)
    : IRequestHandler<ReceiveReflectiveReportQuery, Result<ReceivedReport>>
{
    public async Task<Result<ReceivedReport>> Handle(ReceiveReflectiveReportQuery request, CancellationToken cancellationToken)
    {
        if (!await db.Recertifications.AnyAsync(r => r.Id == request.RecertificationId && db.Trainers.Any(t => t.Id == r.TrainerId && t.PersonId == user.Me), cancellationToken))
        {
            return new NotFound();
        }

        var name = UploadReader.NameOf(request.FileName);
        var extracted = await uploads.ReadAsync(request.Content, name, cancellationToken);
        if (extracted.Error is { } refused)
        {
            return refused;
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
