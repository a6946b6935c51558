using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Mail;

/// <summary>
/// Sends through a mail server. A connection that took a message is kept a little while for the next one: many servers let a new one wait
/// before they greet, and protecting it anew costs more than the message.
/// </summary>
public sealed class SmtpMailSender : IMailSender, IAsyncDisposable
{
    // servers close a connection after some hundred messages, or after a minute or more in which nothing came
    private const int MostMessages = 100;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(20);

    private readonly SmtpOptions options;
    private readonly TimeProvider time;
    private readonly ConcurrentBag<Connection> kept = [];
    private readonly ITimer sweep;

    /// <summary>A sender for one server.</summary>
    public SmtpMailSender(SmtpOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        sweep = time.CreateTimer(_ => _ = CloseAsync(LongestIdle), null, LongestIdle, LongestIdle);
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The server took the message longer than allowed; it may have it.</exception>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        using var message = MimeMail.Compose(mail, options.From, time.GetUtcNow());
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var connection = await ConnectionAsync(either.Token);
        try
        {
            await connection.Client.SendAsync(message, either.Token);
        }
        catch (SmtpCommandException e) when (e.StatusCode == SmtpStatusCode.ServiceNotAvailable)
        {
            connection.Client.Dispose();
            throw new MailServerAwayException("The mail server takes nothing now.", e);
        }
        catch (SmtpCommandException e)
        {
            await KeepAsync(connection);
            throw new MailNotTakenException($"The mail server refused the message: {(int)e.StatusCode}.", e);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            connection.Client.Dispose();
            throw new TimeoutException($"The mail server did not take the message within {options.Timeout}.", late);
        }
        catch
        {
            connection.Client.Dispose();
            throw;
        }

        await KeepAsync(connection);
    }

    /// <summary>Takes leave of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await sweep.DisposeAsync();
        await CloseAsync(TimeSpan.Zero);
    }

    private async Task<Connection> ConnectionAsync(CancellationToken ct)
    {
        while (kept.TryTake(out var connection))
        {
            try
            {
                await connection.Client.NoOpAsync(ct);
                return connection;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // the server closed it
                connection.Client.Dispose();
            }
        }

        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Protection(options.Tls), ct);
            if (!string.IsNullOrEmpty(options.User))
            {
                await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
            }

            return new Connection(client);
        }
        catch (Exception e)
        {
            client.Dispose();
            throw new MailServerAwayException("The mail server was not reached.", e);
        }
    }

    // the message is taken or refused: what goes wrong from here on does not change that
    private async Task KeepAsync(Connection connection)
    {
        connection.Messages++;
        connection.UsedAt = time.GetTimestamp();
        if (connection.Client.IsConnected && connection.Messages < MostMessages)
        {
            kept.Add(connection);
        }
        else
        {
            await SayGoodbyeAsync(connection.Client);
        }
    }

    private async Task CloseAsync(TimeSpan idle)
    {
        for (var look = kept.Count; look > 0 && kept.TryTake(out var connection); look--)
        {
            if (time.GetElapsedTime(connection.UsedAt) < idle)
            {
                kept.Add(connection);
            }
            else
            {
                await SayGoodbyeAsync(connection.Client);
            }
        }
    }

    private async Task SayGoodbyeAsync(SmtpClient client)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        try
        {
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
        }
        finally
        {
            client.Dispose();
        }
    }

    private static SecureSocketOptions Protection(SmtpTlsMode mode) => mode switch
    {
        SmtpTlsMode.None => SecureSocketOptions.None,
        SmtpTlsMode.StartTls => SecureSocketOptions.StartTls,
        SmtpTlsMode.Tls => SecureSocketOptions.SslOnConnect,
    };

    private sealed class Connection(SmtpClient client)
    {
        public SmtpClient Client { get; } = client;

        public int Messages { get; set; }

        public long UsedAt { get; set; }
    }
}
