using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>
/// Looks at a file that shows an activity and keeps it, outside of any transaction. What is looked at is its type and
/// size only: a scan without text is evidence too. Of a photo only the picture is kept (see <see cref="CertificatePhoto"/>).
/// </summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it.</param>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record ReceiveEvidenceQuery(Stream Content, string FileName) : IQuery<EvidenceFile>;

internal sealed class ReceiveEvidenceValidator : AbstractValidator<ReceiveEvidenceQuery>
{
    public ReceiveEvidenceValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReceiveEvidenceHandler(ITextExtractor extractor, IFileStore files) : IRequestHandler<ReceiveEvidenceQuery, Result<EvidenceFile>>
{
    public async Task<Result<EvidenceFile>> Handle(ReceiveEvidenceQuery request, CancellationToken cancellationToken)
    {
        var name = UploadReader.NameOf(request.FileName);
        var head = new byte[8];
        var known = await request.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        request.Content.Position = 0;
        if (CertificatePhoto.TypeOf(head.AsSpan(0, known)) is { } photo)
        {
            return await KeepPhotoAsync(request.Content, name, photo, cancellationToken);
        }

        var type = extractor.Inspect(request.Content, name, cancellationToken);
        if (type.Error is { } refused)
        {
            return UploadReader.AtField(refused);
        }

        request.Content.Position = 0;
        var stored = await files.SaveAsync(request.Content, ReceiveReportQuery.MaxBytes, cancellationToken);
        return stored.Error is { } tooLarge ? UploadReader.AtField(tooLarge) : new EvidenceFile(name, type.Value, stored.Value.Sha256);
    }

    private async Task<Result<EvidenceFile>> KeepPhotoAsync(Stream content, string name, string type, CancellationToken cancellationToken)
    {
        if (content.Length > CertificatePhoto.MaxMegabytes * 1024L * 1024)
        {
            return UploadReader.AtField(new FileTooLarge(CertificatePhoto.MaxMegabytes));
        }

        var photo = new byte[content.Length];
        await content.ReadExactlyAsync(photo, cancellationToken);
        var clean = CertificatePhoto.Clean(photo, type);
        if (clean.Error is { } refused)
        {
            return UploadReader.AtField(refused);
        }

        using var picture = new MemoryStream(clean.Value, writable: false);
        var stored = await files.SaveAsync(picture, ReceiveReportQuery.MaxBytes, cancellationToken);
        return stored.Error is { } tooLarge
            ? UploadReader.AtField(tooLarge)
            : new EvidenceFile(UploadReader.NameOf(CertificatePhoto.NameOf(name, type)), type, stored.Value.Sha256);
    }
}
