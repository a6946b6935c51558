using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>Begins the next version of an own material, with what the last one says; what is published stays until the next is.</summary>
[RequirePermission(Permission.ProposeMaterials)]
public sealed record ReviseLibraryMaterialCommand(Guid MaterialId) : ICommand<Done>;

internal sealed class ReviseLibraryMaterialHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReviseLibraryMaterialCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseLibraryMaterialCommand request, CancellationToken cancellationToken) =>
        await db.FindLibraryMaterialAsync(request.MaterialId, cancellationToken) is not { } material || material.OwnerId != user.Me ? new NotFound()
        : material.Revise(time.UtcNow()) is { } error ? error
        : Done.Value;
}
