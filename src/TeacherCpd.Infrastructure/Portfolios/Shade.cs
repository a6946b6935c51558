using System.Globalization;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>A colour, or one of which the file does not say what it will be.</summary>
internal readonly record struct Shade(int? Rgb)
{
    /// <summary>Largest difference, in each of the three colours of 255, that an eye does not notice.</summary>
    private const int Unnoticed = 10;

    public static readonly Shade Unknown = new(null);

    public static readonly Shade White = new(0xFFFFFF);

    /// <summary>A colour such as <c>FDFDFD</c> or <c>#ffffff</c>; anything else, such as <c>auto</c>, is unknown.</summary>
    public static Shade Of(string? colour) =>
        colour?.TrimStart('#') is { Length: 6 } digits && int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? new Shade(rgb)
            : Unknown;

    /// <summary>A colour of three shares from 0 to 1.</summary>
    public static Shade OfUnits(double red, double green, double blue) => new((Byte(red) << 16) | (Byte(green) << 8) | Byte(blue));

    /// <summary>Whether the one cannot be told from the other; of an unknown colour nothing is said.</summary>
    public bool IsLike(Shade other) =>
        Rgb is { } a && other.Rgb is { } b &&
        Near(a >> 16, b >> 16) && Near((a >> 8) & 0xFF, (b >> 8) & 0xFF) && Near(a & 0xFF, b & 0xFF);

    private static bool Near(int a, int b) => Math.Abs(a - b) <= Unnoticed;

    private static int Byte(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);
}
