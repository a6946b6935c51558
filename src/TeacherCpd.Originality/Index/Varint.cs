using System.Buffers.Binary;
using System.Numerics;

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
        // All bytes of a number at once: its length is not known before, and a loop that ends now here, now there is slow.
        if (from.Length - at >= sizeof(ulong))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(from[at..]);
            ulong ends = ~word & 0x8080_8080_8080_8080;
            if (ends != 0)
            {
                int bytes = (BitOperations.TrailingZeroCount(ends) >> 3) + 1;
                at += bytes;
                return Join(word & (ulong.MaxValue >> (64 - (8 * bytes))));
            }
        }

        return ReadByteByByte(from, ref at);
    }

    // seven bits of each byte, put together by twos, fours and eights
    private static ulong Join(ulong bytes)
    {
        bytes = (bytes & 0x007F_007F_007F_007F) | ((bytes & 0x7F00_7F00_7F00_7F00) >> 1);
        bytes = (bytes & 0x0000_3FFF_0000_3FFF) | ((bytes & 0x3FFF_0000_3FFF_0000) >> 2);
        return (bytes & 0x0000_0000_0FFF_FFFF) | ((bytes & 0x0FFF_FFFF_0000_0000) >> 4);
    }

    private static ulong ReadByteByByte(ReadOnlySpan<byte> from, ref int at)
    {
        ulong value = 0;
        int shift = 0;
        ulong part;
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
