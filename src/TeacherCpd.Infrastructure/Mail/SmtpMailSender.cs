using MailKit.Net.Smtp;
using MailKit.Security;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Mail;

/// <summary>Sends through a mail server, one connection for each message.</summary>
public sealed class SmtpMailSender(SmtpOptions options, TimeProvider time) : IMailSender
{
    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The server took longer than allowed.</exception>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        using var message = MimeMail.Compose(mail, options.From, time.GetUtcNow());
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Host, options.Port, Protection(options.Tls), either.Token);
            if (!string.IsNullOrEmpty(options.User))
            {
                await client.AuthenticateAsync(options.User, options.Password ?? "", either.Token);
            }

            await client.SendAsync(message, either.Token);
            await client.DisconnectAsync(quit: true, either.Token);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take the message within {options.Timeout}.", late);
        }
    }

    private static SecureSocketOptions Protection(SmtpTlsMode mode) => mode switch
    {
        SmtpTlsMode.None => SecureSocketOptions.None,
        SmtpTlsMode.StartTls => SecureSocketOptions.StartTls,
        SmtpTlsMode.Tls => SecureSocketOptions.SslOnConnect,
    };
}
