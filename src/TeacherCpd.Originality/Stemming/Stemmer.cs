using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Stemming;

/// <summary>Brings the forms of a word together. It is made to compare texts, not to be read.</summary>
internal static class Stemmer
{
    /// <summary>Letters of a stem that count. Endings of the three languages seldom begin earlier.</summary>
    public const int Cut = 6;

    /// <summary>
    /// Shortens a folded word in place and returns the letters that are left, at most <see cref="Cut"/>.
    /// </summary>
    public static int Stem(Span<char> word, Script script, bool kazakh)
    {
        int length = word.Length;
        return Math.Min(length, Cut);
    }
}
