using System.Text;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>The old compound file format: a binary .doc, or the wrapper of an encrypted docx.</summary>
internal static class OleContainer
{
    public static bool Matches(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Whether the directory names the stream that holds an encrypted document.</summary>
    public static bool HoldsEncryptedPackage(Stream file, CancellationToken ct)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[81920];
        var kept = 0;
        file.Position = 0;
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(name) >= 0)
            {
                return true;
            }

            // the name may lie across two reads
            kept = Math.Min(name.Length, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
