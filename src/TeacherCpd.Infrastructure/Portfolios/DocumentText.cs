using System.Text;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Collects paragraphs. A paragraph that begins inside another one (a text box, a footnote) follows its host, so
/// that the host's sentence stays in one piece.
/// </summary>
internal sealed class DocumentText
{
    private readonly StringBuilder text = new();
    private readonly List<HiddenRun> hidden = [];
    private readonly Stack<Paragraph> open = new();
    private int collected;

    /// <summary>Whether the open paragraph ends in white space or is still empty.</summary>
    public bool EndsInSpace => !open.TryPeek(out var top) || top.Text.Length == 0 || char.IsWhiteSpace(top.Text[^1]);

    public bool InParagraph => open.Count > 0;

    public void Begin() => open.Push(new Paragraph());

    public void Append(ReadOnlySpan<char> run, HiddenRunKind? kind = null)
    {
        if (run.IsEmpty || !open.TryPeek(out var paragraph))
        {
            return;
        }

        collected += run.Length;
        if (collected > FileLimits.MaxTextLength)
        {
            throw new RefusedFileException(new ArchiveTooLarge());
        }

        var start = paragraph.Text.Length;
        AppendClean(paragraph.Text, run);
        if (kind is { } why)
        {
            paragraph.Hidden.Add(new HiddenRun(start, run.Length, why));
        }
    }

    public void End()
    {
        var paragraph = open.Pop();
        if (open.TryPeek(out var host))
        {
            host.Inside.Add(paragraph);
        }
        else
        {
            Emit(paragraph);
        }
    }

    public string Finish(out IReadOnlyList<HiddenRun> hiddenRuns)
    {
        while (open.Count > 0)
        {
            End();
        }

        hiddenRuns = hidden;
        return text.ToString();
    }

    private void Emit(Paragraph paragraph)
    {
        if (!string.IsNullOrWhiteSpace(paragraph.Text.ToString()))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            var offset = text.Length;
            text.Append(paragraph.Text);
            foreach (var run in paragraph.Hidden)
            {
                AddHidden(run with { Start = run.Start + offset });
            }
        }

        foreach (var inner in paragraph.Inside)
        {
            Emit(inner);
        }
    }

    private void AddHidden(HiddenRun run)
    {
        // a word processor splits one stretch of text into many runs: give it back as one
        if (hidden.Count > 0 && hidden[^1] is var last && last.Kind == run.Kind && last.Start + last.Length == run.Start)
        {
            hidden[^1] = last with { Length = last.Length + run.Length };
        }
        else
        {
            hidden.Add(run);
        }
    }

    /// <summary>Not every database can store control characters. Lengths stay the same, so that places do not move.</summary>
    private static void AppendClean(StringBuilder to, ReadOnlySpan<char> run)
    {
        foreach (var c in run)
        {
            to.Append(char.IsControl(c) && c != '\t' ? ' ' : c);
        }
    }

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public List<HiddenRun> Hidden { get; } = [];

        public List<Paragraph> Inside { get; } = [];
    }
}
