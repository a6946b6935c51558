using System.Globalization;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>What formatting says about being seen; null where it says nothing and the level above decides.</summary>
internal readonly record struct RunLook(bool? NotShown, bool? White, double? Points, bool? Shaded)
{
    /// <summary>This look where it says something, else the look underneath.</summary>
    public RunLook Over(RunLook under) =>
        new(NotShown ?? under.NotShown, White ?? under.White, Points ?? under.Points, Shaded ?? under.Shaded);

    /// <summary>Why a run of this look cannot be seen, or null when it can.</summary>
    /// <param name="onColour">Whether it stands on a coloured ground, where white is readable.</param>
    public HiddenRunKind? Hidden(bool onColour) =>
        NotShown == true ? HiddenRunKind.NotShown
        : Points <= 2 ? HiddenRunKind.Tiny
        : White == true && Shaded != true && !onColour ? HiddenRunKind.White
        : null;

    /// <summary>Whether a colour such as <c>FDFDFD</c> or <c>#ffffff</c> cannot be told from white paper.</summary>
    public static bool IsWhite(string colour) =>
        int.TryParse(colour.TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) &&
        colour.TrimStart('#').Length == 6 &&
        (rgb >> 16) >= 0xF5 && ((rgb >> 8) & 0xFF) >= 0xF5 && (rgb & 0xFF) >= 0xF5;
}
