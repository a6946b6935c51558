using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Keeps the next rows of a file. The same portion once more is the same.</summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record KeepRegisterPortionCommand(Guid ImportId, int Number, RegisterRows Rows) : ICommand<Done>;

internal sealed class KeepRegisterPortionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<KeepRegisterPortionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepRegisterPortionCommand request, CancellationToken cancellationToken)
    {
        var status = await db.RegisterImportsOf(user)
            .Where(i => i.Id == request.ImportId)
            .Select(i => (RegisterImportStatus?)i.Status)
            .SingleOrDefaultAsync(cancellationToken);
        if (status is null)
        {
            return new NotFound();
        }

        if (status != RegisterImportStatus.Reading)
        {
            return new StepNotAllowed(status.Value.ToString(), nameof(RegisterImportStatus.Reading));
        }

        if (!await db.RegisterPortions.AnyAsync(p => p.ImportId == request.ImportId && p.Number == request.Number, cancellationToken))
        {
            db.RegisterPortions.Add(new RegisterPortion
            {
                ImportId = request.ImportId,
                Number = request.Number,
                RowCount = request.Rows.Lines.Count,
                Rows = Packed.Of(request.Rows),
            });
        }

        return Done.Value;
    }
}
