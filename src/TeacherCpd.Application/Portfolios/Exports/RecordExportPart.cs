using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>A part of an export is whole.</summary>
/// <returns>False when another try brought it first, or the export is over or gone.</returns>
[SystemOnly]
public sealed record RecordExportPartCommand(Guid ExportId, ExportPart Part) : ICommand<bool>;

internal sealed class RecordExportPartHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordExportPartCommand, Result<bool>>
{
    public async Task<Result<bool>> Handle(RecordExportPartCommand request, CancellationToken cancellationToken)
    {
        var export = await db.PortfolioExports.Include(e => e.Parts).SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
        return export?.Add(request.Part, time.UtcNow()) == true;
    }
}
