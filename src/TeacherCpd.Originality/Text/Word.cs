namespace TeacherCpd.Originality.Text;

/// <summary>A word of the original text and where its folded letters stand in the buffer of the tokeniser.</summary>
internal struct Word
{
    /// <summary>First UTF-16 unit in the original text.</summary>
    public int Start;

    /// <summary>Unit after the last letter in the original text; an end-of-line hyphen may lie between.</summary>
    public int End;

    /// <summary>First folded letter in the buffer.</summary>
    public int FoldedStart;

    /// <summary>Folded letters, at most <see cref="Tokeniser.LongestWord"/>.</summary>
    public int FoldedLength;

    /// <summary>Alphabet after folding.</summary>
    public Script Script;

    /// <summary>It holds a letter that Russian has not.</summary>
    public bool Kazakh;

    /// <summary>It holds a digit.</summary>
    public bool Digits;

    /// <summary>It is the first word of a sentence.</summary>
    public bool OpensSentence;
}
