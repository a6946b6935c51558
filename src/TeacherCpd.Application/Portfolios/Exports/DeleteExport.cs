using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>Deletes an own export; its files go with the next sweep, and a job that is at it stops.</summary>
[SignedIn]
public sealed record DeleteExportCommand(Guid ExportId) : ICommand<Done>;

internal sealed class DeleteExportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DeleteExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteExportCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var export = await db.PortfolioExports.Include(e => e.Parts).SingleOrDefaultAsync(e => e.Id == request.ExportId && e.PersonId == me, cancellationToken);
        if (export is null)
        {
            return new NotFound();
        }

        db.PortfolioExports.Remove(export);
        return Done.Value;
    }
}
