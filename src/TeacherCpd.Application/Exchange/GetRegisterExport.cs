using System.Runtime.CompilerServices;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>The rows of an export as a table, in portions: a large one never stands in memory whole.</summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record GetRegisterExportQuery(Guid ExportId) : IQuery<RegisterReport>;

/// <summary>The export is still being made, or its time is over.</summary>
/// <param name="Status">Which of both.</param>
public sealed record ExportNotThere(RegisterExportStatus Status) : Error("register_export_not_there", ErrorKind.Conflict);

internal sealed class GetRegisterExportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRegisterExportQuery, Result<RegisterReport>>
{
    public async Task<Result<RegisterReport>> Handle(GetRegisterExportQuery request, CancellationToken cancellationToken)
    {
        var export = await db.RegisterExportsOf(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
        return export is null ? new NotFound()
            : export.Status != RegisterExportStatus.Ready ? new ExportNotThere(export.Status)
            : new RegisterReport(PartsAsync(export.Id, cancellationToken));
    }

    private async IAsyncEnumerable<byte[]> PartsAsync(Guid exportId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Csv.Of([RegisterExportRows.Columns]);
        await foreach (var portion in db.RegisterExportPortions
            .Where(p => p.ExportId == exportId && p.RowCount > 0 && p.Rows != null)
            .OrderBy(p => p.Number)
            .Select(p => p.Rows!)
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
        {
            yield return Csv.Of(Packed.Read<List<string[]>>(portion))[Encoding.UTF8.Preamble.Length..];
        }
    }
}
