using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>A try of an export begins.</summary>
[SystemOnly]
public sealed record BeginExportCommand(Guid ExportId) : ICommand<Done>;

internal sealed class BeginExportHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<BeginExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(BeginExportCommand request, CancellationToken cancellationToken)
    {
        var export = await db.PortfolioExports.SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
        if (export is null)
        {
            return new NotFound();
        }

        return export.Start(time.UtcNow()) is { } error ? error : Done.Value;
    }
}
