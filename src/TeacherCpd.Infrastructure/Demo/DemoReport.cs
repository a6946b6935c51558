using System.Text;
using Bogus;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Text;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>The text of one version of a made-up portfolio.</summary>
internal sealed class DemoReport
{
    private static readonly string[] KkSections = ["Жоспарлау", "Сабақтағы тәжірибе", "Дәлелдер", "Рефлексия"];
    private static readonly string[] RuSections = ["Планирование", "Практика на уроке", "Доказательства", "Рефлексия"];

    private readonly List<string> sentences;
    private readonly DemoVoice voice;

    private DemoReport(List<string> sentences, DemoVoice voice, bool isKazakh)
    {
        this.sentences = sentences;
        this.voice = voice;
        IsKazakh = isKazakh;
        Text = Write(sentences, isKazakh ? KkSections : RuSections);
    }

    /// <summary>Language.</summary>
    public bool IsKazakh { get; }

    /// <summary>Text, paragraphs separated by a line feed.</summary>
    public string Text { get; }

    /// <summary>A report of its own, of 400 words and more; a share of it may be taken from another.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="isKazakh">Language.</param>
    /// <param name="copied">Report to copy from; null for none.</param>
    /// <param name="share">Share of sentences to copy, 0 to 1.</param>
    public static DemoReport New(Randomizer random, bool isKazakh, DemoReport? copied = null, float share = 0)
    {
        var voice = new DemoVoice(random, isKazakh);
        var count = random.Number(32, 46);
        var sentences = new List<string>(count);
        var taken = copied is null ? 0 : (int)(count * share);
        for (var i = 0; i < count - taken; i++)
        {
            sentences.Add(voice.Sentence());
        }

        // passages are copied in runs, as people copy them
        while (taken > 0 && copied is not null)
        {
            var run = Math.Min(taken, random.Number(3, 7));
            var from = random.Number(0, Math.Max(0, copied.sentences.Count - run));
            sentences.InsertRange(random.Number(0, sentences.Count), copied.sentences.Skip(from).Take(run));
            taken -= run;
        }

        return new DemoReport(sentences, voice, isKazakh);
    }

    /// <summary>The report after the trainer's feedback: parts written anew, what was copied from others taken out, more at the end.</summary>
    public DemoReport Revised(Randomizer random, DemoReport? copied)
    {
        var own = copied is null ? sentences : [.. sentences.Except(copied.sentences.Where(_ => random.Bool(0.7f)))];
        var revised = own.Select(s => random.Bool(0.15f) ? voice.Sentence() : s).ToList();
        var more = random.Number(3, 8);
        for (var i = 0; i < more; i++)
        {
            revised.Add(voice.Sentence());
        }

        return new DemoReport(revised, voice, IsKazakh);
    }

    /// <summary>Prepares the text for comparison.</summary>
    public PreparedText Prepare() => PreparedText.From(Text);

    private static string Write(List<string> sentences, string[] sections)
    {
        var text = new StringBuilder();
        var each = (sentences.Count + sections.Length - 1) / sections.Length;
        for (var section = 0; section < sections.Length; section++)
        {
            text.Append(section + 1).Append(". ").Append(sections[section]).Append('\n');
            foreach (var paragraph in sentences.Skip(section * each).Take(each).Chunk(5))
            {
                text.AppendJoin(' ', paragraph).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }
}
