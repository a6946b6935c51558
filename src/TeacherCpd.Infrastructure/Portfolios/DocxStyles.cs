namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>The styles of a docx, as far as they decide whether text can be seen.</summary>
internal sealed class DocxStyles
{
    /// <summary>Longest chain of styles based on each other; also ends a chain that runs in a circle.</summary>
    private const int MaxChain = 20;

    private readonly Dictionary<string, Style> styles = [];
    private RunLook defaults;
    private string? defaultParagraphStyle;

    public static DocxStyles Read(SafeXml? xml)
    {
        var result = new DocxStyles();
        while (xml?.Read() == true)
        {
            if (!xml.IsStart)
            {
                continue;
            }

            if (xml.Name == "docDefaults")
            {
                result.defaults = ReadRunLook(xml);
            }
            else if (xml.Name == "style" && xml.Attribute("styleId") is { } id)
            {
                if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on")
                {
                    result.defaultParagraphStyle = id;
                }

                result.styles[id] = ReadStyle(xml);
            }
        }

        return result;
    }

    /// <summary>Look of a run whose own properties are <paramref name="direct"/>.</summary>
    public RunLook Resolve(RunLook direct, string? characterStyle, string? paragraphStyle)
    {
        var paragraph = Chain(paragraphStyle ?? defaultParagraphStyle);
        var character = Chain(characterStyle);
        var fromStyles = character.Over(paragraph) with
        {
            // "hidden" is a toggle: set by both styles, it is off
            NotShown = (character.NotShown == true) != (paragraph.NotShown == true),
        };
        return direct.Over(fromStyles).Over(defaults);
    }

    /// <summary>The colour that a paragraph or table style lays under its text; null when it lays none.</summary>
    public Shade? Ground(string? styleId)
    {
        for (var i = 0; i < MaxChain && styleId is not null && styles.TryGetValue(styleId, out var style); i++)
        {
            if (style.Ground is { } ground)
            {
                return ground;
            }

            styleId = style.BasedOn;
        }

        return null;
    }

    /// <summary>Reads what the properties inside the present element say; earlier states kept for change tracking are passed over.</summary>
    public static RunLook ReadRunLook(SafeXml xml)
    {
        var look = default(RunLook);
        foreach (var node in xml.Inside())
        {
            if (node.IsStart)
            {
                look = node.Name is "rPrChange" ? Skipped(node, look) : Property(node, look);
            }
        }

        return look;
    }

    /// <summary>The colour that a <c>shd</c> element lays; null when it lays none.</summary>
    public static Shade? GroundOf(SafeXml shd) => shd.Attribute("val") switch
    {
        null or "clear" or "nil" => shd.Attribute("fill") is { } fill and not "auto" ? Shade.Of(fill) : null,
        "solid" => Shade.Of(shd.Attribute("color")),

        // a pattern of two colours
        _ => Shade.Unknown,
    };

    public static RunLook Property(SafeXml node, RunLook look) => node.Name switch
    {
        "vanish" => look with { NotShown = IsOn(node) },
        "color" when node.Attribute("val") is { } colour => look with { Colour = Shade.Of(colour) },
        "sz" when node.Number("val") is { } halfPoints => look with { Points = halfPoints / 2.0 },
        "highlight" when node.Attribute("val") is { } marker and not "none" => look with { Ground = Marker(marker) },

        // a marker lies on the shading and comes before it
        "shd" => look with { Ground = look.Ground ?? GroundOf(node) },
        _ => look,
    };

    private static Shade Marker(string name) => name switch
    {
        "black" => new(0x000000),
        "blue" => new(0x0000FF),
        "cyan" => new(0x00FFFF),
        "darkBlue" => new(0x000080),
        "darkCyan" => new(0x008080),
        "darkGray" => new(0x808080),
        "darkGreen" => new(0x008000),
        "darkMagenta" => new(0x800080),
        "darkRed" => new(0x800000),
        "darkYellow" => new(0x808000),
        "green" => new(0x00FF00),
        "lightGray" => new(0xC0C0C0),
        "magenta" => new(0xFF00FF),
        "red" => new(0xFF0000),
        "white" => Shade.White,
        "yellow" => new(0xFFFF00),
        _ => Shade.Unknown,
    };

    private static bool IsOn(SafeXml toggle) => toggle.Attribute("val") is not ("0" or "false" or "off");

    private static RunLook Skipped(SafeXml node, RunLook look)
    {
        node.Skip();
        return look;
    }

    private static Style ReadStyle(SafeXml xml)
    {
        var isTable = xml.Attribute("type") == "table";
        string? basedOn = null;
        var look = default(RunLook);
        Shade? ground = null;
        var inRunProperties = false;
        foreach (var node in xml.Inside())
        {
            if (node.Name == "rPr")
            {
                inRunProperties = node.IsStart && !node.IsEmpty;
            }
            else if (node.IsStart && node.Name == "basedOn")
            {
                basedOn = node.Attribute("val");
            }
            else if (node.IsStart && node.Name == "shd" && !inRunProperties)
            {
                // a table style shades some rows or columns: which ones is not followed up
                ground = isTable && GroundOf(node) is not null ? Shade.Unknown : GroundOf(node);
            }
            else if (node.IsStart && inRunProperties && !isTable)
            {
                look = Property(node, look);
            }
        }

        return new Style(basedOn, look, ground);
    }

    private RunLook Chain(string? styleId)
    {
        var look = default(RunLook);
        for (var i = 0; i < MaxChain && styleId is not null && styles.TryGetValue(styleId, out var style); i++)
        {
            look = look.Over(style.Look);
            styleId = style.BasedOn;
        }

        return look;
    }

    private sealed record Style(string? BasedOn, RunLook Look, Shade? Ground);
}
