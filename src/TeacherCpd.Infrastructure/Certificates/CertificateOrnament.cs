using SkiaSharp;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>The frame of the certificate with the ram's horn (қошқар мүйіз) of Kazakh ornament in its corners.</summary>
internal static class CertificateOrnament
{
    /// <summary>Draws the frame inside the page.</summary>
    public static void DrawFrame(SKCanvas canvas, SKRect page, SKColor line, SKColor ornament)
    {
        var outer = SKRect.Inflate(page, -20, -20);
        var inner = SKRect.Inflate(page, -27, -27);
        const float notch = 27;
        using var thin = Stroke(ornament, 0.6f);
        using var strong = Stroke(line, 1.3f);
        canvas.DrawRect(outer, thin);

        // the inner line steps back at each corner and leaves room for the horns
        using var path = new SKPath();
        path.MoveTo(inner.Left + notch, inner.Top);
        path.LineTo(inner.Right - notch, inner.Top);
        path.LineTo(inner.Right - notch, inner.Top + notch);
        path.LineTo(inner.Right, inner.Top + notch);
        path.LineTo(inner.Right, inner.Bottom - notch);
        path.LineTo(inner.Right - notch, inner.Bottom - notch);
        path.LineTo(inner.Right - notch, inner.Bottom);
        path.LineTo(inner.Left + notch, inner.Bottom);
        path.LineTo(inner.Left + notch, inner.Bottom - notch);
        path.LineTo(inner.Left, inner.Bottom - notch);
        path.LineTo(inner.Left, inner.Top + notch);
        path.LineTo(inner.Left + notch, inner.Top + notch);
        path.Close();
        canvas.DrawPath(path, strong);

        var half = notch / 2;
        DrawHorns(canvas, inner.Left + half, inner.Top + half, 135, 0.72f, ornament);
        DrawHorns(canvas, inner.Right - half, inner.Top + half, 225, 0.72f, ornament);
        DrawHorns(canvas, inner.Right - half, inner.Bottom - half, 315, 0.72f, ornament);
        DrawHorns(canvas, inner.Left + half, inner.Bottom - half, 45, 0.72f, ornament);
    }

    /// <summary>Draws four pairs of horns around a small rhombus.</summary>
    public static void DrawRosette(SKCanvas canvas, float x, float y, float scale, SKColor ornament, SKColor heart)
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            canvas.Save();
            canvas.Translate(x, y);
            canvas.RotateDegrees(quarter * 90);
            canvas.Translate(0, -6.5f * scale);
            DrawHorns(canvas, 0, -9 * scale, 0, scale, ornament);
            canvas.Restore();
        }

        DrawRhombus(canvas, x, y, 4.2f * scale, heart);
    }

    /// <summary>Draws a small filled rhombus.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="r">From the centre to a corner, in points.</param>
    /// <param name="colour">Fill.</param>
    public static void DrawRhombus(SKCanvas canvas, float x, float y, float r, SKColor colour)
    {
        using var rhombus = new SKPath();
        rhombus.MoveTo(x, y - r);
        rhombus.LineTo(x + r, y);
        rhombus.LineTo(x, y + r);
        rhombus.LineTo(x - r, y);
        rhombus.Close();
        using var fill = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawPath(rhombus, fill);
    }

    /// <summary>A pair of horns around a point; at no rotation they stand upright and curl outwards.</summary>
    private static void DrawHorns(SKCanvas canvas, float x, float y, float degrees, float scale, SKColor colour)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(degrees);
        canvas.Scale(scale);
        using var stroke = Stroke(colour, 1.7f);
        using var path = new SKPath();
        foreach (var side in new[] { 1, -1 })
        {
            path.MoveTo(0, 9);
            path.CubicTo(0, -2, side * 2, -9, side * 8, -9);
            path.CubicTo(side * 13.5f, -9, side * 14.5f, -1, side * 9, -0.5f);
            path.CubicTo(side * 5.2f, -0.3f, side * 5.2f, -5.4f, side * 8.6f, -4.8f);
        }

        canvas.DrawPath(path, stroke);
        canvas.Restore();
    }

    private static SKPaint Stroke(SKColor colour, float width) => new()
    {
        Color = colour,
        StrokeWidth = width,
        Style = SKPaintStyle.Stroke,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Miter,
        IsAntialias = true,
    };
}
