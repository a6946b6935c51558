using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>All rows of an export are made.</summary>
[SystemOnly]
public sealed record FinishRegisterExportCommand(Guid ExportId) : ICommand<Done>;

internal sealed class FinishRegisterExportHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<FinishRegisterExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishRegisterExportCommand request, CancellationToken cancellationToken)
    {
        var export = await db.RegisterExports.SingleAsync(e => e.Id == request.ExportId, cancellationToken);
        var portions = await db.RegisterExportPortions.Where(p => p.ExportId == export.Id).Select(p => new { p.People, p.RowCount }).ToListAsync(cancellationToken);
        return export.Status != RegisterExportStatus.Making || export.Finish(portions.Sum(p => p.People), portions.Sum(p => p.RowCount), time.UtcNow()) is not { } refused
            ? Done.Value
            : refused;
    }
}
