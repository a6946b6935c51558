using System.Collections.Frozen;
using TeacherCpd.Originality.Stemming;
using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality;

/// <summary>
/// The stems under which a search keeps and looks for a word. A single word seldom shows whether it is Kazakh or Russian, so a Cyrillic one has
/// the stem of both languages: two forms of a word share one of them.
/// </summary>
public static class WordStems
{
    /// <summary>Longest stem, in letters.</summary>
    public const int Longest = Stemmer.Cut;

    private const int ShortestWord = 3;

    // the longer ones are known to the comparison of texts; it leaves out words of three letters anyway
    private static readonly FrozenSet<string> ShortStopWords =
        ("the and for are was not you all any can how its our out who why has had him her his she one two may "
        + "для как что это при над под про без или она они оно его ему нас вас так уже тут там где кто чем мне они ещё еще "
        + "мен бен пен осы сол бұл бар жоқ үшін").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of a word, one or two; none for a word that says nothing.</summary>
    /// <param name="word">One word, letters and digits only, in any case; letters of the other alphabet that look alike are read as what they look like.</param>
    public static IReadOnlyList<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var table = Letters.Table;
        var isCyrillic = word.Any(letter => Letters.Table[letter].Script == Script.Cyrillic);
        var folded = new char[word.Length];
        var isNumber = true;
        for (var i = 0; i < word.Length; i++)
        {
            var info = table[word[i]];
            var asCyrillic = isCyrillic && info.Script == Script.Latin && info.Cyrillic != '\0';
            folded[i] = asCyrillic ? table[info.Cyrillic].Folded : info.Folded == '\0' ? char.ToLowerInvariant(word[i]) : info.Folded;
            isNumber &= char.IsAsciiDigit(word[i]);
        }

        if (isNumber)
        {
            return [word];
        }

        if (word.Length < ShortestWord || ShortStopWords.Contains(new string(folded)) || StopWords.Contains(folded))
        {
            return [];
        }

        if (!isCyrillic)
        {
            return [StemOf(folded, Script.Latin, kazakh: false)];
        }

        var (kazakh, russian) = (StemOf(folded, Script.Cyrillic, kazakh: true), StemOf(folded, Script.Cyrillic, kazakh: false));
        return kazakh == russian ? [kazakh] : [kazakh, russian];
    }

    // stemming spoils the letters, so each has its own
    private static string StemOf(char[] folded, Script script, bool kazakh)
    {
        char[] letters = [.. folded];
        return new string(letters, 0, Stemmer.Stem(letters, script, kazakh));
    }
}
