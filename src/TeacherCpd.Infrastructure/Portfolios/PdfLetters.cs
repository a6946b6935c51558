using System.Buffers;
using System.Text;
using TeacherCpd.Application.Portfolios;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Counts the letters that the pages of a PDF show, before the library makes an object of some hundred bytes of each: more
/// of them than any page, or any document, has are refused. Those of a form count as often as it is drawn.
/// </summary>
internal sealed class PdfLetters
{
    // pages lie in a tree, forms draw forms: deeper than any program nests them
    private const int Deepest = 64;

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create(" \t\r\n\f\0/<>[](){}%"u8);

    private readonly PdfDocument pdf;
    private readonly IFilterProvider filters;
    private readonly CancellationToken ct;
    private readonly HashSet<IndirectReference> nodes = [];
    private readonly Dictionary<IndirectReference, long> forms = [];
    private long letters;

    private PdfLetters(PdfDocument pdf, IFilterProvider filters, CancellationToken ct)
    {
        this.pdf = pdf;
        this.filters = filters;
        this.ct = ct;
    }

    /// <summary>Looks at all pages.</summary>
    /// <exception cref="RefusedFileException">They show too many letters.</exception>
    public static void Check(PdfDocument pdf, IFilterProvider filters, CancellationToken ct)
    {
        var catalogue = pdf.Structure.Catalog.CatalogDictionary;
        if (catalogue.TryGet(NameToken.Pages, out var root))
        {
            new PdfLetters(pdf, filters, ct).CheckNode(root, resources: null, depth: 0);
        }
    }

    // a page takes what it does not say itself from the nodes above it
    private void CheckNode(IToken token, DictionaryToken? resources, int depth)
    {
        ct.ThrowIfCancellationRequested();
        if (depth > Deepest || (token is IndirectReferenceToken { Data: var reference } && !nodes.Add(reference)) || Resolve(token) is not DictionaryToken node)
        {
            return;
        }

        resources = Entry<DictionaryToken>(node, NameToken.Resources) ?? resources;
        if (Entry<ArrayToken>(node, NameToken.Kids) is { } kids)
        {
            foreach (var kid in kids.Data)
            {
                CheckNode(kid, resources, depth + 1);
            }
        }
        else if (node.TryGet(NameToken.Contents, out var contents))
        {
            var parts = Resolve(contents) is ArrayToken several ? several.Data : [contents];
            letters += parts.Aggregate(0L, (sum, part) => Refuse(sum + (Resolve(part) is StreamToken drawing ? Of(drawing, resources, depth: 0) : 0), FileLimits.MaxLettersOfPage));
            Refuse(letters, FileLimits.MaxLettersOfDocument);
        }
    }

    private long OfForm(IToken? token, DictionaryToken? resources, int depth)
    {
        if (depth > Deepest || token is not IndirectReferenceToken { Data: var reference })
        {
            return 0;
        }

        if (!forms.TryGetValue(reference, out var known))
        {
            // one that draws itself is drawn once
            forms[reference] = 0;
            forms[reference] = known = Resolve(token) is StreamToken form && Entry<NameToken>(form.StreamDictionary, NameToken.Subtype)?.Equals(NameToken.Form) == true
                ? Of(form, Entry<DictionaryToken>(form.StreamDictionary, NameToken.Resources) ?? resources, depth)
                : 0;
        }

        return known;
    }

    // The bytes of strings: in brackets with all that is in them, and in hexadecimal. Outside of them a name before "Do" is drawn.
    private long Of(StreamToken drawing, DictionaryToken? resources, int depth)
    {
        var bytes = drawing.Decode(filters).Span;
        var objects = resources is null ? null : Entry<DictionaryToken>(resources, NameToken.Xobject);
        var count = 0L;
        var brackets = 0;
        var isHexadecimal = false;
        string? name = null;
        for (var i = 0; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'\\' when brackets > 0:
                    i++;
                    count++;
                    break;
                case (byte)'(' when !isHexadecimal:
                    count += brackets++ > 0 ? 1 : 0;
                    break;
                case (byte)')' when brackets > 0:
                    count += --brackets > 0 ? 1 : 0;
                    break;
                case (byte)'<' when brackets == 0:
                    isHexadecimal = !isHexadecimal;
                    break;
                case (byte)'>' when brackets == 0:
                    isHexadecimal = false;
                    break;
                case (byte)'/' when brackets == 0 && !isHexadecimal:
                    name = NameAt(bytes[(i + 1)..]);
                    break;
                case (byte)'D' when brackets == 0 && !isHexadecimal && name is not null && bytes[i..].StartsWith("Do"u8):
                    count += objects is not null && objects.TryGet(NameToken.Create(name), out var drawn) ? OfForm(drawn, resources, depth + 1) : 0;
                    name = null;
                    break;
                default:
                    count += brackets > 0 || (isHexadecimal && i % 2 == 0) ? 1 : 0;
                    break;
            }

            Refuse(count, FileLimits.MaxLettersOfPage);
        }

        return count;
    }

    // up to the next delimiter; #41 is A
    private static string NameAt(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny(Delimiters);
        var written = Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
        var name = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '#' && i + 2 < written.Length && char.IsAsciiHexDigit(written[i + 1]) && char.IsAsciiHexDigit(written[i + 2]))
            {
                name.Append((char)Convert.FromHexString(written.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                name.Append(written[i]);
            }
        }

        return name.ToString();
    }

    private static long Refuse(long count, long most) => count <= most ? count : throw new RefusedFileException(new ArchiveTooLarge());

    private T? Entry<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken => dictionary.TryGet(name, out var token) ? Resolve(token) as T : null;

    // a damaged object shows nothing; whether the page can be read without it is for the library to say
    private IToken? Resolve(IToken? token)
    {
        try
        {
            return token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data)?.Data : token;
        }
        catch (Exception e) when (e is PdfDocumentFormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
