using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>Counts a try of an export that broke off; after the last one without a new part it is given up.</summary>
[SystemOnly]
public sealed record RecordBrokenExportCommand(Guid ExportId) : ICommand<Done>;

internal sealed class RecordBrokenExportHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordBrokenExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordBrokenExportCommand request, CancellationToken cancellationToken)
    {
        var export = await db.PortfolioExports.SingleOrDefaultAsync(e => e.Id == request.ExportId && ExportQueries.Open.Contains(e.Status), cancellationToken);
        export?.BreakOff(time.UtcNow());
        return Done.Value;
    }
}
