using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>No portfolio is left for another part: the export is ready, or given up where the asker may see nothing.</summary>
/// <param name="ExportId">Export.</param>
/// <param name="IsAllowed">Whether the asker may still have exports at all.</param>
[SystemOnly]
public sealed record FinishExportCommand(Guid ExportId, bool IsAllowed) : ICommand<Done>;

internal sealed class FinishExportHandler(IAppDbContext db, ExportTerms terms, TimeProvider time) : IRequestHandler<FinishExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishExportCommand request, CancellationToken cancellationToken)
    {
        var export = await db.PortfolioExports.Include(e => e.Parts).SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
        var now = time.UtcNow();
        var error = request.IsAllowed ? export?.Finish(now, terms.KeptFor) : export?.Refuse(now);
        return error is null ? Done.Value : error;
    }
}
