using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>
/// Adds to a PDF of Skia what Skia writes none of through its .NET library: the structure that screen readers follow, the language
/// of the document and of each text, and that the title is shown. It is appended as an incremental update (ISO 32000, 7.5.6):
/// nothing that Skia wrote is changed, and the same input gives the same bytes.
/// </summary>
internal static partial class PdfTags
{
    private const string DocumentLanguage = "kk-KZ";

    /// <summary>The tagged PDF.</summary>
    /// <param name="pdf">What Skia wrote.</param>
    /// <param name="pages">The lines of each page, in the order of drawing.</param>
    /// <exception cref="InvalidOperationException">The PDF is not as Skia writes it: another version of the library needs a look here.</exception>
    public static byte[] Add(byte[] pdf, IReadOnlyList<TaggedPage> pages)
    {
        var file = new SkiaFile(pdf);
        var update = new Update(file);
        var root = update.Reserve();
        var parents = update.Reserve();
        var document = update.Reserve();
        var elements = new List<int>();
        var parentRows = new StringBuilder();
        foreach (var (page, key) in pages.Select((p, i) => (p, i)))
        {
            var pageNumber = file.Pages[key];
            var content = Match(ContentsOf(), file.Read(pageNumber), "contents of a page");
            var marked = Marked(file.Inflate(content), page.Lines);
            update.WriteStream(content, marked);
            parentRows.Append(CultureInfo.InvariantCulture, $"{Match(StructParentsOf(), file.Read(pageNumber), "parents of a page")} [");
            foreach (var (element, lines) in Grouped(page.Lines))
            {
                var number = update.Reserve();
                var language = element.Language is null ? "" : $" /Lang ({element.Language})";
                update.Write(number, $"<</Type /StructElem /S /{element.Role} /P {document} 0 R /Pg {pageNumber} 0 R /K [{string.Join(' ', lines)}]{language}>>");
                elements.Add(number);
                parentRows.Insert(parentRows.Length, string.Create(CultureInfo.InvariantCulture, $"{number} 0 R "), lines.Count);
            }

            parentRows.Append("] ");
        }

        update.Write(document, $"<</Type /StructElem /S /Document /P {root} 0 R /Lang ({DocumentLanguage}) /K [{string.Join(' ', elements.Select(e => $"{e} 0 R"))}]>>");
        update.Write(parents, $"<</Nums [{parentRows}]>>");
        update.Write(root, $"<</Type /StructTreeRoot /K [{document} 0 R] /ParentTree {parents} 0 R /ParentTreeNextKey {pages.Count}>>");
        update.Write(
            file.Catalog,
            $"<</Type /Catalog /Pages {file.PageTree} 0 R /Lang ({DocumentLanguage}) /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot {root} 0 R>>");
        return update.Finish();
    }

    // consecutive lines of one element; what readers pass over has no number
    private static IEnumerable<(TextElement Element, List<int> Lines)> Grouped(IReadOnlyList<TextElement> all)
    {
        var lines = all.Where(l => !l.IsArtifact).ToList();
        for (var i = 0; i < lines.Count;)
        {
            var from = i;
            while (i < lines.Count && ReferenceEquals(lines[i], lines[from]))
            {
                i++;
            }

            yield return (lines[from], [.. Enumerable.Range(from, i - from)]);
        }
    }

    // each block of text gets its number; all between them is decoration
    private static byte[] Marked(byte[] content, IReadOnlyList<TextElement> lines)
    {
        var marked = new StringBuilder("/Artifact BMC\n");
        var (block, number) = (0, 0);
        foreach (var line in Encoding.Latin1.GetString(content).Split('\n'))
        {
            if (line == "BT")
            {
                if (block == lines.Count)
                {
                    throw Unexpected("lines of text");
                }

                var element = lines[block++];
                marked.Append("EMC\n").Append(element.IsArtifact
                    ? "/Artifact BMC\n"
                    : string.Create(CultureInfo.InvariantCulture, $"/{element.Role} <</MCID {number++}>> BDC\n"));
            }

            marked.Append(line).Append('\n');
            if (line == "ET")
            {
                marked.Append("EMC\n/Artifact BMC\n");
            }
        }

        return block == lines.Count ? Encoding.Latin1.GetBytes(marked.Append("EMC\n").ToString()) : throw Unexpected("lines of text");
    }

    private static int Match(Regex pattern, string text, string what) =>
        pattern.Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : throw Unexpected(what);

    private static InvalidOperationException Unexpected(string what) => new($"The PDF library writes its files otherwise than expected: {what}.");

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex ContentsOf();

    [GeneratedRegex(@"/StructParents (\d+)")]
    private static partial Regex StructParentsOf();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex RootOf();

    [GeneratedRegex(@"/Info (\d+) 0 R")]
    private static partial Regex InfoOf();

    [GeneratedRegex(@"/Pages (\d+) 0 R")]
    private static partial Regex PagesOf();

    [GeneratedRegex(@"/Kids \[(?<kids>[^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\s*$")]
    private static partial Regex StartXref();

    /// <summary>A file as Skia writes it: one table of places, nothing updated, pages in one node.</summary>
    private sealed class SkiaFile
    {
        private const int EntryLength = 20;

        private readonly string text;
        private readonly int[] places;

        public SkiaFile(byte[] bytes)
        {
            Bytes = bytes;
            text = Encoding.Latin1.GetString(bytes);
            Table = Match(StartXref(), text, "end of the file");
            var lines = text.AsSpan(Table);
            var head = lines[(lines.IndexOf('\n') + 1)..];
            var size = int.Parse(head["0 ".Length..head.IndexOf('\n')], CultureInfo.InvariantCulture);
            var first = Table + "xref\n".Length + head.IndexOf('\n') + 1;
            places = [.. Enumerable.Range(0, size).Select(i => int.Parse(text.AsSpan(first + (i * EntryLength), 10), CultureInfo.InvariantCulture))];
            var trailer = text[(first + (size * EntryLength))..];
            (Catalog, Info) = (Match(RootOf(), trailer, "catalog"), Match(InfoOf(), trailer, "information"));
            PageTree = Match(PagesOf(), Read(Catalog), "tree of pages");
            Pages = [.. Reference().Matches(Kids().Match(Read(PageTree)).Groups["kids"].Value).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
        }

        public byte[] Bytes { get; }

        public int Table { get; }

        public int Size => places.Length;

        public int Catalog { get; }

        public int Info { get; }

        public int PageTree { get; }

        public IReadOnlyList<int> Pages { get; }

        /// <summary>An object without its stream.</summary>
        public string Read(int number)
        {
            var begin = places[number];
            var end = text.IndexOf("endobj", begin, StringComparison.Ordinal);
            var stream = text.IndexOf("stream\n", begin, StringComparison.Ordinal);
            return text[begin..(stream >= 0 && stream < end ? stream : end)];
        }

        /// <summary>The content of a compressed stream.</summary>
        public byte[] Inflate(int number)
        {
            var head = Read(number);
            var begin = places[number] + head.Length + "stream\n".Length;
            using var packed = new MemoryStream(Bytes, begin, Match(Length(), head, "length of a stream"));
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
            using var content = new MemoryStream();
            unpacked.CopyTo(content);
            return content.ToArray();
        }
    }

    /// <summary>What is appended.</summary>
    private sealed class Update(SkiaFile file)
    {
        private readonly MemoryStream output = Begin(file);
        private readonly SortedDictionary<int, long> places = [];
        private int next = file.Size;

        /// <summary>A number for a new object.</summary>
        public int Reserve() => next++;

        public void Write(int number, string content)
        {
            places[number] = output.Position;
            Text($"{number.ToString(CultureInfo.InvariantCulture)} 0 obj\n{content}\nendobj\n");
        }

        public void WriteStream(int number, byte[] content)
        {
            using var packed = new MemoryStream();
            using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zip.Write(content);
            }

            places[number] = output.Position;
            Text(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Filter /FlateDecode /Length {packed.Length}>> stream\n"));
            output.Write(packed.GetBuffer(), 0, (int)packed.Length);
            Text("\nendstream\nendobj\n");
        }

        public byte[] Finish()
        {
            var table = output.Position;
            Text("xref\n");
            foreach (var (number, place) in places)
            {
                Text(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{place:0000000000} 00000 n \n"));
            }

            Text(string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<</Size {next}\n/Root {file.Catalog} 0 R\n/Info {file.Info} 0 R\n/Prev {file.Table}>>\nstartxref\n{table}\n%%EOF\n"));
            return output.ToArray();
        }

        private static MemoryStream Begin(SkiaFile file)
        {
            var output = new MemoryStream(file.Bytes.Length * 2);
            output.Write(file.Bytes);
            return output;
        }

        private void Text(string text) => output.Write(Encoding.Latin1.GetBytes(text));
    }
}
