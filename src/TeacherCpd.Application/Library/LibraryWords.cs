using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Library;

/// <summary>
/// Texts as the search of the library keeps and looks for them: words, each as one or two stems of at most six letters, with letters that look or
/// sound alike made the same.
/// </summary>
public static class LibraryWords
{
    /// <summary>Most words of a text somebody looks for; more would find less.</summary>
    private const int MostLookedFor = 8;

    /// <summary>The terms of some texts, each once.</summary>
    public static HashSet<string> TermsOf(params string[] texts) => [.. texts.SelectMany(WordsOf).SelectMany(w => w)];

    /// <summary>The terms under which a material is found; one of the title stands once, as such.</summary>
    /// <param name="number">Number of the material.</param>
    /// <param name="writing">What is published of it.</param>
    public static IEnumerable<LibraryTerm> TermsOf(int number, LibraryWriting writing)
    {
        ArgumentNullException.ThrowIfNull(writing);
        var inTitle = TermsOf(writing.Title.Kk, writing.Title.Ru, writing.Title.En);
        var elsewhere = TermsOf(writing.Summary.Kk, writing.Summary.Ru, writing.Summary.En, writing.Authors, writing.Organisation, writing.Event, writing.Subject);
        elsewhere.ExceptWith(inTitle);
        return inTitle.Select(t => new LibraryTerm { Term = t, InTitle = true, Number = number })
            .Concat(elsewhere.Select(t => new LibraryTerm { Term = t, InTitle = false, Number = number }));
    }

    /// <summary>What somebody looks for: a list of terms a word, of which one has to stand in the material.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> LookedFor(string? text) =>
        [.. WordsOf(text ?? "").DistinctBy(w => w[0]).Take(MostLookedFor)];

    private static IEnumerable<IReadOnlyList<string>> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (TermsOfWord(text[start..i]) is { Count: > 0 } terms)
                {
                    yield return terms;
                }

                start = -1;
            }
        }
    }

    // letters of other alphabets are left out: two databases would not agree on which of them are equal
    private static List<string> TermsOfWord(string word) =>
        [.. WordStems.Of(word).Select(ForgivingText.Fold).Select(Kept).Where(t => t.Length > 0).Distinct()];

    private static string Kept(string stem)
    {
        var kept = new string([.. stem.Where(c => char.IsAsciiLetterOrDigit(c) || c is >= 'а' and <= 'я')]);
        return kept.Length <= LibraryTerm.TermLength ? kept : kept[..LibraryTerm.TermLength];
    }
}
