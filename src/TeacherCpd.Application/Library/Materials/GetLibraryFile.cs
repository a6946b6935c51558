using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>The file of a version of a material, for whom <see cref="GetLibraryMaterialQuery"/> shows that version.</summary>
/// <param name="Version">Number of the version.</param>
[OpenToAll]
public sealed record GetLibraryFileQuery(Guid MaterialId, int Version) : IQuery<LibraryFile>;

/// <summary>A file, and the material it belongs to.</summary>
public sealed record LibraryFile(LibraryMaterialView Material, MaterialFile File);

internal sealed class GetLibraryFileHandler(IMediator mediator, IFileStore files) : IRequestHandler<GetLibraryFileQuery, Result<LibraryFile>>
{
    public async Task<Result<LibraryFile>> Handle(GetLibraryFileQuery request, CancellationToken cancellationToken)
    {
        var material = await mediator.Send(new GetLibraryMaterialQuery(request.MaterialId), cancellationToken);
        if (material.Error is { } refused)
        {
            return refused;
        }

        return material.Value.Versions.FirstOrDefault(v => v.Number == request.Version)?.Writing.File is { } file
            ? new LibraryFile(material.Value, new MaterialFile(await files.OpenAsync(file.Sha256, cancellationToken), file.ContentType, file.Name))
            : new NotFound();
    }
}
