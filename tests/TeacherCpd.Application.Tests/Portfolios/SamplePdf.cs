using System.Text;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>
/// PDF files written by hand, as a hostile or careless program does. Their pages know the font /Latin, the font /Own
/// with letters of its own at A and B, the font /Mute that does not say what its letters are, the font /Wide of two bytes a letter, the picture /Picture of
/// one dot, the form /Stamp of ten thousand letters, and the gradient /Gradient.
/// </summary>
internal static class SamplePdf
{
    private const string OwnMap = "2 beginbfchar <41> <049B> <42> <04D9> endbfchar";

    /// <summary>A file with a page for each content stream.</summary>
    public static MemoryStream Pages(params string[] contents) => Pages(contents, "");

    /// <summary>A file with one page that has further entries, such as a box or a rotation.</summary>
    public static MemoryStream Page(string content, string pageEntries) => Pages([content], pageEntries);

    /// <summary>A file with one page around a content stream that may be packed.</summary>
    /// <param name="content">The stream as it lies in the file.</param>
    /// <param name="streamEntries">Entries of its dictionary, such as a filter.</param>
    /// <param name="trailerEntries">Entries of the trailer, such as an encryption dictionary.</param>
    /// <param name="characterMap">What the codes of /Own stand for.</param>
    public static MemoryStream OfStream(byte[] content, string streamEntries = "", string trailerEntries = "", string characterMap = OwnMap) =>
        Write([(content, streamEntries)], "", trailerEntries, characterMap);

    private static MemoryStream Pages(string[] contents, string pageEntries) =>
        Write([.. contents.Select(c => (Encoding.Latin1.GetBytes(c), ""))], pageEntries, "", OwnMap);

    private static MemoryStream Write(IReadOnlyList<(byte[] Content, string Entries)> pages, string pageEntries, string trailerEntries, string characterMap)
    {
        const int firstPage = 13;
        var objects = new List<byte[]>
        {
            Plain("<< /Type /Catalog /Pages 2 0 R >>"),
            Plain($"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, i) => $"{firstPage + (2 * i)} 0 R"))}] /Count {pages.Count} >>"),
            Plain("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
            Plain("<< /Type /Font /Subtype /Type1 /BaseFont /Own /FirstChar 65 /LastChar 66 /Widths [600 600] /ToUnicode 5 0 R /FontDescriptor 6 0 R >>"),
            Map("<00> <FF>", characterMap),
            Plain("<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 600 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>"),
            Plain("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [8 0 R] >>"),
            Plain("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 600 >>"),
            Stream("A"u8.ToArray(), "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
            Plain("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 11 0 R >>"),
            Map("<0000> <FFFF>", "3 beginbfchar <0041> <0065> <0042> <0301> <0043> <04D9> endbfchar"),
            Stream(
                Plain($"BT /Latin 12 Tf ({new string('a', 10_000)}) Tj ET"),
                "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /Latin 3 0 R >> >>"),
        };
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add(Plain($"""
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {pageEntries} /Contents {firstPage + (2 * i) + 1} 0 R
                /Resources << /Font << /Latin 3 0 R /Own 4 0 R /Mute 7 0 R /Wide 10 0 R >> /XObject << /Picture 9 0 R /Stamp 12 0 R >>
                /Shading << /Gradient << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 842]
                /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 1] /C1 [0 1 0] /N 1 >> >> >> >> >>
                """));
            objects.Add(Stream(pages[i].Content, pages[i].Entries));
        }

        return Write(objects, trailerEntries);
    }

    private static MemoryStream Write(List<byte[]> objects, string trailerEntries)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        void Line(string text) => file.Write(Encoding.Latin1.GetBytes(text + "\n"));

        Line("%PDF-1.4");
        foreach (var content in objects)
        {
            offsets.Add(file.Position);
            Line($"{offsets.Count} 0 obj");
            file.Write(content);
            Line("\nendobj");
        }

        var table = file.Position;
        Line($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f ");
        offsets.ForEach(offset => Line($"{offset:D10} 00000 n "));
        Line($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailerEntries} >>\nstartxref\n{table}\n%%EOF");
        file.Position = 0;
        return file;
    }

    private static byte[] Map(string codes, string letters) => Stream(
        Plain($"""
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
            1 begincodespacerange {codes} endcodespacerange
            {letters}
            endcmap CMapName currentdict /CMap defineresource pop end end
            """),
        "");

    private static byte[] Plain(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Stream(byte[] content, string entries) =>
        [.. Plain($"<< /Length {content.Length} {entries} >>\nstream\n"), .. content, .. "\nendstream"u8];
}
