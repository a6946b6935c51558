using System.Collections.Concurrent;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Testing;

/// <summary>A mail server that keeps every message it takes, repeats too, and fails as a test wants.</summary>
public sealed class CollectingMail : IMailSender
{
    private readonly ConcurrentQueue<MailMessage> taken = new();

    /// <summary>Messages taken.</summary>
    public IReadOnlyList<MailMessage> Taken => [.. taken];

    /// <summary>What it answers instead of taking a message; null: it takes it.</summary>
    public Exception? Failure { get; set; }

    /// <inheritdoc/>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        // long enough that senders who start together are all inside
        await Task.Delay(20, ct);
        if (Failure is not null)
        {
            throw Failure;
        }

        taken.Enqueue(mail);
    }
}
