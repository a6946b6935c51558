namespace TeacherCpd.Originality.Text;

/// <summary>
/// Tells Kazakh from Russian word by word, by the letters of the words around: documents change language in the
/// middle, and line breaks must not change the answer.
/// </summary>
internal ref struct LanguageOfWord
{
    private readonly Span<Word> words;
    private readonly int window;
    private readonly int share;
    private int kazakh;
    private int cyrillic;
    private int next;
    private int first;

    /// <summary>Looks <paramref name="window"/> words to each side; one word of <paramref name="share"/> has to show it.</summary>
    public LanguageOfWord(Span<Word> words, int window, int share)
    {
        this.words = words;
        this.window = window;
        this.share = share;
    }

    /// <summary>Whether the word is read as Kazakh. Ask in the order of the text.</summary>
    public bool IsKazakh(int index)
    {
        for (; next < words.Length && next <= index + window; next++)
        {
            Count(in words[next], 1);
        }

        for (; first < index - window; first++)
        {
            Count(in words[first], -1);
        }

        return words[index].Kazakh || (kazakh * share >= cyrillic && kazakh > 0);
    }

    private void Count(in Word word, int change)
    {
        if (word.Script == Script.Cyrillic)
        {
            cyrillic += change;
            kazakh += word.Kazakh ? change : 0;
        }
    }
}
