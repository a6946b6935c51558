using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange;

/// <summary>All rows of a file are kept: they are compared in the background.</summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record FinishRegisterReadingCommand(Guid ImportId, int Rows, string UnknownHeadings) : ICommand<Done>;

internal sealed class FinishRegisterReadingHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<FinishRegisterReadingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishRegisterReadingCommand request, CancellationToken cancellationToken)
    {
        if (await db.RegisterImportsOf(user).SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken) is not { } import)
        {
            return new NotFound();
        }

        if (import.FinishReading(request.Rows, request.UnknownHeadings, time.UtcNow()) is { } refused)
        {
            return refused;
        }

        jobs.RunRegisterImport(import.Id);
        return Done.Value;
    }
}
