using System.Text;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// The letters of a plain text file: UTF-8, UTF-16 with a byte order mark, or one byte a letter. The last is read as
/// Windows-1251 with the Kazakh letters of KZ-1048 in the places where Windows-1251 has Serbian and Ukrainian ones.
/// </summary>
public static class PlainText
{
    private const string Windows1251Letters = "ЌЋќћЎўЈҐЄЇґєјЅѕї";
    private const string Kz1048Letters = "ҚҺқһҰұӘӨҒҮөғәҢңү";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1251 =
        CodePagesEncodingProvider.Instance.GetEncoding(1251) ?? throw new InvalidOperationException("The runtime has no code page 1251.");

    private static readonly OneByteLetters OneByte = new();

    /// <summary>Reads a file whole; a byte order mark is no part of its text.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string Read(string path) => Decode(File.ReadAllBytes(path));

    internal static bool IsUtf16(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>
    /// Whether these are the bytes of a program, a picture or an archive. A stray control character, as old programs
    /// leave in their texts, does not make a text binary.
    /// </summary>
    internal static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
        {
            return false;
        }

        var strays = 0;
        foreach (var b in bytes)
        {
            strays += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') ? 1 : 0;
        }

        return bytes.StartsWith("%PDF-"u8) || bytes.Contains((byte)0) || strays * 100L > bytes.Length;
    }

    internal static string Decode(byte[] bytes)
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
            return OneByte.GetString(bytes);
        }
    }

    /// <summary>Opens a long text to be read bit by bit, in the letters that <see cref="Decode"/> would read it in.</summary>
    /// <param name="file">Seekable; read once to tell the letters, then left at its beginning. Left open.</param>
    internal static Encoding LettersOf(Stream file)
    {
        var (buffer, letters) = (new byte[1 << 16], new char[(1 << 16) + 1]);
        var decoder = StrictUtf8.GetDecoder();
        file.Position = 0;
        try
        {
            for (int read, first = 1; (read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; first = 0)
            {
                if (first == 1 && IsUtf16(buffer.AsSpan(0, read)))
                {
                    return buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
                }

                decoder.GetChars(buffer.AsSpan(0, read), letters, flush: false);
            }

            return StrictUtf8;
        }
        catch (DecoderFallbackException)
        {
            return OneByte;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>Windows-1251 with the Kazakh letters of KZ-1048.</summary>
    private sealed class OneByteLetters : Encoding
    {
        private readonly char[] letters = Table();

        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException("Texts are only read in it.");

        public override int GetCharCount(byte[] bytes, int index, int count) => count;

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            for (var i = 0; i < byteCount; i++)
            {
                chars[charIndex + i] = letters[bytes[byteIndex + i]];
            }

            return byteCount;
        }

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetMaxCharCount(int byteCount) => byteCount;

        private static char[] Table() =>
        [
            .. Windows1251.GetChars([.. Enumerable.Range(0, 256).Select(b => (byte)b)])
                .Select(letter => Windows1251Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? Kz1048Letters[place] : letter),
        ];
    }
}
