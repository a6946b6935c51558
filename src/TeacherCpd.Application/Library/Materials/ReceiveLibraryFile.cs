using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>Looks at the file of a material and keeps it, outside of any transaction; its type is found by content, and it is scanned like every upload.</summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it.</param>
[RequirePermission(Permission.ProposeMaterials)]
public sealed record ReceiveLibraryFileQuery(Stream Content, string FileName) : IQuery<EvidenceFile>;

internal sealed class ReceiveLibraryFileValidator : AbstractValidator<ReceiveLibraryFileQuery>
{
    public ReceiveLibraryFileValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReceiveLibraryFileHandler(ITextExtractor extractor, IFileStore files) : IRequestHandler<ReceiveLibraryFileQuery, Result<EvidenceFile>>
{
    public async Task<Result<EvidenceFile>> Handle(ReceiveLibraryFileQuery request, CancellationToken cancellationToken)
    {
        var name = UploadReader.NameOf(request.FileName);
        var type = extractor.Inspect(request.Content, name, cancellationToken);
        if (type.Error is { } refused)
        {
            return UploadReader.AtField(refused);
        }

        request.Content.Position = 0;
        var stored = await files.SaveAsync(request.Content, ReceiveReportQuery.MaxBytes, cancellationToken);
        return stored.Error is { } tooLarge ? UploadReader.AtField(tooLarge) : new EvidenceFile(name, type.Value, stored.Value.Sha256);
    }
}
