using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>A step of an import is done.</summary>
/// <param name="Step">The step; where another job finished it, nothing is left to do.</param>
[SystemOnly]
public sealed record FinishRegisterStepCommand(Guid ImportId, RegisterImportStatus Step) : ICommand<Done>;

internal sealed class FinishRegisterStepHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<FinishRegisterStepCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishRegisterStepCommand request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImports.SingleAsync(i => i.Id == request.ImportId, cancellationToken);
        if (import.Status != request.Step)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        var refused = request.Step switch
        {
            RegisterImportStatus.Comparing => import.FinishComparing(now),
            RegisterImportStatus.Applying => import.FinishApplying(now),
            _ => import.FinishUndoing(now),
        };
        return refused is null ? Done.Value : refused;
    }
}
