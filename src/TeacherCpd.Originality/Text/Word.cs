namespace TeacherCpd.Originality.Text;

/// <summary>A word of the original text.</summary>
internal struct Word
{
    /// <summary>First UTF-16 unit in the original text.</summary>
    public int Start;

    /// <summary>Unit after the last letter in the original text; an end-of-line hyphen may lie between.</summary>
    public int End;

    /// <summary>Hash of the folded letters.</summary>
    public ulong Hash;

    /// <summary>
    /// First folded letter in the buffer of the tokeniser, or <see cref="Plain"/> when each unit of the original is a
    /// letter and its place in the table says how it folds: nearly all words are such, and nobody asks for the
    /// letters of a word whose stem is known.
    /// </summary>
    public int FoldedStart;

    /// <summary>Folded letters, at most <see cref="Tokeniser.LongestWord"/>.</summary>
    public byte FoldedLength;

    /// <summary>Alphabet after folding.</summary>
    public Script Script;

    /// <summary>It holds a letter that Russian has not.</summary>
    public bool Kazakh;

    /// <summary>It holds a digit.</summary>
    public bool Digits;

    /// <summary>It is the first word of a sentence.</summary>
    public bool OpensSentence;

    /// <summary>Stands for a place in the buffer.</summary>
    public const int Plain = -1;
}
