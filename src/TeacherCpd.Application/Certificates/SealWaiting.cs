using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Seals all certificates that wait for it, one after the other and each in a transaction of its own.</summary>
[SystemOnly]
public sealed record SealWaitingCommand : IRequest<Result<Done>>;

internal sealed class SealWaitingHandler(IAppDbContext db, IMediator mediator) : IRequestHandler<SealWaitingCommand, Result<Done>>
{
    private const int AtOnce = 100;

    public async Task<Result<Done>> Handle(SealWaitingCommand request, CancellationToken cancellationToken)
    {
        var after = Guid.Empty;
        while (true)
        {
            var waiting = await db.Certificates
                .Where(c => c.SealedAt == null && c.Id > after)
                .OrderBy(c => c.Id)
                .Select(c => c.Id)
                .Take(AtOnce)
                .ToListAsync(cancellationToken);
            if (waiting.Count == 0)
            {
                return Done.Value;
            }

            foreach (var id in waiting)
            {
                if ((await mediator.Send(new SealCertificateCommand(id), cancellationToken)).Error is { } error)
                {
                    return error;
                }
            }

            after = waiting[^1];
        }
    }
}
