using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange;

/// <summary>Throws an import away before anything was written. Its rows are deleted with it.</summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record DiscardRegisterImportCommand(Guid ImportId) : ICommand<Done>;

internal sealed class DiscardRegisterImportHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DiscardRegisterImportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardRegisterImportCommand request, CancellationToken cancellationToken)
    {
        if (await db.RegisterImportsOf(user).SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken) is not { } import)
        {
            return new NotFound();
        }

        if (import.Discard(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        await db.RegisterPortions.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        import.DropRows(time.UtcNow());
        return Done.Value;
    }
}
