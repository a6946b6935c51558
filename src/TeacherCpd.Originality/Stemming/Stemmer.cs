using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Stemming;

/// <summary>Brings the forms of a word together. It is made to compare texts, not to be read.</summary>
internal static class Stemmer
{
    /// <summary>Letters of a stem that count. Endings of the three languages seldom begin earlier.</summary>
    public const int Cut = 6;

    // Shorter stems bring together what does not belong together.
    private const int Least = 3;

    /// <summary>
    /// Shortens a folded word in place and returns the letters that are left, at most <see cref="Cut"/>. The letters behind
    /// them are spoilt.
    /// </summary>
    public static int Stem(Span<char> word, Script script, bool kazakh)
    {
        int length = script switch
        {
            Script.Latin => EnglishStemmer.Stem(word),
            Script.Cyrillic => kazakh ? KazakhStemmer.Stem(word) : RussianStemmer.Stem(word),
            Script.None or Script.Guest => word.Length,
            _ => word.Length,
        };
        return Math.Clamp(length, Math.Min(Least, word.Length), Cut);
    }
}
