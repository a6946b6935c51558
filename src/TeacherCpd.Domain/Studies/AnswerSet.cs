using System.Globalization;
using System.Text;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Studies;

/// <summary>
/// What one person marked in a questionnaire: numbers only. It is kept as one short text, <c>q1:2;q2:0,3;q3:8;q4:1,,0</c>: the places of the
/// options from 0, the mark of a scale from 1, for a matrix the option of each row with nothing where none was chosen. So one answer is one
/// row however many questions there are, and twenty thousand are counted in one reading.
/// </summary>
public sealed class AnswerSet
{
    private readonly Dictionary<string, IReadOnlyList<int>> marks = [];

    private AnswerSet()
    {
    }

    /// <summary>As it is kept.</summary>
    public string Packed { get; private init; } = "";

    /// <summary>Own words by question; kept apart from the marks.</summary>
    public IReadOnlyDictionary<string, string> Words { get; private init; } = new Dictionary<string, string>();

    /// <summary>What was marked in a question; empty where nothing was. A row of a matrix without a mark is -1.</summary>
    public IReadOnlyList<int> Of(string code) => marks.GetValueOrDefault(code) ?? [];

    /// <summary>Reads the values of a form. Whatever was not offered is a fault, also what no form of ours sends.</summary>
    /// <param name="content">What was asked.</param>
    /// <param name="given">Values by the name of the field: the code, for a row of a matrix code, dot and place from 0.</param>
    public static Result<AnswerSet> Read(QuestionnaireContent content, IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        var faults = new List<FieldFault>();
        var read = new Dictionary<string, IReadOnlyList<int>>();
        var words = new Dictionary<string, string>();
        foreach (var question in content.Questions)
        {
            var code = ReadOne(question, given, read, words);
            if (code is not null)
            {
                faults.Add(new FieldFault(question.Code, code, [question.Text]));
            }
        }

        if (faults.Count > 0)
        {
            return new InvalidInput(faults);
        }

        var set = new AnswerSet { Words = words, Packed = Pack(content, read) };
        foreach (var (code, values) in read)
        {
            set.marks[code] = values;
        }

        return set;
    }

    private static string? ReadOne(
        Question question, IReadOnlyDictionary<string, IReadOnlyList<string>> given, Dictionary<string, IReadOnlyList<int>> read, Dictionary<string, string> words)
    {
        var values = (given.GetValueOrDefault(question.Code) ?? []).Where(v => v.Length > 0).ToList();
        switch (question.Kind)
        {
            case QuestionKind.Open:
                var text = values.Count == 0 ? "" : values[0].ReplaceLineEndings("\n").Trim();
                if (text.Length > 0)
                {
                    words[question.Code] = text;
                }

                return text.Length > Question.WordsLength ? "answer_too_long" : question.IsRequired && text.Length == 0 ? "answer_needed" : null;

            case QuestionKind.Matrix:
                var rows = Enumerable.Range(0, question.Rows.Count)
                    .Select(row => given.GetValueOrDefault(FormattableString.Invariant($"{question.Code}.{row}")) is [var value, ..] ? value : "")
                    .Select(value => value.Length == 0 ? -1 : Number(value, 0, question.Options.Count - 1))
                    .ToList();
                if (rows.Contains(null))
                {
                    return "answer_not_offered";
                }

                if (rows.Any(r => r >= 0))
                {
                    read[question.Code] = rows.ConvertAll(r => r!.Value);
                }

                return question.IsRequired && rows.Exists(r => r < 0) ? "answer_needed" : null;

            default:
                var (from, to) = question.Kind == QuestionKind.Scale ? (Question.ScaleFrom, Question.ScaleTo) : (0, question.Options.Count - 1);
                var marks = values.Select(value => Number(value, from, to)).Distinct().ToList();
                if (marks.Contains(null) || (question.Kind != QuestionKind.Several && marks.Count > 1))
                {
                    return "answer_not_offered";
                }

                if (marks.Count > 0)
                {
                    read[question.Code] = [.. marks.Select(m => m!.Value).Order()];
                }

                return question.IsRequired && marks.Count == 0 ? "answer_needed" : null;
        }
    }

    private static int? Number(string value, int from, int to) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null;

    private static string Pack(QuestionnaireContent content, Dictionary<string, IReadOnlyList<int>> read)
    {
        var text = new StringBuilder();
        foreach (var code in content.Questions.Select(q => q.Code).Where(read.ContainsKey))
        {
            text.Append(text.Length == 0 ? "" : ";").Append(code).Append(':')
                .AppendJoin(',', read[code].Select(v => v < 0 ? "" : v.ToString(CultureInfo.InvariantCulture)));
        }

        return text.ToString();
    }
}
