using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Begins an import, or goes on with the one of the same file for the same day and place: it is never there twice. One that was thrown away
/// or taken back is begun anew.
/// </summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record StartRegisterImportCommand(RegisterKind Kind, DateOnly AsOf, Guid PlaceId, string FileName, string Sha256) : ICommand<RegisterStart>;

/// <summary>Where to go on.</summary>
/// <param name="ImportId">Import.</param>
/// <param name="IsRead">Whether all its rows are kept.</param>
/// <param name="Portions">Portions that are kept.</param>
public sealed record RegisterStart(Guid ImportId, bool IsRead, int Portions);

internal sealed class StartRegisterImportHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<StartRegisterImportCommand, Result<RegisterStart>>
{
    public async Task<Result<RegisterStart>> Handle(StartRegisterImportCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("register-imports", cancellationToken);
        var place = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.PlaceId, cancellationToken);
        if (place is null || !user.ReachesRegisterOf(place.Path))
        {
            return new NotFound();
        }

        var known = await db.RegisterImports.SingleOrDefaultAsync(
            i => i.Sha256 == request.Sha256 && i.Kind == request.Kind && i.AsOf == request.AsOf && i.PlaceId == place.Id
                && i.Status != RegisterImportStatus.Discarded && i.Status != RegisterImportStatus.Undone,
            cancellationToken);
        if (known is not null)
        {
            var portions = await db.RegisterPortions.CountAsync(p => p.ImportId == known.Id, cancellationToken);
            return new RegisterStart(known.Id, known.Status != RegisterImportStatus.Reading, portions);
        }

        var import = new RegisterImport
        {
            Kind = request.Kind,
            FileName = request.FileName.Length > RegisterImport.FileNameMaxLength ? request.FileName[^RegisterImport.FileNameMaxLength..] : request.FileName,
            Sha256 = request.Sha256,
            AsOf = request.AsOf,
            PlaceId = place.Id,
            OwnerId = user.PersonId,
            CreatedAt = time.UtcNow(),
        };
        db.RegisterImports.Add(import);
        return new RegisterStart(import.Id, false, 0);
    }
}
