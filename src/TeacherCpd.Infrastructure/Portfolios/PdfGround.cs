using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// A coarse picture of what lies under the letters of a PDF page: paper, colour or an image. It is painted once, so
/// that a page of many shapes and many letters costs no more than their sum.
/// </summary>
internal sealed class PdfGround
{
    private const int Cells = 256;

    private readonly Ground[] cells = new Ground[Cells * Cells];
    private readonly PdfRectangle page;

    private PdfGround(PdfRectangle page) => this.page = page;

    private enum Ground : byte
    {
        Paper,
        Colour,
        Image,
    }

    /// <summary>Share of the page that is covered by images, from 0 to 1.</summary>
    public double ImageShare => (double)cells.AsSpan().Count(Ground.Image) / cells.Length;

    public static PdfGround Of(Page page, PdfRectangle seen)
    {
        var ground = new PdfGround(seen);

        // where a gradient fills a shape, the library gives the shape alone, and as one that only cuts
        var hasGradients = page.Operations.Any(o => o is PaintShading);
        foreach (var path in page.Paths)
        {
            if ((path.IsFilled || (hasGradients && path.IsClipping)) && path.GetBoundingRectangle() is { } place)
            {
                ground.Paint(place, path.IsFilled && IsWhite(path.FillColor) ? Ground.Paper : Ground.Colour);
            }
        }

        foreach (var place in ImagesOf(page))
        {
            ground.Paint(place, Ground.Image);
        }

        return ground;
    }

    /// <summary>Whether nothing but white lies under a point.</summary>
    public bool IsPaper(PdfPoint point) => cells[(Row(point.Y) * Cells) + Column(point.X)] == Ground.Paper;

    /// <summary>Whether a colour cannot be told from white paper.</summary>
    public static bool IsWhite(IColor? colour)
    {
        if (colour is null or PatternColor)
        {
            return false;
        }

        var (red, green, blue) = colour.ToRGBValues();
        return Shade.OfUnits(red, green, blue).IsLike(Shade.White);
    }

    private static IEnumerable<PdfRectangle> ImagesOf(Page page)
    {
        try
        {
            return [.. page.GetImages().Select(image => image.BoundingBox)];
        }
        catch (Exception failure) when (failure is not (RefusedFileException or OperationCanceledException or OutOfMemoryException))
        {
            // an image that cannot be read may lie anywhere: nothing on the page is then called white on white
            return [page.CropBox.GetVisibleBounds(page.Rotation)];
        }
    }

    private void Paint(PdfRectangle place, Ground what)
    {
        if (place.Right < page.Left || place.Left > page.Right || place.Top < page.Bottom || place.Bottom > page.Top)
        {
            return;
        }

        var left = Column(place.Left);
        var width = Column(place.Right) - left + 1;
        for (var row = Row(place.Bottom); row <= Row(place.Top); row++)
        {
            cells.AsSpan((row * Cells) + left, width).Fill(what);
        }
    }

    private int Column(double x) => Cell((x - page.Left) / page.Width);

    private int Row(double y) => Cell((y - page.Bottom) / page.Height);

    private static int Cell(double share) => double.IsNaN(share) ? 0 : (int)Math.Clamp(share * Cells, 0, Cells - 1);
}
