using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Sends a message if it still has to go out and nobody else sends it, and records what came of it.</summary>
[SystemOnly]
public sealed record SendDeliveryCommand(Guid DeliveryId) : IRequest<Result<Done>>;

internal sealed class SendDeliveryHandler(IMediator mediator, IWebhookSender sender) : IRequestHandler<SendDeliveryCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendDeliveryCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimDeliveryCommand(request.DeliveryId), cancellationToken);
        if (claimed.Error is { } refused)
        {
            return refused;
        }

        return claimed.Value is { } message
            ? await mediator.Send(new RecordDeliveryCommand(request.DeliveryId, await sender.SendAsync(message, cancellationToken)), CancellationToken.None)
            : Done.Value;
    }
}
