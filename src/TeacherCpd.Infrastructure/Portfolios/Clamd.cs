using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Asks the ClamAV daemon whether a file holds a virus, by its protocol INSTREAM (man clamd).</summary>
/// <param name="address">Path of its socket, or host and port with a colon between.</param>
public sealed class Clamd(string address)
{
    private const int BufferBytes = 64 * 1024;
    private const int LongestAnswer = 4096;

    // a document of 50 MB that unpacks to a lot
    private static readonly TimeSpan LongestScan = TimeSpan.FromMinutes(2);

    // it may just be restarting or loading new signatures
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.Zero];

    /// <summary>Looks through everything the stream still holds.</summary>
    /// <param name="content">Seekable; stands afterwards where it stood before.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>An error when something was found, or when nobody knows: a file that was not looked at is not clean.</returns>
    public async Task<Error?> LookAsync(Stream content, CancellationToken ct)
    {
        var start = content.Position;
        foreach (var pause in Pauses)
        {
            try
            {
                content.Position = start;
                var answer = await AskAsync("zINSTREAM\0", content, ct);
                content.Position = start;
                if (answer == "stream: OK")
                {
                    return null;
                }

                if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
                {
                    return new FileInfected(answer["stream: ".Length..^" FOUND".Length]);
                }
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
            {
                // asked once more, or given up below
            }

            await Task.Delay(pause, ct);
        }

        return new VirusScanSilent();
    }

    /// <summary>Asks whether it is there.</summary>
    /// <exception cref="IOException">It answers something else.</exception>
    /// <exception cref="SocketException">It does not answer.</exception>
    public async Task PingAsync(CancellationToken ct)
    {
        var answer = await AskAsync("zPING\0", null, ct);
        if (answer != "PONG")
        {
            throw new IOException($"The virus scanner answered '{answer}'.");
        }
    }

    private async Task<string> AskAsync(string command, Stream? content, CancellationToken ct)
    {
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(ct);
        longest.CancelAfter(LongestScan);
        using var socket = address.StartsWith('/')
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(EndPoint(), longest.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command), longest.Token);
        if (content is not null)
        {
            await SendAsync(content, stream, longest.Token);
        }

        var answer = new byte[LongestAnswer];
        var length = 0;
        for (int read; length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), longest.Token)) > 0;)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    /// <summary>Sends pieces, each after its length, and a length of nothing at the end.</summary>
    private static async Task SendAsync(Stream content, NetworkStream to, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(buffer.AsMemory(sizeof(int), BufferBytes - sizeof(int)), ct);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await to.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), ct);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private EndPoint EndPoint()
    {
        var colon = address.LastIndexOf(':');
        return address.StartsWith('/')
            ? new UnixDomainSocketEndPoint(address)
            : new DnsEndPoint(address[..colon], int.Parse(address[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }
}
