using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>Writes a material: begins it, or writes its draft anew.</summary>
/// <param name="MaterialId">Id that the form carries: sending it twice begins one material.</param>
/// <param name="SectionId">Section; fixed once it is begun.</param>
/// <param name="Writing">What is written.</param>
[RequirePermission(Permission.ProposeMaterials)]
public sealed record WriteLibraryMaterialCommand(Guid MaterialId, Guid SectionId, LibraryWriting Writing) : ICommand<Done>;

internal sealed class WriteLibraryMaterialHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WriteLibraryMaterialCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteLibraryMaterialCommand request, CancellationToken cancellationToken)
    {
        var material = await db.FindLibraryMaterialAsync(request.MaterialId, cancellationToken);
        if (material is not null && material.OwnerId != user.Me)
        {
            return new NotFound();
        }

        var section = await db.SectionAsync(material?.SectionId ?? request.SectionId, cancellationToken);
        if (section is null)
        {
            return new InvalidInput([new FieldFault(nameof(request.SectionId), "required", [])]);
        }

        if (!user.Proposes(section))
        {
            return new Forbidden();
        }

        if (request.Writing.FaultOf(section.Kind, time.Today().Year) is { } faults)
        {
            return faults;
        }

        if (material is not null)
        {
            return material.Write(request.Writing) is { } refused ? refused : Done.Value;
        }

        var number = await db.NextNumberAsync(LibraryMaterial.Series, cancellationToken);
        db.LibraryMaterials.Add(LibraryMaterial.Begin(request.MaterialId, number, section.Id, user.Me, request.Writing, time.UtcNow()));
        return Done.Value;
    }
}
