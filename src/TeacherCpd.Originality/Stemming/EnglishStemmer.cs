namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Stems English words by the published rules of the second Porter stemmer. Words come in lower case; an apostrophe
/// is part of them. It works in place; the result is never longer than the word.
/// </summary>
internal ref struct EnglishStemmer
{
    private readonly Span<char> word;
    private int length;
    private int r1;
    private int r2;

    private EnglishStemmer(Span<char> word)
    {
        this.word = word;
        length = word.Length;
    }

    private readonly ReadOnlySpan<char> Current => word[..length];

    /// <summary>Length of the stem.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        int special = StemSpecial(word);
        return special > 0 ? special : new EnglishStemmer(word).Run();
    }

    private static int StemSpecial(Span<char> word)
    {
        string? stem = (ReadOnlySpan<char>)word switch
        {
            "skis" => "ski",
            "skies" => "sky",
            "dying" => "die",
            "lying" => "lie",
            "tying" => "tie",
            "idly" => "idl",
            "gently" => "gentl",
            "ugly" => "ugli",
            "early" => "earli",
            "only" => "onli",
            "singly" => "singl",
            "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word.ToString(),
            _ => null,
        };
        if (stem is null)
        {
            return 0;
        }

        stem.CopyTo(word);
        return stem.Length;
    }

    private int Run()
    {
        if (word[0] == '\'')
        {
            word[1..].CopyTo(word);
            length--;
        }

        MarkConsonantY();
        FindRegions();
        StripPossessive();
        StripPlural();
        if (!IsFinishedAfterPlural())
        {
            StripPast();
            TurnFinalY();
            ReplaceInR1();
            ReplaceOrStrip();
            StripInR2();
            StripFinalE();
        }

        word[..length].Replace('Y', 'y');
        return length;
    }

    private readonly void MarkConsonantY()
    {
        for (int i = 0; i < length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }
    }

    private void FindRegions()
    {
        int given = Current switch
        {
            ['g', 'e', 'n', 'e', 'r', ..] => 5,
            ['c', 'o', 'm', 'm', 'u', 'n', ..] => 6,
            ['a', 'r', 's', 'e', 'n', ..] => 5,
            _ => 0,
        };
        r1 = given > 0 ? given : RegionAfter(0);
        r2 = RegionAfter(r1);
    }

    private readonly int RegionAfter(int from)
    {
        for (int i = from + 1; i < length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return length;
    }

    private void StripPossessive()
    {
        length -= Ends("'s'") ? 3 : Ends("'s") ? 2 : Ends("'") ? 1 : 0;
    }

    private void StripPlural()
    {
        if (Ends("sses"))
        {
            length -= 2;
        }
        else if (Ends("ied") || Ends("ies"))
        {
            length -= length > 4 ? 2 : 1;
        }
        else if (Ends("s") && !Ends("us") && !Ends("ss") && length > 2 && HasVowel(length - 2))
        {
            length--;
        }
    }

    private readonly bool IsFinishedAfterPlural() => Current is "inning" or "outing" or "canning" or "herring"
        or "earring" or "proceed" or "exceed" or "succeed";

    private void StripPast()
    {
        int ending = Ends("eedly") ? 5 : Ends("eed") ? 3 : 0;
        if (ending > 0)
        {
            length = length - ending >= r1 ? length - ending + 2 : length;
            return;
        }

        ending = Ends("ingly") ? 5 : Ends("edly") ? 4 : Ends("ing") ? 3 : Ends("ed") ? 2 : 0;
        if (ending == 0 || !HasVowel(length - ending))
        {
            return;
        }

        length -= ending;
        if (Ends("at") || Ends("bl") || Ends("iz"))
        {
            Append('e');
        }
        else if (EndsInDouble())
        {
            length--;
        }
        else if (r1 >= length && EndsInShortSyllable(length))
        {
            Append('e');
        }
    }

    private readonly void TurnFinalY()
    {
        if (length > 2 && word[length - 1] is 'y' or 'Y' && !IsVowel(word[length - 2]))
        {
            word[length - 1] = 'i';
        }
    }

    // Each list of endings is long; the last letter tells for most words that none of them is there.
    private void ReplaceInR1()
    {
        if (Current is not [.., 'i' or 'l' or 'm' or 'n' or 'r' or 's'])
        {
            return;
        }

        _ = TryReplace("ational", "ate", r1) ?? TryReplace("tional", "tion", r1) ?? TryReplace("enci", "ence", r1)
            ?? TryReplace("anci", "ance", r1) ?? TryReplace("abli", "able", r1) ?? TryReplace("entli", "ent", r1)
            ?? TryReplace("ization", "ize", r1) ?? TryReplace("izer", "ize", r1) ?? TryReplace("ation", "ate", r1)
            ?? TryReplace("ator", "ate", r1) ?? TryReplace("alism", "al", r1) ?? TryReplace("aliti", "al", r1)
            ?? TryReplace("alli", "al", r1) ?? TryReplace("fulness", "ful", r1) ?? TryReplace("ousness", "ous", r1)
            ?? TryReplace("ousli", "ous", r1) ?? TryReplace("iveness", "ive", r1) ?? TryReplace("iviti", "ive", r1)
            ?? TryReplace("biliti", "ble", r1) ?? TryReplace("bli", "ble", r1) ?? TryReplace("fulli", "ful", r1)
            ?? TryReplace("lessli", "less", r1) ?? ReplaceOgi() ?? StripLi();
    }

    private bool? ReplaceOgi() =>
        Ends("logi") ? TryReplace("ogi", "og", r1) : null;

    private bool? StripLi()
    {
        bool valid = Ends("li") && length > 2
            && word[length - 3] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't';
        return valid ? TryReplace("li", "", r1) : null;
    }

    private void ReplaceOrStrip()
    {
        if (Current is not [.., 'e' or 'i' or 'l' or 's'])
        {
            return;
        }

        _ = TryReplace("ational", "ate", r1) ?? TryReplace("tional", "tion", r1) ?? TryReplace("alize", "al", r1)
            ?? TryReplace("icate", "ic", r1) ?? TryReplace("iciti", "ic", r1) ?? TryReplace("ical", "ic", r1)
            ?? TryReplace("ful", "", r1) ?? TryReplace("ness", "", r1) ?? TryReplace("ative", "", r2);
    }

    private void StripInR2()
    {
        if (Current is not [.., 'c' or 'e' or 'i' or 'l' or 'm' or 'n' or 'r' or 's' or 't'])
        {
            return;
        }

        _ = TryReplace("ement", "", r2) ?? TryReplace("ment", "", r2) ?? TryReplace("ance", "", r2)
            ?? TryReplace("ence", "", r2) ?? TryReplace("able", "", r2) ?? TryReplace("ible", "", r2)
            ?? TryReplace("ant", "", r2) ?? TryReplace("ent", "", r2) ?? TryReplace("ism", "", r2)
            ?? TryReplace("ate", "", r2) ?? TryReplace("iti", "", r2) ?? TryReplace("ous", "", r2)
            ?? TryReplace("ive", "", r2) ?? TryReplace("ize", "", r2) ?? StripIon() ?? TryReplace("al", "", r2)
            ?? TryReplace("er", "", r2) ?? TryReplace("ic", "", r2);
    }

    private bool? StripIon() =>
        Ends("sion") || Ends("tion") ? TryReplace("ion", "", r2) : null;

    private void StripFinalE()
    {
        if (Ends("e"))
        {
            bool strip = length - 1 >= r2 || (length - 1 >= r1 && !EndsInShortSyllable(length - 1));
            length -= strip ? 1 : 0;
        }
        else if (Ends("ll") && length - 1 >= r2)
        {
            length--;
        }
    }

    // Null: the word has not this ending, look for another. True or false: it has, and no other counts any more.
    private bool? TryReplace(string ending, string replacement, int region)
    {
        if (!Ends(ending))
        {
            return null;
        }

        int start = length - ending.Length;
        if (start < region)
        {
            return false;
        }

        replacement.CopyTo(word[start..]);
        length = start + replacement.Length;
        return true;
    }

    private void Append(char letter) => word[length++] = letter;

    private readonly bool Ends(string ending) => Current.EndsWith(ending, StringComparison.Ordinal);

    private readonly bool EndsInDouble() =>
        length >= 2 && word[length - 1] == word[length - 2]
        && word[length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    private readonly bool EndsInShortSyllable(int end) => end switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[end - 1]) && word[end - 1] is not ('w' or 'x' or 'Y')
            && IsVowel(word[end - 2]) && !IsVowel(word[end - 3]),
    };

    private readonly bool HasVowel(int before)
    {
        for (int i = 0; i < before; i++)
        {
            if (IsVowel(word[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
