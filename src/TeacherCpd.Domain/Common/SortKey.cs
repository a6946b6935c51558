using System.Globalization;
using System.Text;

namespace TeacherCpd.Domain.Common;

/// <summary>
/// Sorts names in the order of the Kazakh alphabet in every database alike. Each letter becomes two digits, and
/// nothing but digits stands in a key: digits sort the same under every collation, letters and punctuation do not.
/// </summary>
public static class SortKey
{
    /// <summary>Longest key in characters; a name is compared by its first 100 letters.</summary>
    public const int MaxLength = 200;

    // Space before hyphen before digits before Kazakh before Latin letters: "Ли Ан" comes before "Лиана".
    private const string Alphabet =
        " -0123456789аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyz";

    // Room below the first symbol keeps every code at two digits; letters of other scripts come last.
    private const int First = 10;
    private const int Last = 99;

    /// <summary>
    /// The key of a name. Upper and lower case are equal, runs of spaces count as one, punctuation other than the
    /// hyphen is left out, accents of Latin letters do not count.
    /// </summary>
    /// <param name="text">A name or several names separated by spaces.</param>
    public static string Of(string text)
    {
        var key = new StringBuilder(Math.Min(text.Length * 2, MaxLength));
        var spaceBefore = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                spaceBefore = key.Length > 0;
            }
            else if (Code(char.ToLowerInvariant(letter)) is { } code)
            {
                if (spaceBefore)
                {
                    Append(key, First);
                }

                spaceBefore = false;
                Append(key, code);
            }
        }

        return key.ToString();
    }

    /// <summary>
    /// The keys of all words of some texts, each word once between slashes. Whoever looks for a word, or for its
    /// beginning, looks for what <see cref="OfWordBeginning"/> gives.
    /// </summary>
    /// <param name="texts">Texts, for example a name in three languages.</param>
    public static string OfWords(params string[] texts) =>
        string.Join('/', ["", .. texts.SelectMany(WordsOf).Distinct(), ""]);

    /// <summary>What the words of <paramref name="text"/> look like within <see cref="OfWords"/>, one entry a word.</summary>
    /// <param name="text">What somebody looks for.</param>
    public static IReadOnlyList<string> OfWordBeginning(string text) => [.. WordsOf(text).Select(key => $"/{key}")];

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Of).Where(key => key.Length > 0);

    private static int? Code(char letter)
    {
        var place = Alphabet.IndexOf(letter, StringComparison.Ordinal);
        if (place >= 0)
        {
            return First + place;
        }

        if (!char.IsLetter(letter))
        {
            return null;
        }

        // Only letters outside the alphabet are taken apart: й and ё have accents of their own that do count.
        var plain = Alphabet.IndexOf(letter.ToString().Normalize(NormalizationForm.FormD)[0], StringComparison.Ordinal);
        return plain >= 0 ? First + plain : Last;
    }

    private static void Append(StringBuilder key, int code)
    {
        if (key.Length < MaxLength)
        {
            key.Append(CultureInfo.InvariantCulture, $"{code}");
        }
    }
}
