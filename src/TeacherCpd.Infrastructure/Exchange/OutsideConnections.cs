using System.Net;
using System.Net.Sockets;
using TeacherCpd.Application.Exchange.Webhooks;

namespace TeacherCpd.Infrastructure.Exchange;

/// <summary>
/// Connections to addresses that people typed. Where a name leads is looked at when the connection is made, so that nobody has the server ask addresses
/// inside its own network; redirections are not followed.
/// </summary>
internal static class OutsideConnections
{
    /// <summary>How long anything outside may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A client for them.</summary>
    public static HttpClient Client(WebhookRules rules) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = Longest,
        ConnectCallback = rules.AllowPrivate ? null : ConnectAsync,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var outside = Array.FindAll(addresses, WebhookRules.IsOutside);
        if (outside.Length == 0)
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(outside, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads to no address outside.</summary>
internal sealed class PrivateAddressException() : Exception("The name leads to no address outside.");
