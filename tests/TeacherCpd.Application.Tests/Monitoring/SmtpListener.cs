using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>A mail server for one test: speaks enough SMTP to take messages, on a free port of this machine.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmtpListener()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Extensions offered after EHLO.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["8BITMIME"];

    /// <summary>Answer to RCPT TO.</summary>
    public string RecipientAnswer { get; set; } = "250 OK";

    /// <summary>Whether it closes the connection after each message, without a word.</summary>
    public bool ClosesAfterMessage { get; init; }

    /// <summary>Whether it takes connections but never says a word.</summary>
    public bool IsSilent { get; init; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every line that a client sent outside a message.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Messages taken, as they came over the wire without dot stuffing.</summary>
    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await serving;
        }
        catch (OperationCanceledException)
        {
            // stopped while it waited
        }

        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            try
            {
                await TalkAsync(client);
            }
            catch (IOException)
            {
                // the client went away without a goodbye, as it may
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            Commands.Add(line);
            await AnswerAsync(line, reader, writer);
            if (ClosesAfterMessage && line == "DATA")
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync("250-test");
                foreach (var extension in Extensions.SkipLast(1))
                {
                    await writer.WriteLineAsync($"250-{extension}");
                }

                await writer.WriteLineAsync($"250 {Extensions[^1]}");
                break;
            case "AUTH":
                await writer.WriteLineAsync("235 welcome");
                break;
            case "RCPT":
                await writer.WriteLineAsync(RecipientAnswer);
                break;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                var message = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                {
                    message.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                }

                Messages.Add(message.ToString());
                await writer.WriteLineAsync("250 taken");
                break;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                break;
            default:
                await writer.WriteLineAsync("250 OK");
                break;
        }
    }
}
