using System.Text;

namespace TeacherCpd.Benchmarks.Originality;

/// <summary>
/// Texts of words that are used as unevenly as in a language: a few all the time, most of them seldom. Seeds make them the
/// same each time.
/// </summary>
internal sealed class MadeUpText
{
    private const int Vocabulary = 60_000;
    private const int MostSentence = 24;

    // words of two syllables and more, then an ending: about as many different beginnings as a language has
    private const string Consonants = "бгғджзкқлмнңпрстхшчф";
    private const string Vowels = "аәеиоөұүыі";

    private static readonly string[] Endings = ["", "лар", "дың", "ға", "да", "дан", "мен", "ын", "ылған", "уды", "ып", "ады", "тар", "ның", "ғы", "імен"];

    private readonly string[] words = new string[Vocabulary];
    private readonly double[] reached = new double[Vocabulary];

    public MadeUpText()
    {
        var random = new Random(1);
        var sum = 0.0;
        for (var i = 0; i < Vocabulary; i++)
        {
            // the words that are used most are short ones without a meaning of their own
            words[i] = i < 40 ? Syllable() + (i > 20 ? "н" : "") : Syllable() + Syllable() + (i > 200 ? Syllable() : "") + Endings[random.Next(Endings.Length)];
            sum += 1.0 / (i + 3);
            reached[i] = sum;
        }

        string Syllable() => string.Concat(Consonants[random.Next(Consonants.Length)].ToString(), Vowels[random.Next(Vowels.Length)].ToString());
    }

    /// <summary>A text of so many words.</summary>
    public string New(int seed, int count)
    {
        var random = new Random(seed);
        var text = new StringBuilder(count * 9);
        for (var left = random.Next(4, MostSentence); count > 0; count--)
        {
            var word = words[Math.Min(Vocabulary - 1, Math.Abs(~Array.BinarySearch(reached, random.NextDouble() * reached[^1])))];
            text.Append(word);
            if (--left > 0)
            {
                text.Append(' ');
            }
            else
            {
                text.Append(random.Next(6) == 0 ? ".\n" : ". ");
                left = random.Next(4, MostSentence);
            }
        }

        return text.ToString();
    }
}
