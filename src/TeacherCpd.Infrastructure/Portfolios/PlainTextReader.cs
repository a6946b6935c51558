using System.Text;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Plain text: UTF-8, UTF-16 with a byte order mark, or one byte a letter. The last is read as Windows-1251 with
/// the Kazakh letters of KZ-1048 in the places where Windows-1251 has Serbian and Ukrainian ones.
/// </summary>
internal sealed class PlainTextReader : IFormatReader
{
    private const string Windows1251Letters = "ЌЋќћЎўЈҐЄЇґєјЅѕї";
    private const string Kz1048Letters = "ҚҺқһҰұӘӨҒҮөғәҢңү";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1251 =
        CodePagesEncodingProvider.Instance.GetEncoding(1251) ?? throw new InvalidOperationException("The runtime has no code page 1251.");

    public string Extension => ".txt";

    public string MediaType => "text/plain";

    public bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return false;
        }

        if (IsUtf16(head))
        {
            return true;
        }

        // no text has such bytes, and every program or picture has
        var buffer = new byte[81920];
        file.Position = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public int? Read(Stream file, DocumentText text, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        foreach (var line in Decode(bytes).AsSpan().EnumerateLines())
        {
            ct.ThrowIfCancellationRequested();
            text.Begin();
            text.Append(line);
            text.End();
        }

        return null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static string Decode(byte[] bytes)
    {
        if (IsUtf16(bytes))
        {
            var utf16 = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return utf16.GetString(bytes.AsSpan(2));
        }

        try
        {
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            return StrictUtf8.GetString(bytes.AsSpan(start));
        }
        catch (DecoderFallbackException)
        {
            return string.Create(bytes.Length, bytes, (letters, source) =>
            {
                Windows1251.GetChars(source, letters);
                foreach (ref var letter in letters)
                {
                    if (Windows1251Letters.IndexOf(letter) is >= 0 and var place)
                    {
                        letter = Kz1048Letters[place];
                    }
                }
            });
        }
    }
}
