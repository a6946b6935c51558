using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>Proposes the draft of an own material to the council.</summary>
[RequirePermission(Permission.ProposeMaterials)]
public sealed record ProposeLibraryMaterialCommand(Guid MaterialId) : ICommand<Done>;

internal sealed class ProposeLibraryMaterialHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ProposeLibraryMaterialCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ProposeLibraryMaterialCommand request, CancellationToken cancellationToken)
    {
        var material = await db.FindLibraryMaterialAsync(request.MaterialId, cancellationToken);
        if (material is null || material.OwnerId != user.Me)
        {
            return new NotFound();
        }

        // the right may have been taken since the draft was begun
        return await db.SectionAsync(material.SectionId, cancellationToken) is not { } section || !user.Proposes(section) ? new Forbidden()
            : material.Propose(time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
