using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Imports;

/// <summary>Keeps a file that was read, to be looked at and confirmed.</summary>
/// <param name="ImportId">Id that the form carries: sending it twice keeps one.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record KeepPlanFileCommand(Guid ImportId, Guid PlanId, PlanFile File) : ICommand<Done>;

internal sealed class KeepPlanFileHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<KeepPlanFileCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepPlanFileCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.PlanId, cancellationToken);
        if (!await db.PlansOf(user).AnyAsync(p => p.Id == request.PlanId, cancellationToken))
        {
            return new NotFound();
        }

        if (!await db.PlanImports.AnyAsync(i => i.Id == request.ImportId, cancellationToken))
        {
            db.PlanImports.Add(new PlanImport
            {
                Id = request.ImportId,
                PlanId = request.PlanId,
                ById = user.Me,
                FileName = request.File.FileName,
                Rows = request.File.Rows,
                ReadAt = time.UtcNow(),
            });
        }

        return Done.Value;
    }
}
