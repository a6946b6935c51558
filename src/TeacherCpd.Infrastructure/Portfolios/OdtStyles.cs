using System.Globalization;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>The styles of an odt, as far as they decide whether text can be seen.</summary>
internal sealed class OdtStyles
{
    /// <summary>Longest chain of styles based on each other; also ends a chain that runs in a circle.</summary>
    private const int MaxChain = 20;

    private const double UsualPoints = 12;

    private readonly Dictionary<string, (string? Parent, RunLook Look)> styles = [];

    /// <summary>Look of a paragraph whose style says nothing.</summary>
    public RunLook Default { get; private set; }

    public void Read(SafeXml xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "body")
            {
                return;
            }

            if (xml.IsStart && xml.Name == "style" && xml.Attribute("name") is { } name)
            {
                var parent = xml.Attribute("parent-style-name");
                styles[name] = (parent, ReadLook(xml));
            }
            else if (xml.IsStart && xml.Name == "default-style" && xml.Attribute("family") == "paragraph")
            {
                Default = ReadLook(xml);
            }
        }
    }

    public RunLook Look(string? name)
    {
        var look = default(RunLook);
        for (var i = 0; i < MaxChain && name is not null && styles.TryGetValue(name, out var style); i++)
        {
            look = look.Over(style.Look);
            name = style.Parent;
        }

        return look;
    }

    private static RunLook ReadLook(SafeXml style)
    {
        var look = default(RunLook);
        foreach (var node in style.Inside())
        {
            if (node.IsStart && node.Name is "text-properties" or "paragraph-properties" or "table-properties" or "table-row-properties" or "table-cell-properties")
            {
                look = Properties(node).Over(look);
            }
        }

        return look;
    }

    private static RunLook Properties(SafeXml node)
    {
        var isText = node.Name == "text-properties";
        return new RunLook(
            NotShown: isText && node.Attribute("display") is { } display ? display == "none" : null,
            Colour: isText ? Colour(node) : null,
            Points: isText ? Points(node.Attribute("font-size")) : null,
            Ground: node.Attribute("background-color") is { } ground and not "transparent" ? Shade.Of(ground) : null);
    }

    // letters in the colour of the system's text are seen on every ground
    private static Shade? Colour(SafeXml node) =>
        node.Attribute("use-window-font-color") == "true" ? Shade.Unknown
        : node.Attribute("color") is { } colour ? Shade.Of(colour)
        : null;

    // a share is one of the size that is usual
    private static double? Points(string? size) =>
        Number(size, "pt") ?? (Number(size, "%") is { } percent ? percent / 100 * UsualPoints : null);

    private static double? Number(string? size, string unit) =>
        size?.EndsWith(unit, StringComparison.Ordinal) == true &&
        double.TryParse(size[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
