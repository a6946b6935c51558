using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange;

/// <summary>Has what an import wrote taken back in the background. What others have changed since stays, and is counted.</summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record UndoRegisterImportCommand(Guid ImportId) : ICommand<Done>;

internal sealed class UndoRegisterImportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<UndoRegisterImportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(UndoRegisterImportCommand request, CancellationToken cancellationToken)
    {
        if (await db.RegisterImportsOf(user).SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken) is not { } import)
        {
            return new NotFound();
        }

        if (import.Undo(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        jobs.RunRegisterImport(import.Id);
        return Done.Value;
    }
}
