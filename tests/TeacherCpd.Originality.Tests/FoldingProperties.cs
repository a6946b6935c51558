using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace TeacherCpd.Originality.Tests;

/// <summary>Whatever the text: offsets point into it, and evasion by characters changes no word.</summary>
[Properties(Replay = "20261127,4205")]
public sealed class FoldingProperties
{
    private const string LatinLikes = "aceopxysihABCEHIKMOPTX";
    private const string CyrillicLikes = "асеорхуѕіһАВСЕНІКМОРТХ";

    [Property(MaxTest = 300)]
    public bool Words_StandInOrderInsideTheText(NonNull<string> given)
    {
        PreparedText text = PreparedText.From(given.Get);
        int last = 0;
        for (int i = 0; i < text.Words; i++)
        {
            TextRange word = text.WordAt(i);
            if (word.Start < last || word.Length < 1 || word.End > given.Get.Length)
            {
                return false;
            }

            last = word.End;
        }

        return text.Evidence.All(found => found.Start >= 0 && found.Start + found.Length <= given.Get.Length);
    }

    [Property(MaxTest = 200)]
    public Property EachWord_CutOutAlone_IsTheSameWord() => Prop.ForAll(
        Prose(),
        prose =>
        {
            PreparedText text = PreparedText.From(prose);
            for (int i = 0; i < text.Words; i++)
            {
                TextRange range = text.WordAt(i);
                string word = prose.Substring(range.Start, range.Length);

                // A word of look-alikes only needs a neighbour that says which alphabet it is in.
                PreparedText latin = PreparedText.From("z " + word);
                PreparedText cyrillic = PreparedText.From("ж " + word);
                if (latin.Words != 2 || cyrillic.Words != 2
                    || (latin.WordHashes[1] != text.WordHashes[i] && cyrillic.WordHashes[1] != text.WordHashes[i]))
                {
                    return false;
                }
            }

            return true;
        });

    [Property(MaxTest = 200)]
    public Property InvisibleCharacters_ChangeNoWord() => Prop.ForAll(
        Prose(),
        ArbMap.Default.ArbFor<int>(),
        (prose, seed) => SameWords(prose, Sprinkle(prose, new Random(seed))));

    [Property(MaxTest = 200)]
    public Property LookAlikes_ChangeNoWord() => Prop.ForAll(
        Prose(),
        ArbMap.Default.ArbFor<int>(),
        (prose, seed) => SameWords(prose, Imitate(prose, new Random(seed))));

    [Property(MaxTest = 200)]
    public Property LineBreaksForSpaces_ChangeNoWord() => Prop.ForAll(
        Prose(),
        ArbMap.Default.ArbFor<int>(),
        (prose, seed) =>
        {
            var random = new Random(seed);
            var broken = new StringBuilder();
            foreach (char unit in prose)
            {
                broken.Append(unit);
                if (unit == ' ' && random.Next(3) == 0)
                {
                    broken.Append("\r\n");
                }
            }

            return SameWords(prose, broken.ToString());
        });

    internal static string Sprinkle(string text, Random random)
    {
        const string invisible = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";
        var changed = new StringBuilder();
        foreach (char unit in text)
        {
            changed.Append(unit);
            if (random.Next(4) == 0)
            {
                changed.Append(invisible[random.Next(invisible.Length)]);
            }
        }

        return changed.ToString();
    }

    internal static string Imitate(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (int i = 0; i < text.Length; i++)
        {
            int latin = LatinLikes.IndexOf(text[i], StringComparison.Ordinal);
            int cyrillic = CyrillicLikes.IndexOf(text[i], StringComparison.Ordinal);
            if (random.Next(2) == 0)
            {
                changed[i] = latin >= 0 ? CyrillicLikes[latin] : cyrillic >= 0 ? LatinLikes[cyrillic] : text[i];
            }
        }

        return changed.ToString();
    }

    // Sentences of the samples in any order and number: prose, not noise.
    private static Arbitrary<string> Prose() => Gen
        .Elements(Samples.All.SelectMany(text => text.Split(". ")).ToArray())
        .NonEmptyListOf()
        .Select(sentences => string.Join(". ", sentences))
        .ToArbitrary();

    private static bool SameWords(string first, string second) =>
        PreparedText.From(first).WordHashes.SequenceEqual(PreparedText.From(second).WordHashes)
        && PreparedText.From(first).Stems.SequenceEqual(PreparedText.From(second).Stems);
}
