using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class UploadTests : IAsyncLifetime
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(200_000);

    private TestApp app = null!;
    private Person teacher = null!;
    private Enrolment enrolment = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(app.Folder, "uploads");

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        (teacher, enrolment) = await app.Data.ParticipantAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_connection_that_is_cut_within_a_piece_leaves_nothing_of_it()
    {
        var id = await BeginAsync();
        await KeepAsync(id, 0, 100_000);
        using var cut = new CutStream(Content[100_000..], 40_000);

        await Assert.ThrowsAsync<IOException>(() => app.SendAs(
            teacher, new ReceivePieceQuery(id, 100_000, 100_000, SHA256.HashData(Content[100_000..]), cut)));

        Assert.Equal(100_000, (await app.SendAs(teacher, new GetUploadQuery(id))).Value.Received);
        Assert.Single(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
        Assert.True((await KeepAsync(id, 100_000, 200_000)).Value.IsWhole);
    }

    [Fact]
    public async Task A_sender_that_stays_away_holds_nobody_up()
    {
        var id = await BeginAsync();
        using var stop = new CancellationTokenSource();
        using var silent = new SilentStream();
        var hanging = app.UseAsync(async services => await services.GetRequiredService<IUploadStore>()
            .KeepAsync(id, new Piece(0, 100_000, SHA256.HashData(Content)), silent, stop.Token));
        await silent.Asked;

        Assert.Equal(100_000, (await KeepAsync(id, 0, 100_000)).Value.Received);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Single(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_piece_cut_short_by_the_disk_is_filled_up_again()
    {
        var id = await BeginAsync();
        await KeepAsync(id, 0, 80_000);
        await KeepAsync(id, 80_000, 160_000);
        await using (var first = File.OpenWrite(Path.Combine(Folder, id.ToString("N"), "000000000000")))
        {
            first.SetLength(10_000);
        }

        var received = (await app.SendAs(teacher, new GetUploadQuery(id))).Value.Received;
        await KeepAsync(id, (int)received, 90_000);
        var end = await KeepAsync(id, 90_000, 200_000);

        Assert.Equal(10_000, received);
        Assert.True(end.Value.IsWhole);
    }

    [Fact]
    public async Task It_can_be_handed_in_only_for_the_enrolment_it_was_begun_for_and_only_when_it_is_finished()
    {
        var id = await BeginAsync();
        await KeepAsync(id, 0, 100_000);
        var (_, other) = (teacher, await app.Data.EnrolmentAsync(await app.Data.GroupAsync(status: GroupStatus.Studying), teacher));

        var early = await app.SendAs(teacher, new OpenUploadQuery(enrolment.Id, id));
        Assert.IsType<NotFound>((await app.SendAs(teacher, new FinishUploadCommand(id))).Error);
        await KeepAsync(id, 100_000, 200_000);
        await app.SendAs(teacher, new FinishUploadCommand(id));
        var elsewhere = await app.SendAs(teacher, new OpenUploadQuery(other.Id, id));
        var right = await app.SendAs(teacher, new OpenUploadQuery(enrolment.Id, id));

        Assert.Equal([false, false, true], new[] { early.IsOk, elsewhere.IsOk, right.IsOk });
        await using var content = right.Value.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Ct);
        Assert.Equal(Content, copy.ToArray());
        Assert.Equal(TestApp.Start.UtcDateTime, right.Value.BegunAt);
    }

    [Fact]
    public async Task Nobody_begins_an_upload_for_a_course_that_takes_no_report()
    {
        var recruiting = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(), teacher);

        Assert.IsType<CourseNotStarted>((await BeginAsync(recruiting.Id)).Error);
        Assert.Equal(0, await app.LookAsync(db => db.Uploads.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_clock_moved_back_neither_loses_an_upload_nor_keeps_it_for_ever()
    {
        app.Time.Advance(TimeSpan.FromDays(400));
        var id = await BeginAsync();
        await KeepAsync(id, 0, 100_000);
        app.Time.AdjustTime(TestApp.Start);

        await app.SendAsSystem(new DropOldUploadsCommand());
        Assert.Equal(100_000, (await app.SendAs(teacher, new GetUploadQuery(id))).Value.Received);

        app.Time.Advance(TimeSpan.FromHours(73));
        await app.SendAsSystem(new DropOldUploadsCommand());
        await app.SendAsSystem(new DropOldUploadsCommand());
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public async Task The_sweep_leaves_alone_what_is_on_its_way_and_writes_nothing_without_need()
    {
        var id = await BeginAsync();
        await KeepAsync(id, 0, 100_000);
        var before = await app.LookAsync(db => db.AuditProcesses.CountAsync(Ct));

        await app.SendAsSystem(new DropOldUploadsCommand());

        Assert.Equal(100_000, (await app.SendAs(teacher, new GetUploadQuery(id))).Value.Received);
        Assert.Equal(before, await app.LookAsync(db => db.AuditProcesses.CountAsync(Ct)));
    }

    private async Task<Guid> BeginAsync() => await BeginAsync(enrolment.Id) is { IsOk: true } ? await app.LookAsync(db => db.Uploads.Select(u => u.Id).SingleAsync(Ct)) : Guid.Empty;

    private Task<Result<DateTime>> BeginAsync(Guid enrolmentId) => app.SendAs(
        teacher, new BeginUploadCommand(Guid.CreateVersion7(), enrolmentId, "есеп.docx", Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content))));

    private async Task<Result<UploadProgress>> KeepAsync(Guid id, int from, int to)
    {
        var piece = Content[from..to];
        using var stream = new MemoryStream(piece);
        return await app.SendAs(teacher, new ReceivePieceQuery(id, from, piece.Length, SHA256.HashData(piece), stream));
    }

    private sealed class CutStream(byte[] content, int at) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= at
                ? throw new IOException("The connection is gone.")
                : base.ReadAsync(buffer[..Math.Min(buffer.Length, at - (int)Position)], cancellationToken);
    }

    private sealed class SilentStream : MemoryStream
    {
        private readonly TaskCompletionSource asked = new();

        public Task Asked => asked.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
