using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>The archive of a part of an own export; those that are whole can be had while the others are being made.</summary>
[SignedIn]
public sealed record GetExportPartQuery(Guid ExportId, int Number) : IQuery<ExportFile>;

/// <summary>An archive to download.</summary>
/// <param name="Content">Seekable; to be disposed of by whoever sends it.</param>
/// <param name="FileName">Name for it.</param>
/// <param name="Sha256">Hash of it, by which a download that goes on knows that it is the same.</param>
/// <param name="MadeAt">When it was whole (UTC).</param>
public sealed record ExportFile(Stream Content, string FileName, string Sha256, DateTime MadeAt);

internal sealed class GetExportPartHandler(IAppDbContext db, CurrentUser user, IExportStore store) : IRequestHandler<GetExportPartQuery, Result<ExportFile>>
{
    public async Task<Result<ExportFile>> Handle(GetExportPartQuery request, CancellationToken cancellationToken)
    {
        if (!user.MayExport())
        {
            return new Forbidden();
        }

        var me = user.Me;
        var found = await (
            from export in db.PortfolioExports
            where export.Id == request.ExportId && export.PersonId == me && (export.Status == ExportStatus.Running || export.Status == ExportStatus.Ready)
            from part in export.Parts
            where part.Number == request.Number
            select new { export.AskedAt, part.Id, part.Number, part.Sha256, part.MadeAt }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"portfolios-{Clock.DayOf(found.AskedAt):yyyy-MM-dd}-{found.Number}.zip");
        return new ExportFile(store.Open(request.ExportId, found.Id), name, found.Sha256, found.MadeAt);
    }
}
