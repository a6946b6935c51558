namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>How much one uploaded file may ask of the machine. Counted while reading, whatever the file declares.</summary>
internal static class FileLimits
{
    /// <summary>Largest upload, in bytes.</summary>
    public const long MaxBytes = MaxMegabytes * BytesPerMegabyte;

    /// <summary>Largest upload, in megabytes.</summary>
    public const long MaxMegabytes = 50;

    /// <summary>Most bytes an archive, or all streams of a PDF together, may unpack to: 500 MB.</summary>
    public const long MaxUnpackedBytes = 500 * BytesPerMegabyte;

    /// <summary>Most bytes unpacked for each byte packed. XML of long tables reaches about 100, zip bombs about 1,000.</summary>
    public const int MaxUnpackRatio = 250;

    /// <summary>Below this many unpacked bytes the ratio does not matter: 10 MB.</summary>
    public const long RatioFloorBytes = 10 * BytesPerMegabyte;

    /// <summary>Most entries of an archive.</summary>
    public const int MaxArchiveEntries = 5_000;

    /// <summary>Deepest nesting of XML elements. Tables in tables in text boxes stay below 100.</summary>
    public const int MaxXmlDepth = 256;

    /// <summary>Longest text, in UTF-16 units: no more than the largest plain-text file holds.</summary>
    public const int MaxTextLength = (int)MaxBytes;

    /// <summary>Most letters of a PDF page whose layout is analysed; a denser page is read in the order it was drawn.</summary>
    public const int MaxLettersForLayout = 30_000;

    /// <summary>Most letters that a page of a PDF may show, those of a part that is drawn often each time: a hundred times as many as the fullest page has.</summary>
    public const int MaxLettersOfPage = 1_000_000;

    /// <summary>Most letters that all pages of a PDF may show together: two thousand full pages.</summary>
    public const int MaxLettersOfDocument = 5_000_000;

    private const long BytesPerMegabyte = 1024 * 1024;
}
