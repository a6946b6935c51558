using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Originality.Stemming;
using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Tests;

[Properties(Replay = "20261127,4207")]
public sealed class StemmerTests
{
    [Theory]
    [InlineData("consigned", "consign")]
    [InlineData("consistently", "consist")]
    [InlineData("knightly", "knight")]
    [InlineData("knots", "knot")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("generously", "generous")]
    [InlineData("communication", "communic")]
    [InlineData("conditional", "condit")]
    [InlineData("relational", "relat")]
    [InlineData("hopefulness", "hope")]
    [InlineData("radically", "radic")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("controlling", "control")]
    [InlineData("rolled", "roll")]
    [InlineData("saying", "say")]
    [InlineData("enjoyed", "enjoy")]
    [InlineData("happy", "happi")]
    [InlineData("teacher's", "teacher")]
    [InlineData("skies", "sky")]
    [InlineData("succeed", "succeed")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("luxuriating", "luxuri")]
    [InlineData("bed", "bed")]
    public void English_FollowsTheRules(string word, string stem)
    {
        char[] letters = word.ToCharArray();

        Assert.Equal(stem, new string(letters, 0, EnglishStemmer.Stem(letters)));
    }

    [Theory]
    [InlineData("вавилонскими", "вавилонск")]
    [InlineData("важнейшие", "важн")]
    [InlineData("важность", "важност")]
    [InlineData("валяется", "валя")]
    [InlineData("вагонами", "вагон")]
    [InlineData("павлом", "павл")]
    [InlineData("падаешь", "пада")]
    [InlineData("падчерицы", "падчериц")]
    [InlineData("пакостей", "пакост")]
    [InlineData("пальцами", "пальц")]
    [InlineData("учившихся", "уч")]
    [InlineData("прочитав", "прочита")]
    [InlineData("длинных", "длин")]
    [InlineData("всплеск", "всплеск")]
    [InlineData("вдр", "вдр")]
    public void Russian_FollowsTheRules(string word, string stem) =>
        Assert.Equal(stem, word[..RussianStemmer.Stem(word)]);

    [Theory]
    [InlineData("мектеп мектебі мектептер мектептің мектебінде мектептерге мектептен мектебіміздің мектептегі")]
    [InlineData("кітап кітабы кітаптар кітаптың кітаптарымыз кітабында кітаппен")]
    [InlineData("оқушы оқушылар оқушының оқушыларға оқушыларымыздың оқушымен оқушысының")]
    [InlineData("сабақ сабағы сабақта сабақтың сабағында сабақтарға сабағымыздан")]
    [InlineData("жұмыс жұмысы жұмысты жұмыстары жұмысын жұмысында жұмыстың")]
    [InlineData("мақсат мақсаты мақсаттар мақсатында мақсатқа")]
    [InlineData("жетістік жетістігі жетістіктері жетістіктерін")]
    [InlineData("қолдану қолданады қолданылады қолдандым қолданған қолдануға")]
    [InlineData("зерттеу зерттеулер зерттеуші зерттеушілер зерттеудің зерттеді зерттеп")]
    [InlineData("дағды дағдылар дағдысы дағдыларын дағдыны")]
    [InlineData("ойын ойыны ойындар")]
    [InlineData("жауап жауабы жауабын жауаптар жауапты")]
    [InlineData("ұйым ұйымдары ұйымдарындағы ұйымның")]
    [InlineData("педагог педагогтер педагогтің педагогпен")]
    public void Kazakh_BringsTheFormsOfAWordTogether(string forms) =>
        Assert.Single(forms.Split(' ').Select(KazakhStem).Distinct());

    [Theory]
    [InlineData("мектеп", "мекеме")]
    [InlineData("бағалау", "бағдарлама")]
    [InlineData("тәрбие", "тәжірибе")]
    [InlineData("қолдану", "қолдар")]
    [InlineData("оқушы", "оқулық")]
    [InlineData("баға", "бағалау")]
    [InlineData("білім", "білте")]
    public void Kazakh_KeepsDifferentWordsApart(string first, string second) =>
        Assert.NotEqual(KazakhStem(first), KazakhStem(second));

    [Property(MaxTest = 500)]
    public Property AnyWord_KeepsAStemWithinItself() => Prop.ForAll(
        Gen.Elements("абвгдеийклмнопрстуыьюяәғқңөұүһіabcdefghilnorstuy'".ToCharArray())
            .NonEmptyListOf()
            .ToArbitrary(),
        letters =>
        {
            foreach (Func<char[], int> stem in (Func<char[], int>[])
                [word => EnglishStemmer.Stem(word), word => RussianStemmer.Stem(word), word => KazakhStemmer.Stem(word)])
            {
                char[] word = [.. letters];
                int length = stem(word);
                if (length < 0 || length > word.Length || (length == 0 && word.Any(char.IsLetter)))
                {
                    return false;
                }
            }

            return true;
        });

    private static string KazakhStem(string word)
    {
        char[] letters = word.ToCharArray();
        return new string(letters, 0, Stemmer.Stem(letters, Script.Cyrillic, kazakh: true));
    }
}
