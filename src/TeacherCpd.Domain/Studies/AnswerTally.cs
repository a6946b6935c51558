using System.Globalization;

namespace TeacherCpd.Domain.Studies;

/// <summary>Counts answers to the questions of a version, a sheet at a time.</summary>
public sealed class AnswerTally
{
    private readonly Dictionary<string, Counter> counters;
    private readonly Dictionary<string, Counter>.AlternateLookup<ReadOnlySpan<char>> byCode;

    /// <summary>Nothing counted yet.</summary>
    /// <param name="content">What was asked.</param>
    public AnswerTally(QuestionnaireContent content)
    {
        counters = content.Questions.Where(q => q.Kind != QuestionKind.Open).ToDictionary(q => q.Code, q => new Counter(q));
        byCode = counters.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Sheets counted.</summary>
    public int Sheets { get; private set; }

    /// <summary>Counts a sheet.</summary>
    /// <param name="packed">As <see cref="AnswerSet.Packed"/> wrote it.</param>
    public void Add(ReadOnlySpan<char> packed)
    {
        Sheets++;
        foreach (var part in packed.Split(';'))
        {
            var answer = packed[part];
            var colon = answer.IndexOf(':');
            if (colon > 0 && byCode.TryGetValue(answer[..colon], out var counter))
            {
                counter.Add(answer[(colon + 1)..]);
            }
        }
    }

    /// <summary>People who answered a question at all: what its shares are parts of.</summary>
    public int Answered(string code) => counters.TryGetValue(code, out var counter) ? counter.Answered : 0;

    /// <summary>People at each option, of a matrix in one row; for a scale at each mark from 1 to 10.</summary>
    /// <param name="code">Question.</param>
    /// <param name="row">Row of a matrix, from 0; 0 else.</param>
    public IReadOnlyList<int> Counts(string code, int row = 0) => counters[code].Rows[row];

    /// <summary>People who chose something in a row of a matrix; of another question those who answered.</summary>
    public int AnsweredRow(string code, int row) => counters[code].Question.Kind == QuestionKind.Matrix ? counters[code].Rows[row].Sum() : Answered(code);

    /// <summary>Mean of a scale in hundredths, rounded half up; null where nobody answered.</summary>
    public int? MeanOf(string code)
    {
        var counts = Counts(code);
        var people = counts.Sum();
        var sum = counts.Select((count, place) => count * (long)(place + Question.ScaleFrom)).Sum();
        return people == 0 ? null : (int)(((200 * sum) + people) / (2L * people));
    }

    /// <summary>Median of a scale in tenths, so that the middle between two marks can be said; null where nobody answered.</summary>
    public int? MedianOf(string code)
    {
        var counts = Counts(code);
        var people = counts.Sum();
        return people == 0 ? null : 5 * (Mark(counts, (people - 1) / 2) + Mark(counts, people / 2));
    }

    // the mark of the person at a place, from 0, were all in a row by their marks
    private static int Mark(IReadOnlyList<int> counts, int place)
    {
        var mark = 0;
        for (var seen = counts[0]; seen <= place; seen += counts[mark])
        {
            mark++;
        }

        return mark + Question.ScaleFrom;
    }

    private sealed class Counter
    {
        public Counter(Question question)
        {
            Question = question;
            var columns = question.Kind == QuestionKind.Scale ? Question.ScaleTo - Question.ScaleFrom + 1 : question.Options.Count;
            Rows = [.. Enumerable.Range(0, Math.Max(1, question.Rows.Count)).Select(_ => new int[columns])];
        }

        public Question Question { get; }

        public int[][] Rows { get; }

        public int Answered { get; private set; }

        public void Add(ReadOnlySpan<char> values)
        {
            Answered++;
            var row = 0;
            foreach (var part in values.Split(','))
            {
                var value = values[part];
                if (value.Length > 0)
                {
                    Rows[Question.Kind == QuestionKind.Matrix ? row : 0]
                        [int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) - (Question.Kind == QuestionKind.Scale ? Question.ScaleFrom : 0)]++;
                }

                row++;
            }
        }
    }
}
