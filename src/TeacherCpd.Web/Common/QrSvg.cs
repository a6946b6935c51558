using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace TeacherCpd.Web.Common;

/// <summary>Draws a QR code as part of a page.</summary>
public static class QrSvg
{
    /// <summary>The code as an svg element.</summary>
    /// <param name="content">What the code holds.</param>
    /// <param name="title">What a screen reader says of it.</param>
    public static string Of(string content, string title)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < matrix.Count; y++)
        {
            for (var x = 0; x < matrix[y].Count; x++)
            {
                if (matrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {matrix.Count} {matrix.Count}\" shape-rendering=\"crispEdges\"><title>{WebUtility.HtmlEncode(title)}</title><path d=\"{path}\"/></svg>");
    }
}
