using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Plain text, see <see cref="PlainText"/>.</summary>
internal sealed class PlainTextReader : IFormatReader
{
    public string Extension => ".txt";

    public string MediaType => "text/plain";

    public bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return false;
        }

        if (PlainText.IsUtf16(head))
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

    public PageCount Read(Stream file, DocumentText text, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        foreach (var line in PlainText.Decode(bytes).AsSpan().EnumerateLines())
        {
            ct.ThrowIfCancellationRequested();
            text.Begin();
            text.Append(line);
            text.End();
        }

        return default;
    }
}
