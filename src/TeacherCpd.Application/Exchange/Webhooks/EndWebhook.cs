using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Takes a webhook away; what waits for it is not sent any more.</summary>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record EndWebhookCommand(Guid WebhookId) : ICommand<Done>;

internal sealed class EndWebhookHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<EndWebhookCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndWebhookCommand request, CancellationToken cancellationToken) =>
        await db.WebhooksOf(user).SingleOrDefaultAsync(w => w.Id == request.WebhookId, cancellationToken) is not { } webhook ? new NotFound()
        : webhook.Move(WebhookStatus.Ended) is { } refused ? refused
        : Done.Value;
}
