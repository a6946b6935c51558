using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Application.Reports.Stated;

/// <summary>
/// Keeps a table that was read, for the organisation over which the person sees training. The same file is kept once, also where it is sent
/// twice at the same moment; one that was withdrawn is kept anew.
/// </summary>
/// <param name="Table">The table.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record KeepTableCommand(ReadTable Table) : ICommand<Guid>;

internal sealed class KeepTableHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<KeepTableCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(KeepTableCommand request, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations
            .Tops(user.Scopes(Permission.SeeTraining))
            .OrderBy(o => o.Path)
            .Select(o => o.Id)
            .FirstAsync(cancellationToken);
        await db.TakeTurnAsync("stated-tables", cancellationToken);
        var kept = await db.StatedTables
            .Where(t => t.OrganisationId == organisation && t.Sha256 == request.Table.Sha256 && t.WithdrawnAt == null)
            .Select(t => (Guid?)t.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (kept is { } id)
        {
            return id;
        }

        var table = new StatedTable
        {
            OrganisationId = organisation,
            FileName = request.Table.FileName,
            Sha256 = request.Table.Sha256,
            Cells = request.Table.Cells,
            KeptById = user.Me,
            KeptAt = time.UtcNow(),
        };
        db.StatedTables.Add(table);
        return table.Id;
    }
}
