using System.Buffers;

namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Takes the endings off a Kazakh word. Kazakh puts one ending behind the other (балаларымызға: бала-лар-ымыз-ға),
/// so the outermost is taken off again and again while enough of the word is left. No dictionary: what tells an ending
/// from a part of the root is how the letters meet, since Kazakh fits the first letter of an ending to what stands
/// before it. The stem serves to compare forms of one word and need not be its dictionary form.
/// </summary>
internal static class KazakhStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аәоөұүыіеэуиюя");

    // A root of three letters and a vowel is the shortest that says anything. A short ending needs a longer one, since
    // it is likelier to be a part of the root, but for those that say by their first letter that they are endings.
    private const int ShortestRoot = 3;
    private const int ShortestRootBeforeShortEnding = 4;
    private const int MostEndings = 6;

    private static readonly Endings OfNouns = new(
        // case
        "ның нің дың дің тың тің ға ге қа ке ына іне сына сіне ны ні ды ді ты ті ын ін сын сін да де та те нда нде "
        + "ында інде сында сінде дан ден тан тен нан нен ынан інен сынан сінен мен бен пен "
        // belonging
        + "ым ім ың ің ы і сы сі ымыз іміз мыз міз ыңыз іңіз ңыз ңіз дікі тікі нікі "
        // number and person
        + "лар лер дар дер тар тер мын мін бын бін пын пін сың сің сыз сіз сыңдар сіңдер "
        // words from words
        + "дағы дегі тағы тегі ндағы ндегі лық лік дық дік тық тік шы ші лы лі дай дей тай тей рақ рек шылық шілік");

    private static readonly Endings OfVerbs = new(
        "ған ген қан кен ып іп ады еді йды йді атын етін йтын йтін ғанда генде қанда кенде са се май мей бай бей пай пей "
        + "мақ мек бақ бек пақ пек ғалы гелі қалы келі ушы уші ды ді ты ті у");

    /// <summary>Length of the stem; its last consonant may be unvoiced in place (кітаб-ы: кітап).</summary>
    public static int Stem(Span<char> word)
    {
        int length = word.Length;
        bool verb = false;
        for (int taken = 0; taken < MostEndings; taken++)
        {
            ReadOnlySpan<char> current = word[..length];
            int ofVerb = LongestFitting(OfVerbs, current);

            // What an ending of the verb was taken off is no noun: қолдан-ады is not қол-дан.
            int ofNoun = verb ? 0 : LongestFitting(OfNouns, current);
            int ending = Math.Max(ofVerb, ofNoun);
            if (ending == 0)
            {
                break;
            }

            length -= ending;
            verb |= ofVerb > ofNoun || (ofVerb == ofNoun && IsVowel(word[length - 1]));
            Unvoice(ref word[length - 1]);
        }

        Unvoice(ref word[length - 1]);
        return length;
    }

    private static int LongestFitting(Endings endings, ReadOnlySpan<char> word)
    {
        int ending = endings.Longest(word);
        while (ending > 0 && !Fits(word[..^ending], word[^ending..]))
        {
            ending = endings.Longest(word, shorterThan: ending);
        }

        return ending;
    }

    private static bool Fits(ReadOnlySpan<char> rest, ReadOnlySpan<char> ending)
    {
        bool isPlain = ending.Length > 2 || (ending.Length == 2 && ending[0] is 'т' or 'қ' or 'к' or 'ғ' or 'г');
        int shortest = isPlain ? ShortestRoot : ShortestRootBeforeShortEnding;
        if (rest.Length < shortest || !rest.ContainsAny(Vowels))
        {
            return false;
        }

        char last = rest[^1];
        char beforeLast = rest[^2];
        return ending[0] switch
        {
            'т' or 'қ' or 'к' or 'п' => IsVoiceless(last) || IsEither(last),
            'д' or 'ғ' or 'г' => !IsVoiceless(last),
            'б' => !IsVoiceless(last) && !IsVowel(last),
            'н' => IsVowel(last) || last is 'м' or 'н' or 'ң',

            // Roots in -ыс are many (жұмыс-ы), those in -ы are chiefly in -шы, -ғы and -ды (оқушы-сы, дағды-сы).
            'с' when IsOfThirdPerson(ending) => IsVowel(last)
                && (last is not ('ы' or 'і') || beforeLast is 'ш' or 'ғ' or 'г' || (last == 'ы' && beforeLast == 'д')),
            'а' or 'ы' or 'і' => !IsVowel(last) || last == 'у',
            'е' => !IsVowel(last) && last != beforeLast,
            'й' => IsVowel(last),
            _ => true,
        };
    }

    // Of сы, сын, сына, сында, сынан; сың and сыз speak to somebody and stand behind any letter.
    private static bool IsOfThirdPerson(ReadOnlySpan<char> ending) =>
        ending is ['с', 'ы' or 'і'] or ['с', 'ы' or 'і', 'н', ..];

    private static void Unvoice(ref char last) => last = last switch
    {
        'ғ' => 'қ',
        'г' => 'к',
        'б' => 'п',
        _ => last,
    };

    private static bool IsVowel(char letter) => Vowels.Contains(letter);

    private static bool IsVoiceless(char letter) =>
        letter is 'п' or 'т' or 'к' or 'қ' or 'с' or 'ш' or 'щ' or 'ч' or 'х' or 'ц' or 'ф' or 'һ';

    // Written voiced and spoken voiceless at the end of a borrowed word: педагог-тер, клуб-та.
    private static bool IsEither(char letter) => letter is 'б' or 'в' or 'г' or 'д';
}
