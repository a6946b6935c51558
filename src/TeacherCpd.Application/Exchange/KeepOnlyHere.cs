using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Keeps a portion of what only our records have. The same portion once more is the same.</summary>
[SystemOnly]
public sealed record KeepOnlyHereCommand(Guid ImportId, int Number, RegisterRows Rows, IReadOnlyList<FoundRow> Findings) : ICommand<Done>;

internal sealed class KeepOnlyHereHandler(IAppDbContext db) : IRequestHandler<KeepOnlyHereCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepOnlyHereCommand request, CancellationToken cancellationToken)
    {
        if (await db.RegisterPortions.AnyAsync(p => p.ImportId == request.ImportId && p.Number == request.Number, cancellationToken))
        {
            return Done.Value;
        }

        var portion = new RegisterPortion
        {
            ImportId = request.ImportId,
            Number = request.Number,
            RowCount = request.Rows.Lines.Count,
            Rows = Packed.Of(request.Rows),
        };
        portion.Compare(Packed.Of(request.Findings), RegisterCounts.Of(request.Findings, portion.RowCount));
        db.RegisterPortions.Add(portion);
        return Done.Value;
    }
}
