using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Works a batch off: some rows in one transaction, then their files, until it is over or somebody stops it.</summary>
[SystemOnly]
public sealed record RunBatchCommand(Guid BatchId) : IRequest<Result<Done>>;

internal sealed class RunBatchHandler(IMediator mediator) : IRequestHandler<RunBatchCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RunBatchCommand request, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = await mediator.Send(new IssueBatchRowsCommand(request.BatchId), cancellationToken);
            if (step.Error is { } error)
            {
                return error;
            }

            foreach (var id in step.Value.Issued)
            {
                if ((await mediator.Send(new SealCertificateCommand(id), cancellationToken)).Error is { } notSealed)
                {
                    return notSealed;
                }
            }

            if (!step.Value.GoesOn)
            {
                return Done.Value;
            }
        }
    }
}
