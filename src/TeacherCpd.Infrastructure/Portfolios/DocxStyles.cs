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

    /// <summary>Whether a paragraph or table style lays a colour under its text.</summary>
    public bool Shades(string? styleId)
    {
        for (var i = 0; i < MaxChain && styleId is not null && styles.TryGetValue(styleId, out var style); i++)
        {
            if (style.Shades)
            {
                return true;
            }

            styleId = style.BasedOn;
        }

        return false;
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

    /// <summary>Whether a <c>shd</c> element lays a colour other than white.</summary>
    public static bool IsColoured(SafeXml shd) =>
        (shd.Attribute("fill") is { } fill && fill != "auto" && !RunLook.IsWhite(fill)) ||
        shd.Attribute("val") is not (null or "clear" or "nil");

    public static RunLook Property(SafeXml node, RunLook look) => node.Name switch
    {
        "vanish" => look with { NotShown = IsOn(node) },
        "color" when node.Attribute("val") is { } colour => look with { White = RunLook.IsWhite(colour) },
        "sz" when node.Number("val") is { } halfPoints => look with { Points = halfPoints / 2.0 },
        "highlight" when node.Attribute("val") is { } ground => look with { Shaded = ground is not ("none" or "white") },
        "shd" => look with { Shaded = IsColoured(node) },
        _ => look,
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
        var shades = false;
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
                shades |= IsColoured(node);
            }
            else if (node.IsStart && inRunProperties && !isTable)
            {
                look = Property(node, look);
            }
        }

        return new Style(basedOn, look, shades);
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

    private sealed record Style(string? BasedOn, RunLook Look, bool Shades);
}
