using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Keeps a portion of what only our records have.</summary>
[SystemOnly]
public sealed record KeepOnlyHereCommand(Guid ImportId, int Number, RegisterRows Rows, IReadOnlyList<FoundRow> Findings) : ICommand<Done>;

internal sealed class KeepOnlyHereHandler(IAppDbContext db) : IRequestHandler<KeepOnlyHereCommand, Result<Done>>
{
    public Task<Result<Done>> Handle(KeepOnlyHereCommand request, CancellationToken cancellationToken)
    {
        var portion = new RegisterPortion
        {
            ImportId = request.ImportId,
            Number = request.Number,
            RowCount = request.Rows.Lines.Count,
            Rows = Packed.Of(request.Rows),
        };
        portion.Compare(Packed.Of(request.Findings), RegisterCounts.Of(request.Findings, portion.RowCount));
        db.RegisterPortions.Add(portion);
        return Task.FromResult<Result<Done>>(Done.Value);
    }
}
