using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>
/// Registers an address that is told of what happens below an organisation. Its receiver first has to prove that it expects messages. The key of
/// the signatures comes back once.
/// </summary>
/// <param name="WebhookId">Id that the form carries: sending it twice makes one.</param>
/// <param name="Url">Address of the receiver, https.</param>
/// <param name="PlaceId">Organisation.</param>
/// <param name="Events">What it is told of.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record RegisterWebhookCommand(Guid WebhookId, string Url, Guid PlaceId, IReadOnlyList<WebhookEvent> Events) : ICommand<RegisteredWebhook>;

/// <summary>A webhook, its key shown this once.</summary>
/// <param name="Key">Key of the signatures as libraries for Standard Webhooks take it: <c>whsec_</c> and base64.</param>
public sealed record RegisteredWebhook(Guid Id, string Key);

/// <summary>The webhook was registered by the same form before; its key cannot be shown again.</summary>
public sealed record WebhookKeyShownBefore() : Error("webhook_key_shown_before", ErrorKind.Conflict);

/// <summary>The person has as many webhooks as one may have.</summary>
public sealed record TooManyWebhooks() : Error("webhook_too_many", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Webhook.MostOfAPerson];
}

internal sealed class RegisterWebhookValidator : AbstractValidator<RegisterWebhookCommand>
{
    public RegisterWebhookValidator(WebhookRules rules)
    {
        RuleFor(c => c.Url).Cascade(CascadeMode.Stop)
            .Must(url => url.OrNothing() is not null).WithErrorCode("required")
            .MaximumLength(Webhook.UrlMaxLength).WithErrorCode("too_long")
            .Must(rules.Takes).WithErrorCode("webhook_url_not_usable");
        RuleFor(c => c.PlaceId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Events).NotEmpty().WithErrorCode("webhook_no_event");
        RuleForEach(c => c.Events).Must(WebhookEvents.All.Contains).OverridePropertyName(nameof(RegisterWebhookCommand.Events)).WithErrorCode("webhook_no_event");
    }
}

internal sealed class RegisterWebhookHandler(IAppDbContext db, CurrentUser user, IKeySeal seal, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<RegisterWebhookCommand, Result<RegisteredWebhook>>
{
    public async Task<Result<RegisteredWebhook>> Handle(RegisterWebhookCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"webhooks/{user.Me}", cancellationToken);
        if (await db.Webhooks.AnyAsync(w => w.Id == request.WebhookId, cancellationToken))
        {
            return new WebhookKeyShownBefore();
        }

        var place = await db.Organisations.Where(o => o.Id == request.PlaceId).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (place is null || !user.ReachesRegisterOf(place))
        {
            return new NotFound();
        }

        if (await db.Webhooks.CountAsync(w => w.OwnerId == user.Me && w.Status != WebhookStatus.Ended, cancellationToken) >= Webhook.MostOfAPerson)
        {
            return new TooManyWebhooks();
        }

        var key = RandomNumberGenerator.GetBytes(WebhookMessage.KeyBytes);
        var webhook = new Webhook
        {
            Id = request.WebhookId,
            OwnerId = user.Me,
            PlaceId = request.PlaceId,
            Url = request.Url.Trim(),
            EventNames = string.Join(',', request.Events.Distinct().Order()),
            ProtectedKey = seal.Seal(IKeySeal.Webhook, key),
            CreatedAt = time.UtcNow(),
        };
        db.Webhooks.Add(webhook);
        db.WebhookDeliveries.Add(WebhookOutbox.PingOf(webhook, time.UtcNow()));
        jobs.SendWebhooks();
        return new RegisteredWebhook(webhook.Id, WebhookMessage.KeyText(key));
    }
}
