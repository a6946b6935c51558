using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Asks for an export of certificates, categories and training; it is made in the background.</summary>
/// <param name="ExportId">Id that the form carries: sending it twice makes one.</param>
/// <param name="PlaceId">Organisation whose subtree it is about.</param>
/// <param name="OnlyChanges">Only people of whom anything changed since the last one of the place.</param>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record AskForRegisterExportCommand(Guid ExportId, Guid PlaceId, bool OnlyChanges) : ICommand<Guid>;

/// <summary>Nothing of the place was exported before, so that there is nothing to tell changes from.</summary>
public sealed record NoExportBefore() : Error("register_no_export_before", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => nameof(AskForRegisterExportCommand.OnlyChanges);
}

internal sealed class AskForRegisterExportValidator : AbstractValidator<AskForRegisterExportCommand>
{
    public AskForRegisterExportValidator() => RuleFor(c => c.PlaceId).NotEmpty().WithErrorCode("required");
}

internal sealed class AskForRegisterExportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<AskForRegisterExportCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AskForRegisterExportCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("register-exports", cancellationToken);
        var place = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.PlaceId, cancellationToken);
        if (place is null || !user.ReachesRegisterOf(place.Path))
        {
            return new NotFound();
        }

        if (await db.RegisterExports.AnyAsync(e => e.Id == request.ExportId, cancellationToken))
        {
            return request.ExportId;
        }

        var before = request.OnlyChanges
            ? await db.RegisterExports
                .Where(e => e.PlaceId == place.Id && e.ReadyAt != null)
                .OrderByDescending(e => e.AskedAt)
                .Select(e => (Guid?)e.Id)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        if (request.OnlyChanges && before is null)
        {
            return new NoExportBefore();
        }

        db.RegisterExports.Add(new RegisterExport { Id = request.ExportId, PlaceId = place.Id, OwnerId = user.PersonId, AskedAt = time.UtcNow(), AfterId = before });
        jobs.RunRegisterExport(request.ExportId);
        return request.ExportId;
    }
}
