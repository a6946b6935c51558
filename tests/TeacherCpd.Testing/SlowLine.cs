using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeacherCpd.Testing;

/// <summary>
/// A line between a browser and a site: as slow as a test wants, counted, and cut when the test says so. While it is
/// cut nobody connects.
/// </summary>
public sealed class SlowLine : IAsyncDisposable
{
    private const int StepsPerSecond = 50;

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Socket> open = [];
    private readonly Uri site;
    private readonly int bytesPerSecond;
    private readonly Task accepting;
    private long sent;
    private bool isCut;

    /// <summary>Opens the line.</summary>
    /// <param name="site">Where it leads.</param>
    /// <param name="bytesPerSecond">Most bytes a second toward the site.</param>
    public SlowLine(Uri site, int bytesPerSecond)
    {
        this.site = site;
        this.bytesPerSecond = bytesPerSecond;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Address of this end.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Bytes that went toward the site, headers and all.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Waits until so many bytes went toward the site.</summary>
    public async Task SentAsync(long bytes, CancellationToken ct)
    {
        while (Sent < bytes)
        {
            await Task.Delay(10, ct);
        }
    }

    /// <summary>Cuts every connection in the middle of whatever it carries.</summary>
    public void Cut()
    {
        lock (open)
        {
            isCut = true;
            foreach (var socket in open)
            {
                // at once, whatever is still in it
                socket.Close(0);
            }

            open.Clear();
        }
    }

    /// <summary>The line is back.</summary>
    public void Mend()
    {
        lock (open)
        {
            isCut = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptSocketAsync(stop.Token);
                if (!Keep(near))
                {
                    near.Close(0);
                    continue;
                }

                _ = ServeAsync(near);
            }
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }

    private async Task ServeAsync(Socket near)
    {
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await far.ConnectAsync(site.Host, site.Port, stop.Token);
            if (Keep(far))
            {
                await Task.WhenAny(CarryAsync(near, far, bytesPerSecond, counts: true), CarryAsync(far, near, int.MaxValue, counts: false));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // cut
        }
        finally
        {
            near.Dispose();
        }
    }

    private async Task CarryAsync(Socket from, Socket to, int perSecond, bool counts)
    {
        var buffer = new byte[Math.Min(64 * 1024, perSecond / StepsPerSecond)];
        var watch = Stopwatch.StartNew();
        var due = TimeSpan.Zero;
        try
        {
            for (int read; (read = await from.ReceiveAsync(buffer, stop.Token)) > 0;)
            {
                await to.SendAsync(buffer.AsMemory(0, read), stop.Token);
                if (counts)
                {
                    Interlocked.Add(ref sent, read);

                    // by the clock, so that a busy machine does not make the line thinner; what was idle is not made up for
                    due = (due > watch.Elapsed - Slack ? due : watch.Elapsed) + TimeSpan.FromSeconds((double)read / perSecond);
                    if (due - watch.Elapsed is { Ticks: > 0 } early)
                    {
                        await Task.Delay(early, stop.Token);
                    }
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // cut
        }
    }

    private bool Keep(Socket socket)
    {
        lock (open)
        {
            if (!isCut)
            {
                open.Add(socket);
            }

            return !isCut;
        }
    }
}
