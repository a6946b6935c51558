using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>What formatting says about being seen; null where it says nothing and the level above decides.</summary>
/// <param name="NotShown">Formatted as hidden.</param>
/// <param name="Colour">Colour of the letters.</param>
/// <param name="Points">Size of the letters.</param>
/// <param name="Ground">Colour of what lies under them.</param>
internal readonly record struct RunLook(bool? NotShown, Shade? Colour, double? Points, Shade? Ground)
{
    /// <summary>Largest size that nobody can read.</summary>
    public const double TinyPoints = 2;

    /// <summary>This look where it says something, else the look underneath.</summary>
    public RunLook Over(RunLook under) =>
        new(NotShown ?? under.NotShown, Colour ?? under.Colour, Points ?? under.Points, Ground ?? under.Ground);

    /// <summary>Why a run of this look cannot be seen, or null when it can.</summary>
    /// <param name="ground">What lies under the run where its own look says nothing of it.</param>
    public HiddenRunKind? Hidden(Shade ground) =>
        NotShown == true ? HiddenRunKind.NotShown
        : Points <= TinyPoints ? HiddenRunKind.Tiny
        : Colour?.IsLike(Ground ?? ground) == true ? HiddenRunKind.BackgroundColour
        : null;
}
