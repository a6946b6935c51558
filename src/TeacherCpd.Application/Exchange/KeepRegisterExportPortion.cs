using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Keeps a portion of an export. The same portion once more is the same.</summary>
[SystemOnly]
public sealed record KeepRegisterExportPortionCommand(Guid ExportId, int Number, Guid LastPersonId, int People, IReadOnlyList<string[]> Rows, byte[] Prints) : ICommand<Done>;

internal sealed class KeepRegisterExportPortionHandler(IAppDbContext db) : IRequestHandler<KeepRegisterExportPortionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepRegisterExportPortionCommand request, CancellationToken cancellationToken)
    {
        if (!await db.RegisterExportPortions.AnyAsync(p => p.ExportId == request.ExportId && p.Number == request.Number, cancellationToken))
        {
            db.RegisterExportPortions.Add(new RegisterExportPortion
            {
                ExportId = request.ExportId,
                Number = request.Number,
                LastPersonId = request.LastPersonId,
                People = request.People,
                RowCount = request.Rows.Count,
                Rows = Packed.Of(request.Rows),
                Prints = request.Prints,
            });
        }

        return Done.Value;
    }
}
