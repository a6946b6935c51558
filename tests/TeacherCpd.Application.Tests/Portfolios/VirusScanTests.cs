using System.Net;
using System.Net.Sockets;
using System.Text;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class VirusScanTests(ClamdServer clamd) : IClassFixture<ClamdServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_with_the_test_virus_is_refused_at_the_field_and_nothing_is_stored()
    {
        Assert.SkipWhen(ClamdServer.Program is null, "No clamd: install clamav-daemon.");
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["VirusScan:Clamd"] = clamd.Socket });
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var bad = new MemoryStream(Encoding.UTF8.GetBytes($"Сабақ туралы есеп. {ClamdServer.TestVirus}"));
        using var good = new MemoryStream(Encoding.UTF8.GetBytes("Сабақ туралы есеп."));

        var refused = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, bad, "есеп.txt"));
        var taken = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, good, "есеп.txt"));

        var fault = Assert.Single(Assert.IsType<InvalidInput>(refused.Error).Faults);
        Assert.Equal(("File", "file_infected", "Test.File.UNOFFICIAL"), (fault.Field, fault.Code, fault.Args[0]));
        Assert.True(taken.IsOk);
        Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_of_50_MB_is_looked_through_to_its_end()
    {
        Assert.SkipWhen(ClamdServer.Program is null, "No clamd: install clamav-daemon.");
        var content = new byte[50 * 1024 * 1024];
        Encoding.ASCII.GetBytes(ClamdServer.TestVirus).CopyTo(content, content.Length - 100);
        using var stream = new MemoryStream(content) { Position = 7 };

        var error = await new Clamd(clamd.Socket).LookAsync(stream, Ct);

        Assert.IsType<FileInfected>(error);
        Assert.Equal(7, stream.Position);
    }

    [Fact]
    public async Task A_scanner_that_restarts_is_waited_for()
    {
        Assert.SkipWhen(ClamdServer.Program is null, "No clamd: install clamav-daemon.");
        await clamd.StopAsync();
        using var stream = new MemoryStream([1, 2, 3]);

        var looking = new Clamd(clamd.Socket).LookAsync(stream, Ct);
        await clamd.StartAsync();

        Assert.Null(await looking);
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_scanner_is_silent()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["VirusScan:Clamd"] = $"127.0.0.1:{port}" });
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Сабақ туралы есеп."));

        var refused = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, file, "есеп.txt"));

        Assert.Equal("virus_scan_silent", Assert.Single(Assert.IsType<InvalidInput>(refused.Error).Faults).Code);
        Assert.False(Directory.Exists(Path.Combine(app.Folder, "files")));
    }

    [Fact]
    public async Task An_answer_that_nobody_knows_is_no_leave()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(
            async () =>
            {
                while (true)
                {
                    using var socket = await listener.AcceptSocketAsync(Ct);
                    await socket.SendAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray(), Ct);
                    socket.Shutdown(SocketShutdown.Send);
                    var buffer = new byte[1000];
                    while (await socket.ReceiveAsync(buffer, Ct) > 0)
                    {
                    }
                }
            },
            Ct);
        using var stream = new MemoryStream([1, 2, 3]);

        var error = await new Clamd($"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}").LookAsync(stream, Ct);

        Assert.IsType<VirusScanSilent>(error);
        Assert.False(answering.IsCompleted);
    }
}
