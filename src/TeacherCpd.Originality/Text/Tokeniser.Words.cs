namespace TeacherCpd.Originality.Text;

/// <content>Words that are more than letters of one alphabet: read letter by letter, judged and folded.</content>
internal ref partial struct Tokeniser
{
    private static readonly UnitInfo Apostrophe =
        new(UnitKind.Apostrophe, Script.None, '\'', '\0', '\0', Likeness.None);

    private void ReadWord()
    {
        int start = position;
        int end = position;
        int count = 0;
        int kept = 0;
        var shape = default(WordShape);
        bool joinPending = false;
        while (position < text.Length && position < hiddenFrom)
        {
            UnitInfo info = InfoAt(position, out int units);
            switch (info.Kind)
            {
                case UnitKind.Letter:
                case UnitKind.Digit:
                    shape.Add(info, joinPending);
                    joinPending = false;
                    if (kept < LongestWord)
                    {
                        letters[kept] = info;
                        word[kept++] = info.Folded;
                    }

                    count++;
                    position += units;
                    end = position;
                    continue;
                case UnitKind.Ligature:
                    foreach (char part in Letters.LettersOf(text[position]))
                    {
                        shape.Add(table[part], joinPending);
                        if (kept < LongestWord)
                        {
                            letters[kept] = table[part];
                            word[kept++] = part;
                        }

                        count++;
                    }

                    joinPending = false;
                    position++;
                    end = position;
                    continue;
                case UnitKind.Mark:
                    if (text[position] == '\u0306' && kept > 0 && kept == count && word[kept - 1] == 'и')
                    {
                        letters[kept - 1] = table['й'];
                        word[kept - 1] = 'й';
                        shape.Exclusive(Script.Cyrillic);
                    }

                    position += units;
                    continue;
                case UnitKind.Invisible:
                    // A soft hyphen is a writer's tool: it hides nothing.
                    shape.Invisible |= text[position] != '\u00AD';
                    position += units;
                    continue;
                case UnitKind.Hyphen:
                case UnitKind.Apostrophe:
                    int next = AfterJoin(position + 1, info.Kind == UnitKind.Hyphen);
                    if (next < 0)
                    {
                        goto default;
                    }

                    if (info.Kind == UnitKind.Apostrophe && kept < LongestWord)
                    {
                        letters[kept] = Apostrophe;
                        word[kept++] = Apostrophe.Folded;
                        count++;
                    }

                    joinPending = true;
                    shape.Joins |= kept < LongestWord ? 1UL << kept : 0;
                    position = next;
                    continue;
                case UnitKind.Separator when CutsWord(position):
                    shape.NarrowSpace = true;
                    position++;
                    continue;
                case UnitKind.Separator:
                case UnitKind.Surrogate:
                default:
                    break;
            }

            break;
        }

        Finish(start, end, kept, count, shape);
    }

    // The unit at which the second half of a joined word begins, or -1. A hyphen joins what it stands between and,
    // at the end of a line, what follows on the next one: "кәсіби-техникалық" is one word wherever the line breaks.
    private readonly int AfterJoin(int at, bool acrossSpace)
    {
        bool space = false;
        bool lineEnd = false;
        while (at < text.Length && at < hiddenFrom)
        {
            UnitInfo info = InfoAt(at, out int units);
            if (info.Kind is UnitKind.Invisible or UnitKind.Mark)
            {
                at += units;
            }
            else if (acrossSpace && info.Kind == UnitKind.Separator && char.IsWhiteSpace(text[at]))
            {
                lineEnd |= !space && (text[at] is '\r' or '\n');
                space = true;
                at += units;
            }
            else
            {
                bool near = !space || lineEnd;
                bool joins = info.Kind is UnitKind.Letter or UnitKind.Ligature && (near || char.IsLower(text[at]));
                return joins || (info.Kind == UnitKind.Digit && near) ? at : -1;
            }
        }

        return -1;
    }

    private void Finish(int start, int end, int kept, int count, WordShape shape)
    {
        Span<char> folded = word.AsSpan(0, kept);
        Span<UnitInfo> origin = letters.AsSpan(0, kept);
        Script script = shape.Script();
        bool changed = false;
        if (shape.NeedsJudgement)
        {
            script = Judge(origin, folded, shape, start, out changed);
        }
        else if (script is Script.Latin or Script.Cyrillic)
        {
            context = script;
        }

        if (script != Script.Latin)
        {
            // Only the English stemmer knows what an apostrophe means.
            folded = folded[..RemoveApostrophes(folded)];
        }

        // A word of two alphabets that is what it is ("mp3файл") keeps its digits too.
        bool digitsRead = shape.DigitInside && changed == shape.Mixed && Digits.ReadAsLetters(folded, script);
        if (changed && !Judgement.IsAcronymWithEnding(text.AsSpan(start, end - start)))
        {
            Report(EvidenceKind.MixedScript, start, end, folded.ToString());
        }

        if (digitsRead)
        {
            Report(EvidenceKind.DigitsForLetters, start, end, folded.ToString());
        }

        if (shape.NarrowSpace)
        {
            Report(EvidenceKind.NarrowSpaces, start, end, folded.ToString());
        }

        if (shape.Invisible && HasInvisibleInside(start, end))
        {
            Report(EvidenceKind.InvisibleCharacters, start, end, folded.ToString());
        }

        bool kazakh = false;
        bool digits = false;
        foreach (char letter in folded)
        {
            kazakh |= Letters.IsKazakhOnly(letter);
            digits |= char.IsAsciiDigit(letter);
        }

        if (count > kept)
        {
            // Two endless words are the same only when they are of one length.
            folded[^1] = (char)(0xE000 + (count % 4_096));
        }

        Words.Add(new Word
        {
            Start = start,
            End = end,
            Hash = StableHash.OfLetters(folded),
            FoldedStart = Folded.Count,
            FoldedLength = (byte)folded.Length,
            Script = script,
            Kazakh = kazakh && script == Script.Cyrillic,
            Digits = digits,
        });
        Folded.AddRange(folded);
    }

    private static int RemoveApostrophes(Span<char> folded)
    {
        int length = 0;
        foreach (char letter in folded)
        {
            if (letter != Apostrophe.Folded)
            {
                folded[length++] = letter;
            }
        }

        return length;
    }

    private readonly bool HasInvisibleInside(int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (table[text[at]].Kind is UnitKind.Invisible or UnitKind.Surrogate && text[at] != '\u00AD')
            {
                return true;
            }
        }

        return false;
    }

    private Script Judge(Span<UnitInfo> origin, Span<char> folded, WordShape shape, int start, out bool changed)
    {
        if (context == Script.None)
        {
            context = FirstClearScript(start);
        }

        Seam seam = Judgement.FindSeam(origin, shape.Joins);
        Script verdict = seam == Seam.BetweenWords ? Script.None : Judgement.Decide(origin, shape, context);
        changed = shape.Mixed && verdict != Script.None && seam != Seam.AtHyphens;
        if (verdict == Script.None)
        {
            return shape.Script();
        }

        Judgement.Fold(origin, folded, verdict);
        if (shape.HasExclusive)
        {
            context = verdict;
        }

        return verdict;
    }

    // Words made of look-alikes only take the alphabet of the words around them. Before the first clear word the text
    // ahead decides, and where nothing decides they are read as Cyrillic.
    private readonly Script FirstClearScript(int at)
    {
        for (; at < text.Length; at++)
        {
            UnitInfo info = table[text[at]];
            if (info is { Kind: UnitKind.Letter, Script: Script.Latin or Script.Cyrillic } && info.Likeness != Likeness.Strong)
            {
                return info.Script;
            }
        }

        return Script.Cyrillic;
    }
}
