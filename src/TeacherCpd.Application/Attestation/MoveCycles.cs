using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Every morning: moves the cycles whose next stage begins today or began before. It can be repeated.</summary>
[SystemOnly]
public sealed record MoveCyclesCommand : ICommand<Done>;

internal sealed class MoveCyclesHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<MoveCyclesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MoveCyclesCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("attestation-cycles", cancellationToken);
        var (today, now) = (time.Today(), time.UtcNow());
        foreach (var cycle in await db.AttestationCycles.Where(c => c.Stage != CycleStage.Closed).ToListAsync(cancellationToken))
        {
            // after a stop of several days it goes through each stage that it missed
            while (cycle.MoveOn(today, now) is not null)
            {
            }
        }

        return Done.Value;
    }
}
