namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Stems Russian words by the rules that the Snowball project publishes for Russian. Words come in lower case with
/// ё written as е. The result is always a beginning of the word.
/// </summary>
internal static class RussianStemmer
{
    private static readonly Endings GerundAfterA = new("в вши вшись");
    private static readonly Endings Gerund = new("ив ивши ившись ыв ывши ывшись");
    private static readonly Endings Reflexive = new("ся сь");
    private static readonly Endings Adjective = new(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");

    private static readonly Endings ParticipleAfterA = new("ем нн вш ющ щ");
    private static readonly Endings Participle = new("ивш ывш ующ");
    private static readonly Endings VerbAfterA = new("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно");
    private static readonly Endings Verb = new(
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");

    private static readonly Endings Noun = new(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

    private static readonly Endings Derivational = new("ост ость");
    private static readonly Endings Superlative = new("ейш ейше");

    /// <summary>Length of the stem.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        int vowel = NextVowel(word, 0);
        if (vowel == word.Length)
        {
            return word.Length;
        }

        int rv = vowel + 1;
        int r2 = AfterVowelAndConsonant(word, AfterVowelAndConsonant(word, 0));
        int length = StripInflection(word, rv);

        if (length > rv && word[length - 1] == 'и')
        {
            length--;
        }

        length -= Derivational.Longest(word[..length], Math.Max(r2, rv));
        int superlative = Superlative.Longest(word[..length], rv);
        length -= superlative;
        if (EndsInDoubleN(word[..length], rv))
        {
            return length - 1;
        }

        return superlative == 0 && length > rv && word[length - 1] == 'ь' ? length - 1 : length;
    }

    private static int StripInflection(ReadOnlySpan<char> word, int rv)
    {
        int gerund = LongestOf(GerundAfterA, Gerund, word, rv);
        if (gerund > 0)
        {
            return word.Length - gerund;
        }

        int length = word.Length - Reflexive.Longest(word, rv);
        ReadOnlySpan<char> rest = word[..length];
        int adjective = Adjective.Longest(rest, rv);
        if (adjective > 0)
        {
            rest = rest[..^adjective];
            return rest.Length - LongestOf(ParticipleAfterA, Participle, rest, rv);
        }

        int verb = LongestOf(VerbAfterA, Verb, rest, rv);
        return length - (verb > 0 ? verb : Noun.Longest(rest, rv));
    }

    // Endings of the first group count only behind а or я, which stay.
    private static int LongestOf(Endings afterA, Endings any, ReadOnlySpan<char> word, int rv)
    {
        int free = any.Longest(word, rv);
        int bound = afterA.Longest(word, rv);
        int at = word.Length - bound - 1;
        bool allowed = bound > free && at >= rv && word[at] is 'а' or 'я';
        return allowed ? bound : free;
    }

    private static bool EndsInDoubleN(ReadOnlySpan<char> word, int rv) =>
        word.Length - 2 >= rv && word[^1] == 'н' && word[^2] == 'н';

    private static int AfterVowelAndConsonant(ReadOnlySpan<char> word, int from)
    {
        int at = NextVowel(word, from);
        while (at < word.Length && IsVowel(word[at]))
        {
            at++;
        }

        return Math.Min(at + 1, word.Length);
    }

    private static int NextVowel(ReadOnlySpan<char> word, int from)
    {
        while (from < word.Length && !IsVowel(word[from]))
        {
            from++;
        }

        return from;
    }

    private static bool IsVowel(char letter) =>
        letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
