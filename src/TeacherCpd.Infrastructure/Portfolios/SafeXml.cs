using System.Globalization;
using System.Xml;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Streaming XML of an untrusted file: no document type, no external entity, limited depth, stopped by the token.
/// Nothing is loaded as a tree, so that deep nesting cannot exhaust the stack.
/// </summary>
internal sealed class SafeXml(Stream stream, CancellationToken ct) : IDisposable
{
    private readonly XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = FileLimits.MaxUnpackedBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private long nodes;

    public string Name => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    public string Value => reader.Value;

    public int Depth => reader.Depth;

    public bool IsStart => reader.NodeType == XmlNodeType.Element;

    public bool IsEnd => reader.NodeType == XmlNodeType.EndElement;

    public bool IsEmpty => reader.IsEmptyElement;

    public bool IsText => reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
        or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    public bool Read()
    {
        if ((++nodes & 0xFF) == 0)
        {
            ct.ThrowIfCancellationRequested();
        }

        var more = reader.Read();
        return reader.Depth <= FileLimits.MaxXmlDepth ? more : throw new RefusedFileException(new FileDamaged());
    }

    /// <summary>Reads on to the end tag of the present element without looking at what is inside.</summary>
    public void Skip()
    {
        foreach (var _ in Inside())
        {
        }
    }

    /// <summary>The nodes inside the present element, each at its turn; ends on the end tag.</summary>
    public IEnumerable<SafeXml> Inside()
    {
        if (reader.NodeType != XmlNodeType.Element || reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
        {
            yield return this;
        }
    }

    /// <summary>An attribute by its local name: the strict and the transitional dialect differ in namespaces only.</summary>
    public string? Attribute(string localName)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == localName && reader.Prefix != "xmlns")
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    public int? Number(string localName) =>
        int.TryParse(Attribute(localName), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null;

    public void Dispose() => reader.Dispose();
}
