using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Mail;

/// <summary>Sends through a mail server, one connection for each message.</summary>
public sealed class SmtpMailSender(SmtpOptions options, TimeProvider time) : IMailSender
{
    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The server took the message longer than allowed; it may have it.</exception>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        using var message = MimeMail.Compose(mail, options.From, time.GetUtcNow());
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Protection(options.Tls), either.Token);
            if (!string.IsNullOrEmpty(options.User))
            {
                await client.AuthenticateAsync(options.User, options.Password ?? "", either.Token);
            }
        }
        catch (Exception e)
        {
            throw new MailServerAwayException("The mail server was not reached.", e);
        }

        try
        {
            await client.SendAsync(message, either.Token);
        }
        catch (SmtpCommandException e) when (e.StatusCode == SmtpStatusCode.ServiceNotAvailable)
        {
            throw new MailServerAwayException("The mail server takes nothing now.", e);
        }
        catch (SmtpCommandException e)
        {
            throw new MailNotTakenException($"The mail server refused the message: {(int)e.StatusCode}.", e);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take the message within {options.Timeout}.", late);
        }

        await SayGoodbyeAsync(client, either.Token);
    }

    // the message is taken: what goes wrong from here on does not make it less so
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
        }
    }

    private static SecureSocketOptions Protection(SmtpTlsMode mode) => mode switch
    {
        SmtpTlsMode.None => SecureSocketOptions.None,
        SmtpTlsMode.StartTls => SecureSocketOptions.StartTls,
        SmtpTlsMode.Tls => SecureSocketOptions.SslOnConnect,
    };
}
