using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange;

/// <summary>Keeps what was found about a portion.</summary>
[SystemOnly]
public sealed record CompareRegisterPortionCommand(Guid ImportId, int Number, IReadOnlyList<FoundRow> Findings) : ICommand<Done>;

internal sealed class CompareRegisterPortionHandler(IAppDbContext db) : IRequestHandler<CompareRegisterPortionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompareRegisterPortionCommand request, CancellationToken cancellationToken)
    {
        var portion = await db.RegisterPortions.SingleAsync(p => p.ImportId == request.ImportId && p.Number == request.Number, cancellationToken);
        portion.Compare(Packed.Of(request.Findings), RegisterCounts.Of(request.Findings, portion.RowCount));
        return Done.Value;
    }
}
