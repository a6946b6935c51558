using TeacherCpd.Application.Portfolios;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Says which letters of a PDF page a reader cannot see, and why.</summary>
internal sealed class PdfVisibility
{
    /// <summary>Share of the page that images must cover for a page to be a scan.</summary>
    private const double ScanShare = 0.7;

    private readonly PdfRectangle seen;
    private readonly Lazy<PdfGround> ground;
    private readonly Lazy<bool> isScan;

    public PdfVisibility(Page page)
    {
        // letters are placed by the library from the corner of the part of the page that is shown, turned as it is shown
        seen = page.CropBox.GetVisibleBounds(page.Rotation);
        ground = new(() => PdfGround.Of(page, seen));
        isScan = new(() => IsScan(page.Letters));
    }

    public HiddenRunKind? WhyHidden(Letter letter) =>
        IsOutside(letter) ? HiddenRunKind.OutsidePage
        : IsInvisible(letter) ? (isScan.Value ? null : HiddenRunKind.NotShown)
        : IsTiny(letter) ? HiddenRunKind.Tiny
        : IsWhite(letter) && ground.Value.IsPaper(letter.BoundingBox.Centroid) ? HiddenRunKind.BackgroundColour
        : null;

    private bool IsOutside(Letter letter)
    {
        var centre = letter.BoundingBox.Centroid;
        return centre.X < seen.Left || centre.X > seen.Right || centre.Y < seen.Bottom || centre.Y > seen.Top;
    }

    /// <summary>
    /// Programs that read scans write what they read, unseen, behind the picture: there it is the text. A stamp or a
    /// number of the page may be seen besides.
    /// </summary>
    private bool IsScan(IReadOnlyList<Letter> letters) =>
        letters.Count(IsInvisible) * 2 > letters.Count && ground.Value.ImageShare >= ScanShare;

    private static bool IsInvisible(Letter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    // the size as it appears: some fonts draw large signs at a size of one point
    private static bool IsTiny(Letter letter) => Math.Abs(letter.PointSize) <= RunLook.TinyPoints && letter.BoundingBox.Height <= RunLook.TinyPoints;

    private static bool IsWhite(Letter letter) => letter.RenderingMode switch
    {
        TextRenderingMode.Stroke or TextRenderingMode.StrokeClip => PdfGround.IsWhite(letter.StrokeColor),
        TextRenderingMode.FillThenStroke or TextRenderingMode.FillThenStrokeClip =>
            PdfGround.IsWhite(letter.StrokeColor) && PdfGround.IsWhite(letter.FillColor),
        _ => PdfGround.IsWhite(letter.FillColor),
    };
}
