using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Tests;

/// <summary>The fast way to read a word says what the table of letters says.</summary>
[Properties(Replay = "20261127,4201")]
public sealed class PlainLettersTests
{
    [Fact]
    public void EveryUnit_IsALetterAsTheTableSays()
    {
        foreach (Script script in (Script[])[Script.Latin, Script.Cyrillic])
        {
            for (int unit = 0; unit <= char.MaxValue; unit++)
            {
                char[] units = [(char)unit, .. new string(' ', PlainLetters.Step - 1)];
                int length = PlainLetters.Read(units, script, out ulong hash);
                UnitInfo info = Letters.Table[unit];

                // It may know fewer letters, but nothing that is none, and none of another alphabet.
                if (length > 0)
                {
                    Assert.Equal((1, UnitKind.Letter, script), (length, info.Kind, info.Script));
                    Assert.Equal(LetterMarks.None, info.Marks & LetterMarks.Kazakh);
                    Assert.Equal(StableHash.OfLetters([info.Folded]), hash);
                }
                else
                {
                    Assert.False(unit is (>= 'a' and <= 'z' or >= 'A' and <= 'Z') && script == Script.Latin);
                    Assert.False(unit is (>= 'а' and <= 'я' or >= 'А' and <= 'Я') && script == Script.Cyrillic);
                }
            }
        }
    }

    [Property(MaxTest = 1000)]
    public Property Words_HaveTheHashOfTheirFoldedLetters() => Prop.ForAll(
        Gen.Elements("abkzABKZ".ToCharArray()).NonEmptyListOf().ToArbitrary(),
        Gen.Elements(" .,-1éжқ".ToCharArray()).ToArbitrary(),
        (letters, behind) => SaysTheSame(letters, behind, Script.Latin));

    [Property(MaxTest = 1000)]
    public Property CyrillicWords_HaveTheHashOfTheirFoldedLetters() => Prop.ForAll(
        Gen.Elements("абйяАБЙЯ".ToCharArray()).NonEmptyListOf().ToArbitrary(),
        Gen.Elements(" .,-1ёzқ".ToCharArray()).ToArbitrary(),
        (letters, behind) => SaysTheSame(letters, behind, Script.Cyrillic));

    private static bool SaysTheSame(IEnumerable<char> letters, char behind, Script script)
    {
        char[] word = [.. letters];
        char[] folded = Array.ConvertAll(word, letter => Letters.Table[letter].Folded);
        char[] units = [.. word, behind, .. new string('q', PlainLetters.Step)];
        int length = PlainLetters.Read(units, script, out ulong hash);
        return word.Length >= PlainLetters.Step
            ? length == PlainLetters.Step
            : length == word.Length && hash == StableHash.OfLetters(folded);
    }
}
