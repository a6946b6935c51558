using System.Buffers;

namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Takes the endings off a Kazakh word. Kazakh puts one ending behind the other (балаларымызға: бала-лар-ымыз-ға),
/// so the outermost is taken off again and again while enough of the word is left. No dictionary: the stem serves
/// to compare forms of one word and need not be its dictionary form.
/// </summary>
internal static class KazakhStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аәоөұүыіеэуиюя");

    // A root of three letters and a vowel is the shortest that says anything; a short ending needs a longer one,
    // since it is likelier to be a part of the root.
    private const int ShortestRoot = 3;
    private const int ShortestRootBeforeShortEnding = 4;
    private const int MostEndings = 6;

    private static readonly Endings All = new(
        // case
        "ның нің дың дің тың тің ға ге қа ке ына іне сына сіне ны ні ды ді ты ті ын ін сын сін да де та те нда нде "
        + "ында інде сында сінде дан ден тан тен нан нен ынан інен сынан сінен мен бен пен "
        // belonging
        + "ым ім ың ің ы і сы сі ымыз іміз мыз міз ыңыз іңіз ңыз ңіз дікі тікі нікі "
        // number and person
        + "лар лер дар дер тар тер мын мін бын бін пын пін сың сің сыз сіз сыңдар сіңдер "
        // forms of the verb
        + "ған ген қан кен ып іп ады еді йды йді атын етін йтын йтін ғанда генде қанда кенде са се май мей бай бей пай пей "
        + "мақ мек бақ бек пақ пек ғалы гелі қалы келі ушы уші ды ді у "
        // words from words
        + "дағы дегі тағы тегі ндағы ндегі лық лік дық дік тық тік шы ші лы лі дай дей тай тей рақ рек дар шылық шілік");

    /// <summary>Length of the stem; its last consonant may be unvoiced in place (кітаб-ы: кітап).</summary>
    public static int Stem(Span<char> word)
    {
        int length = word.Length;
        for (int taken = 0; taken < MostEndings; taken++)
        {
            int ending = All.Longest(word[..length]);
            int rest = length - ending;
            int shortest = ending <= 2 ? ShortestRootBeforeShortEnding : ShortestRoot;
            if (ending == 0 || rest < shortest || !HasVowel(word[..rest]))
            {
                break;
            }

            length = rest;
        }

        ref char last = ref word[length - 1];
        last = last switch
        {
            'ғ' => 'қ',
            'г' => 'к',
            'б' => 'п',
            _ => last,
        };
        return length;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);
}
