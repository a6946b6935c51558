using System.Buffers.Binary;
using System.Text;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Development;

/// <summary>A photo of a certificate is evidence; of what the camera wrote beside the picture nothing stays.</summary>
public sealed class CertificatePhotoTests : IAsyncLifetime
{
    private const string Place = "43.2389N 76.8897E";

    private TestApp app = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("сертификат.JPG", "сертификат.JPG")]
    [InlineData("сертификат.jpeg", "сертификат.jpeg")]
    [InlineData("сертификат.png", "сертификат.png.jpg")]
    [InlineData("сертификат", "сертификат.jpg")]
    public async Task A_jpeg_keeps_its_picture_and_which_side_is_up_but_not_the_place(string sent, string kept)
    {
        var (file, stored) = await StoreAsync(Jpeg(orientation: 6), sent);

        Assert.Equal(("image/jpeg", kept), (file.ContentType, file.Name));
        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.Equal(
            [0xFF, 0xD8, .. Jfif, 0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Picture(3000, 4000), 0xFF, 0xD9],
            stored);
    }

    [Fact]
    public async Task A_jpeg_the_usual_way_up_has_no_exif_data_at_all() =>
        Assert.Equal([0xFF, 0xD8, .. Jfif, .. Picture(3000, 4000), 0xFF, 0xD9], (await StoreAsync(Jpeg(orientation: 1), "a.jpg")).Stored);

    [Fact]
    public async Task A_png_keeps_its_picture_only()
    {
        var (file, stored) = await StoreAsync(Png(800, 600), "grамота.png");

        Assert.Equal("image/png", file.ContentType);
        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.Equal([.. PngSignature, .. Header(800, 600), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])], stored);
    }

    [Fact]
    public async Task Too_many_pixels_and_bytes_are_refused()
    {
        foreach (var (wide, high) in new[] { (12_001, 10), (10, 12_001), (10_000, 6_001) })
        {
            Assert.Equal("photo_too_large", await RefusedAsync(Png((uint)wide, (uint)high), "a.png"));
            Assert.Equal("photo_too_large", await RefusedAsync(Jpeg(1, (ushort)wide, (ushort)high), "a.jpg"));
        }

        Assert.Equal("file_too_large", await RefusedAsync([.. Jpeg(1), .. new byte[10 * 1024 * 1024]], "a.jpg"));
        await StoreAsync(Png(10_000, 6_000), "a.png");
    }

    [Fact]
    public async Task What_is_cut_off_is_refused_at_every_byte()
    {
        foreach (var (photo, name) in new[] { (Jpeg(6), "a.jpg"), (Png(8, 8), "a.png") })
        {
            var whole = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(photo).Replace("BEHIND", "", StringComparison.Ordinal));
            for (var length = 8; length < whole.Length; length += 7)
            {
                Assert.Equal("photo_damaged", await RefusedAsync(whole[..length], name));
            }
        }
    }

    [Fact]
    public async Task Nothing_that_is_sent_breaks_the_reading()
    {
        var random = new Random(20261127);
        foreach (var photo in new[] { Jpeg(6), Png(8, 8) })
        {
            for (var i = 0; i < 300; i++)
            {
                var broken = photo.ToArray();
                for (var n = random.Next(1, 6); n > 0; n--)
                {
                    broken[random.Next(8, broken.Length)] = (byte)random.Next(256);
                }

                using var upload = new MemoryStream(broken);
                var result = await app.SendAs(teacher, new ReceiveEvidenceQuery(upload, "a.jpg"));
                Assert.True(result.Error is null or InvalidInput);
            }
        }
    }

    [Fact]
    public async Task A_name_does_not_make_a_photo() =>
        Assert.StartsWith("file_", await RefusedAsync("GIF89a; script"u8.ToArray(), "a.jpg"), StringComparison.Ordinal);

    private static byte[] PngSignature => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];

    private static byte[] Jfif => [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Picture(ushort wide, ushort high) =>
    [
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, (byte)(high >> 8), (byte)high, (byte)(wide >> 8), (byte)wide, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
    ];

    private static byte[] Jpeg(byte orientation, ushort wide = 3000, ushort high = 4000) =>
    [
        0xFF, 0xD8,
        .. Jfif,
        .. Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, 65, 66, 67, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, .. Encoding.Latin1.GetBytes(Place)]),
        .. Segment(0xED, Encoding.Latin1.GetBytes(Place)),
        .. Segment(0xFE, Encoding.Latin1.GetBytes(Place)),
        .. Picture(wide, high),
        0xFF, 0xD9,
        .. "BEHIND"u8,
    ];

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(name), .. data, 9, 9, 9, 9];
    }

    private static byte[] Header(uint wide, uint high)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, wide);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), high);
        return Chunk("IHDR", data);
    }

    private static byte[] Png(uint wide, uint high) =>
    [
        .. PngSignature,
        .. Header(wide, high),
        .. Chunk("tEXt", Encoding.Latin1.GetBytes(Place)),
        .. Chunk("eXIf", Encoding.Latin1.GetBytes(Place)),
        .. Chunk("IDAT", [1, 2, 3]),
        .. Chunk("IEND", []),
        .. "BEHIND"u8,
    ];

    private async Task<(EvidenceFile File, byte[] Stored)> StoreAsync(byte[] photo, string name)
    {
        using var upload = new MemoryStream(photo);
        var file = (await app.SendAs(teacher, new ReceiveEvidenceQuery(upload, name))).Value;
        var activity = await app.Data.ActivityAsync(teacher, file: file);
        var found = (await app.SendAs(teacher, new GetEvidenceFileQuery(activity.Id))).Value;
        await using var content = found.Content;
        using var stored = new MemoryStream();
        await content.CopyToAsync(stored);
        return (file, stored.ToArray());
    }

    private async Task<string> RefusedAsync(byte[] photo, string name)
    {
        using var upload = new MemoryStream(photo);
        return Assert.IsType<InvalidInput>((await app.SendAs(teacher, new ReceiveEvidenceQuery(upload, name))).Error).Faults.Single().Code;
    }
}
