using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>A teacher begins to send a file for the own portfolio in pieces.</summary>
/// <param name="UploadId">Id of the upload.</param>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="FileName">Name as the browser sent it.</param>
/// <param name="Bytes">Size of the whole file.</param>
/// <param name="Sha256">Hash of the whole file in lower-case hexadecimal: what is sent has to come to this.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record BeginUploadCommand(Guid UploadId, Guid EnrolmentId, string FileName, long Bytes, string Sha256) : ICommand<DateTime>;

internal sealed class BeginUploadValidator : AbstractValidator<BeginUploadCommand>
{
    public BeginUploadValidator()
    {
        RuleFor(c => c.UploadId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
        RuleFor(c => c.Sha256).Matches("^[0-9a-f]{64}$").WithErrorCode("required");
    }
}

internal sealed class BeginUploadHandler(IAppDbContext db, CurrentUser user, UploadTerms terms, TimeProvider time)
    : IRequestHandler<BeginUploadCommand, Result<DateTime>>
{
    private const long BytesPerMegabyte = 1024 * 1024;

    public async Task<Result<DateTime>> Handle(BeginUploadCommand request, CancellationToken cancellationToken)
    {
        if (request.Bytes is <= 0 or > ReceiveReportQuery.MaxBytes)
        {
            return UploadReader.AtField(request.Bytes <= 0 ? new FileEmpty() : new FileTooLarge(ReceiveReportQuery.MaxBytes / BytesPerMegabyte));
        }

        if (await db.HandInPlaceAsync(request.EnrolmentId, user.Me, cancellationToken) is not { } place)
        {
            return new NotFound();
        }

        // what has no portfolio yet begins with its first version
        var now = time.UtcNow();
        var portfolio = await db.Portfolios.AsNoTracking().SingleOrDefaultAsync(p => p.EnrolmentId == request.EnrolmentId, cancellationToken);
        var stage = (portfolio ?? Portfolio.Begin(request.EnrolmentId, now)).NextStage;
        if (place.Refusal(stage, now, now, terms) is { } refusal)
        {
            return refusal;
        }

        // a limit that refused would lock out whoever chose some wrong files before the right one
        var own = await db.Uploads.Where(u => u.PersonId == user.Me).OrderBy(u => u.BegunAt).ToListAsync(cancellationToken);
        db.Uploads.RemoveRange(own.Take(own.Count - Upload.MostPerPerson + 1));

        var expected = new ExpectedFile(UploadReader.NameOf(request.FileName), request.Bytes, request.Sha256);
        var upload = Upload.Begin(request.UploadId, user.Me, request.EnrolmentId, expected, now, terms);
        db.Uploads.Add(upload);
        return upload.ExpiresAt;
    }
}
