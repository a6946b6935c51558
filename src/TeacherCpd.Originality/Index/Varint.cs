namespace TeacherCpd.Originality.Index;

/// <summary>Whole numbers in seven bits a byte, the lowest first: small numbers are short.</summary>
internal static class Varint
{
    /// <summary>Bytes of the longest number.</summary>
    public const int Longest = 10;

    /// <summary>Writes a number at the start of a span; returns its bytes.</summary>
    public static int Write(Span<byte> to, ulong value)
    {
        int length = 0;
        while (value >= 0x80)
        {
            to[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        to[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads a number and moves behind it.</summary>
    public static ulong Read(ReadOnlySpan<byte> from, ref int at)
    {
        ulong part = from[at++];
        if (part < 0x80)
        {
            return part;
        }

        ulong value = part & 0x7F;
        int shift = 7;
        do
        {
            part = from[at++];
            value |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);

        return value;
    }
}
