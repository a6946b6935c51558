using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Sends a message over the network.</summary>
public interface IWebhookSender
{
    /// <summary>Sends. Never throws for what the receiver does; of its answer only the beginning is read, and only to a ping.</summary>
    Task<WebhookAnswer> SendAsync(ClaimedDelivery message, CancellationToken cancellationToken);
}

/// <summary>What came of a try.</summary>
/// <param name="Fault">Why it failed; <see cref="WebhookFault.None"/> where it did not.</param>
/// <param name="Status">Status of the answer; null without one.</param>
/// <param name="ContentType">Kind of its content; empty where it names none.</param>
/// <param name="Milliseconds">Time it took.</param>
public sealed record WebhookAnswer(WebhookFault Fault, int? Status, string ContentType, int Milliseconds);
