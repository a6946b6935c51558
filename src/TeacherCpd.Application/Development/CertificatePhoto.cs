using System.Buffers.Binary;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Development;

/// <summary>The photo is no whole JPEG or PNG.</summary>
public sealed record PhotoDamaged() : Error("photo_damaged", ErrorKind.Invalid);

/// <summary>The photo has too many pixels.</summary>
/// <param name="MostSide">Most pixels of a side.</param>
/// <param name="MostMegapixels">Most pixels in all, in millions.</param>
public sealed record PhotoTooLarge(int MostSide, int MostMegapixels) : Error("photo_too_large", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [MostSide, MostMegapixels];
}

/// <summary>
/// A photo of a certificate: JPEG or PNG, recognised by content. Only the parts that make the picture are kept; place, camera,
/// owner, previews, comments and whatever stands behind the picture are left out. The picture itself is neither decoded nor
/// compressed again. Of a JPEG's EXIF data only which side is up is written anew (JPEG: ITU-T T.81, annex B; EXIF 2.3; PNG: W3C).
/// </summary>
internal static class CertificatePhoto
{
    /// <summary>Media type of JPEG.</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>Media type of PNG.</summary>
    public const string Png = "image/png";

    /// <summary>Most megabytes of a photo.</summary>
    public const int MaxMegabytes = 10;

    private const int MostSide = 12_000;
    private const int MostMegapixels = 60;
    private const int PixelsAMegapixel = 1_000_000;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // what the picture needs; everything else may be left out
    private static readonly string[] PngChunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"];

    /// <summary>Media type by the first bytes; null where it is no photo.</summary>
    /// <param name="head">First eight bytes at least, or the whole of a shorter file.</param>
    public static string? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith(PngSignature) ? Png
        : head is [0xFF, 0xD8, 0xFF, ..] ? Jpeg
        : null;

    /// <summary>The name with the ending that its content has.</summary>
    public static string NameOf(string name, string type) => (type, Path.GetExtension(name).ToLowerInvariant()) switch
    {
        (Jpeg, ".jpg" or ".jpeg") or (Png, ".png") => name,
        (Jpeg, _) => name + ".jpg",
        _ => name + ".png",
    };

    /// <summary>The photo without anything but the picture.</summary>
    /// <param name="photo">Content, of which <see cref="TypeOf"/> named the type.</param>
    /// <param name="type">That type.</param>
    public static Result<byte[]> Clean(ReadOnlySpan<byte> photo, string type)
    {
        var picture = new MemoryStream(photo.Length);
        return (type == Jpeg ? CleanJpeg(photo, picture) : CleanPng(photo, picture)) is { } error ? error : picture.ToArray();
    }

    private static Error? CleanJpeg(ReadOnlySpan<byte> photo, MemoryStream picture)
    {
        var (at, hasFrame, hasScan, orientation) = (2, false, false, (ushort)0);
        var (begun, rest) = (new MemoryStream(), new MemoryStream(photo.Length));
        while (NextMarker(photo, ref at) is { } marker)
        {
            if (marker == 0xD9)
            {
                if (!hasScan)
                {
                    return new PhotoDamaged();
                }

                picture.Write([0xFF, 0xD8]);
                picture.Write(begun.ToArray());
                picture.Write(Upright(orientation));
                picture.Write(rest.ToArray());
                picture.Write([0xFF, 0xD9]);
                return null;
            }

            if (at + 2 > photo.Length || BinaryPrimitives.ReadUInt16BigEndian(photo[at..]) is var length && (length < 2 || at + length > photo.Length))
            {
                return new PhotoDamaged();
            }

            var segment = photo.Slice(at, length);
            at += length;
            switch (marker)
            {
                case 0xE0 when length == 16 && segment[2..].StartsWith("JFIF\0"u8):
                    Write(begun, marker, segment);
                    break;
                case 0xE1 when segment[2..].StartsWith("Exif\0\0"u8):
                    orientation = OrientationOf(segment[8..]);
                    break;
                case 0xEE when length == 14 && segment[2..].StartsWith("Adobe"u8):
                    // says how colours are written
                    Write(rest, marker, segment);
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    break;
                case 0xC4 or 0xCC or 0xDB or 0xDD:
                    Write(rest, marker, segment);
                    break;
                case >= 0xC0 and <= 0xCF and not 0xC8 when !hasFrame && length >= 8:
                    hasFrame = true;
                    if (Fault(BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..])) is { } fault)
                    {
                        return fault;
                    }

                    Write(rest, marker, segment);
                    break;
                case 0xDA when hasFrame:
                    hasScan = true;
                    Write(rest, marker, segment);
                    var end = EndOfScan(photo, at);
                    rest.Write(photo[at..end]);
                    at = end;
                    break;
                default:
                    return new PhotoDamaged();
            }
        }

        return new PhotoDamaged();
    }

    private static void Write(MemoryStream to, byte marker, ReadOnlySpan<byte> segment)
    {
        to.Write([0xFF, marker]);
        to.Write(segment);
    }

    /// <summary>The marker at a place, past the bytes that fill; null where there is none.</summary>
    private static byte? NextMarker(ReadOnlySpan<byte> photo, ref int at)
    {
        if (at >= photo.Length || photo[at] != 0xFF)
        {
            return null;
        }

        while (at < photo.Length && photo[at] == 0xFF)
        {
            at++;
        }

        return at < photo.Length ? photo[at++] : null;
    }

    /// <summary>Where the marker after the data of a scan begins; the length of the file where there is none.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> photo, int at)
    {
        while (at + 1 < photo.Length)
        {
            if (photo[at] == 0xFF && photo[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))
            {
                return at;
            }

            at++;
        }

        return photo.Length;
    }

    /// <summary>Which side is up, 1 to 8; 0 where it is not said.</summary>
    private static ushort OrientationOf(ReadOnlySpan<byte> tiff)
    {
        const int EntryLength = 12;
        var little = tiff.StartsWith("II"u8);
        if (tiff.Length < 8 || (!little && !tiff.StartsWith("MM"u8)))
        {
            return 0;
        }

        var offset = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (offset > tiff.Length - 2)
        {
            return 0;
        }

        var entries = tiff[((int)offset + 2)..];
        for (var left = Read(tiff[(int)offset..]); left > 0 && entries.Length >= EntryLength; left--)
        {
            if (Read(entries) == 0x0112)
            {
                var side = Read(entries[8..]);
                return side is >= 1 and <= 8 ? side : (ushort)0;
            }

            entries = entries[EntryLength..];
        }

        return 0;

        ushort Read(ReadOnlySpan<byte> from) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
    }

    /// <summary>EXIF data that say which side is up and nothing else; none where that is the usual one.</summary>
    private static byte[] Upright(ushort orientation) => orientation <= 1 ? [] :
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static Error? CleanPng(ReadOnlySpan<byte> photo, MemoryStream picture)
    {
        const int AroundData = 12;
        picture.Write(PngSignature);
        var (at, hasData) = (PngSignature.Length, false);
        while (photo.Length - at >= AroundData)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(photo[at..]);
            var name = System.Text.Encoding.Latin1.GetString(photo.Slice(at + 4, 4));
            var isFirst = at == PngSignature.Length;
            if (length > photo.Length - at - AroundData || isFirst != (name == "IHDR") || (isFirst && length != 13))
            {
                return new PhotoDamaged();
            }

            var chunk = photo.Slice(at, (int)length + AroundData);
            if (isFirst && Fault(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])) is { } fault)
            {
                return fault;
            }

            if (PngChunks.Contains(name))
            {
                picture.Write(chunk);
            }
            else if (char.IsAsciiLetterUpper(name[0]))
            {
                // a part without which the picture cannot be shown, and nobody knows what it is
                return new PhotoDamaged();
            }

            hasData |= name == "IDAT";
            at += chunk.Length;
            if (name == "IEND")
            {
                return hasData ? null : new PhotoDamaged();
            }
        }

        return new PhotoDamaged();
    }

    private static Error? Fault(uint width, uint height) =>
        width == 0 || height == 0 ? new PhotoDamaged()
        : width > MostSide || height > MostSide || (long)width * height > MostMegapixels * (long)PixelsAMegapixel ? new PhotoTooLarge(MostSide, MostMegapixels)
        : null;
}
