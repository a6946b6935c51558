using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Hands the certificates over that were issued and not sealed yet, by whatever command they came.</summary>
[SystemOnly]
public sealed record QueueUnsealedCommand : ICommand<Done>;

internal sealed class QueueUnsealedHandler(IAppDbContext db, IBackgroundJobs jobs) : IRequestHandler<QueueUnsealedCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueUnsealedCommand request, CancellationToken cancellationToken)
    {
        if (await db.Certificates.AnyAsync(c => c.SealedAt == null, cancellationToken))
        {
            jobs.SealCertificates();
        }

        return Done.Value;
    }
}
