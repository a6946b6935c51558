using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Portfolios;

public sealed class TusUploadTests : IAsyncLifetime
{
    private const int Piece = 64 * 1024;

    // a text of several pieces; no two of them alike
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 9000).Select(i => $"Сабақ {i}: оқушылар сұрақ қойды.\n")));

    private Site site = null!;
    private Person teacher = null!;
    private Enrolment enrolment = null!;
    private Browser browser = null!;
    private TusSender sender = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Page => $"/my/portfolio/{enrolment.Id}";

    private string Folder => Path.Combine(site.App.Folder, "uploads");

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        (teacher, enrolment) = await site.Data.ParticipantAsync();
        browser = await site.AsAsync(teacher);
        sender = await TusSender.OnAsync(browser, Page);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_server_says_what_it_speaks()
    {
        var answer = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Options, new Uri("/my/uploads", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("creation,checksum,expiration", Assert.Single(answer.Headers.GetValues("Tus-Extension")));
        Assert.Equal("sha256", Assert.Single(answer.Headers.GetValues("Tus-Checksum-Algorithm")));
        Assert.Equal(50L * 1024 * 1024, TusSender.Number(answer, "Tus-Max-Size"));
    }

    [Fact]
    public async Task A_file_sent_in_pieces_is_added_byte_by_byte_the_same()
    {
        var address = await sender.BeginAsync(enrolment.Id, "менің есебім.txt", Content);
        await sender.SendAsync(address, Content, Piece);

        var answer = await AddAsync(browser, address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var material = await site.App.LookAsync(db => db.PortfolioMaterials.SingleAsync(Ct));
        Assert.Equal(("менің есебім.txt", TusSender.HashOf(Content)), (material.FileName, material.Sha256));
        var download = await browser.GetAsync($"/my/portfolio/files/{material.Id}");
        Assert.Equal(Content, await download.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task The_form_sent_twice_hands_in_once_and_finds_its_file_the_second_time_too()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        await sender.SendAsync(address, Content, Piece);
        var form = new Dictionary<string, string> { ["Input.UploadId"] = IdOf(address).ToString() };
        await browser.GetAsync(Page);

        var first = await browser.SubmitAsync(form);
        var second = await browser.SubmitAsync(form);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { first.StatusCode, second.StatusCode });
        Assert.Equal(1, await site.App.LookAsync(db => db.PortfolioMaterials.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_piece_out_of_order_is_refused_with_409_and_changes_nothing()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);

        var ahead = await sender.PieceAsync(address, Piece, Content[Piece..(2 * Piece)]);
        await sender.PieceAsync(address, 0, Content[..Piece]);
        var again = await sender.PieceAsync(address, 0, Content[..Piece]);

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], new[] { ahead.StatusCode, again.StatusCode });
        Assert.Equal(Piece, await sender.OffsetAsync(address));
        Assert.Single(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_piece_with_a_wrong_checksum_is_refused_with_460_and_nothing_of_it_is_kept()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);

        var answer = await sender.PieceAsync(address, 0, Content[..Piece], checksumOf: Content[1..(Piece + 1)]);

        Assert.Equal(460, (int)answer.StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
        Assert.Empty(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
        await sender.SendAsync(address, Content, Piece);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("c2hvcnQ=")]
    [InlineData("no base64")]
    public async Task A_piece_without_a_checksum_that_can_be_read_is_refused(string? checksum)
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);

        var answer = await sender.PieceAsync(address, 0, new ByteArrayContent(Content[..Piece]), checksum);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Fact]
    public async Task A_file_swapped_between_pieces_never_becomes_whole()
    {
        var other = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Content).Replace("сұрақ", "жауап", StringComparison.Ordinal));
        Assert.Equal(Content.Length, other.Length);
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        await sender.PieceAsync(address, 0, Content[..Piece]);

        // each piece is what its own checksum says
        HttpResponseMessage answer = null!;
        for (var offset = Piece; offset < other.Length; offset += Piece)
        {
            answer = await sender.PieceAsync(address, offset, other[offset..Math.Min(other.Length, offset + Piece)]);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("өзгертілді", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(0, await sender.OffsetAsync(address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(browser, address)).StatusCode);
        Assert.Empty(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));

        // the file that was begun can still be sent
        await sender.SendAsync(address, Content, Piece);
        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(browser, address)).StatusCode);
    }

    [Fact]
    public async Task A_restarted_server_goes_on_where_it_was()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        await sender.PieceAsync(address, 0, Content[..Piece]);

        await site.RestartAsync();
        browser = site.Reopened(browser);
        sender = await TusSender.OnAsync(browser, Page);

        Assert.Equal(Piece, await sender.OffsetAsync(address));
        await sender.SendAsync(address, Content, Piece);
        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(browser, address)).StatusCode);
    }

    [Fact]
    public async Task A_server_that_stopped_after_the_last_piece_puts_it_together_when_it_is_asked()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        var folder = Directory.CreateDirectory(Path.Combine(Folder, IdOf(address).ToString("N"))).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "000000000000"), Content[..Piece], Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, Piece.ToString("D12", System.Globalization.CultureInfo.InvariantCulture)), Content[Piece..], Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, "broken.part"), Content[..10], Ct);

        Assert.Equal(Content.Length, await sender.OffsetAsync(address));

        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(browser, address)).StatusCode);
    }

    [Fact]
    public async Task Two_tabs_that_send_the_same_pieces_at_once_end_with_one_whole_file()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        for (var offset = 0; offset < Content.Length; offset += Piece)
        {
            var piece = Content[offset..Math.Min(Content.Length, offset + Piece)];

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sender.PieceAsync(address, offset, piece)));

            Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.NoContent);
            Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict, a.StatusCode.ToString()));
        }

        Assert.Equal(Content.Length, await sender.OffsetAsync(address));
        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(browser, address)).StatusCode);
    }

    [Fact]
    public async Task An_upload_of_somebody_else_is_not_there()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        var (colleague, place) = await site.Data.ParticipantAsync();
        var other = await TusSender.OnAsync(await site.AsAsync(colleague), $"/my/portfolio/{place.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await other.AskAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PieceAsync(address, 0, Content[..Piece])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.CreateAsync(enrolment.Id, "есеп.txt", 10, new string('a', 64))).StatusCode);
        await sender.SendAsync(address, Content, Piece);
        var stolen = await site.App.SendAs(colleague, new OpenUploadQuery(place.Id, IdOf(address)));
        Assert.False(stolen.IsOk);
    }

    [Fact]
    public async Task A_visitor_and_a_request_without_the_token_of_the_form_are_refused()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        var forged = new TusSender(browser, "x");

        Assert.Equal(HttpStatusCode.BadRequest, (await forged.CreateAsync(enrolment.Id, "есеп.txt", 10, new string('a', 64))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await forged.PieceAsync(address, 0, Content[..Piece])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new TusSender(site.Visitor(), "x").AskAsync(address)).StatusCode);
    }

    [Fact]
    public async Task An_upload_whose_time_is_over_is_gone_and_so_are_its_bytes()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        await sender.PieceAsync(address, 0, Content[..Piece]);
        site.App.Time.Advance(TimeSpan.FromHours(73));
        browser = await site.AsAsync(teacher);
        sender = await TusSender.OnAsync(browser, Page);

        Assert.Equal(HttpStatusCode.NotFound, (await sender.AskAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.PieceAsync(address, Piece, Content[Piece..(2 * Piece)])).StatusCode);
        var answer = await AddAsync(browser, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("сақтау мерзімі", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await site.App.SendAsSystem(new DropOldUploadsCommand());
        await site.App.SendAsSystem(new DropOldUploadsCommand());
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
        Assert.Equal(0, await site.App.LookAsync(db => db.Uploads.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("../../../../etc/cron.d/x.txt", "x.txt")]
    [InlineData("C:\\Users\\Айгүл\\есеп.txt", "есеп.txt")]
    [InlineData("..", "..")]
    public async Task A_name_with_path_parts_names_no_place(string sent, string kept)
    {
        var address = await sender.BeginAsync(enrolment.Id, sent, Content);
        await sender.SendAsync(address, Content, Piece);

        Assert.Equal(kept, await site.App.LookAsync(db => db.Uploads.Select(u => u.FileName).SingleAsync(Ct)));
        Assert.All(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories), f => Assert.Equal("whole", Path.GetFileName(f)));
    }

    [Fact]
    public async Task A_name_of_300_letters_is_cut_and_keeps_its_ending()
    {
        await sender.BeginAsync(enrolment.Id, new string('ұ', 296) + ".txt", Content);

        var name = await site.App.LookAsync(db => db.Uploads.Select(u => u.FileName).SingleAsync(Ct));
        Assert.Equal(200, name.Length);
        Assert.EndsWith("ұ.txt", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.BadRequest, "бос")]
    [InlineData((50L * 1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge, "50")]
    public async Task A_length_that_no_report_has_is_refused_before_a_byte_is_sent(long length, HttpStatusCode status, string word)
    {
        var answer = await sender.CreateAsync(enrolment.Id, "есеп.txt", length, new string('a', 64));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(word, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_was_said_and_crumbs_are_refused()
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content[..Piece]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.PieceAsync(address, 0, Content[..(Piece + 1)])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.PieceAsync(address, 0, Content[..10])).StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Fact]
    public async Task The_oldest_upload_makes_room_for_the_ninth()
    {
        var addresses = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            site.App.Time.Advance(TimeSpan.FromSeconds(1));
            addresses.Add(await sender.BeginAsync(enrolment.Id, $"{i}.txt", Content));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await sender.AskAsync(addresses[0])).StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(addresses[1]));
    }

    [Fact]
    public async Task Another_version_of_the_protocol_is_told_which_one_is_spoken()
    {
        var request = sender.Request(HttpMethod.Head, "/my/uploads/" + Guid.CreateVersion7());
        request.Headers.Remove("Tus-Resumable");

        var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("1.0.0", Assert.Single(answer.Headers.GetValues("Tus-Version")));
    }

    [Theory]
    [InlineData("/uploads/")]
    [InlineData("/data/uploads/")]
    [InlineData("/my/uploads/")]
    public async Task Nothing_is_served_from_the_folder(string prefix)
    {
        var address = await sender.BeginAsync(enrolment.Id, "есеп.txt", Content);
        await sender.SendAsync(address, Content, Piece);

        foreach (var name in new[] { $"{IdOf(address):N}/whole", IdOf(address).ToString(), $"..%2f{IdOf(address):N}%2fwhole" })
        {
            var answer = await browser.GetAsync(prefix + name);
            Assert.False(answer.IsSuccessStatusCode, $"{prefix}{name} answered {answer.StatusCode}.");
        }
    }

    private async Task<HttpResponseMessage> AddAsync(Browser by, string address)
    {
        await by.GetAsync(Page);
        return await by.SubmitAsync(new() { ["Input.UploadId"] = IdOf(address).ToString() });
    }

    private static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);
}
