using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Domain.Tests.Studies;

/// <summary>What a form sends becomes marks, and nothing that was not offered does.</summary>
public sealed class AnswerSetTests
{
    private static readonly QuestionnaireContent Content = new(
    [
        Asked("q1", QuestionKind.One, isRequired: true, options: 3),
        Asked("q2", QuestionKind.Several, options: 4),
        Asked("q3", QuestionKind.Scale),
        Asked("q4", QuestionKind.Matrix, options: 2, rows: 3),
        Asked("q5", QuestionKind.Open),
    ]);

    [Fact]
    public void Marks_are_packed_in_the_order_of_the_questions_and_words_stand_apart()
    {
        var set = Read(("q5", [" Рақмет\r\nбәріне "]), ("q4.0", ["1"]), ("q4.2", ["0"]), ("q3", ["10"]), ("q2", ["3", "0", "3"]), ("q1", ["2"])).Value;

        Assert.Equal("q1:2;q2:0,3;q3:10;q4:1,,0", set.Packed);
        Assert.Equal("Рақмет\nбәріне", Assert.Single(set.Words).Value);
        Assert.Equal([1, -1, 0], set.Of("q4"));
    }

    [Fact]
    public void Only_what_is_needed_is_asked_for()
    {
        Assert.Equal("q1:0", Read(("q1", ["0"])).Value.Packed);
        Assert.Equal([("q1", "answer_needed")], FaultsOf(Read(("q2", ["1"]))));
    }

    [Theory]
    [InlineData("q1", "3")]
    [InlineData("q1", "-1")]
    [InlineData("q1", "x")]
    [InlineData("q1", " 1")]
    [InlineData("q2", "4")]
    [InlineData("q3", "0")]
    [InlineData("q3", "11")]
    [InlineData("q4.1", "2")]
    public void What_was_not_offered_is_refused(string field, string value)
    {
        var faults = FaultsOf(field == "q1" ? Read((field, [value])) : Read(("q1", ["0"]), (field, [value])));

        Assert.Equal([(field.Split('.')[0], "answer_not_offered")], faults);
    }

    [Theory]
    [InlineData("3", "1")]
    [InlineData("3", "10")]
    public void The_ends_of_the_scale_are_offered(string number, string value) => Assert.Equal($"q1:0;q{number}:{value}", Read(("q1", ["0"]), ($"q{number}", [value])).Value.Packed);

    [Fact]
    public void Two_marks_where_one_is_asked_for_are_refused() => Assert.Equal([("q1", "answer_not_offered")], FaultsOf(Read(("q1", ["0", "1"]))));

    [Fact]
    public void Words_may_be_as_long_as_the_table_holds_and_no_longer()
    {
        Assert.Null(Read(("q1", ["0"]), ("q5", [new string('ә', Question.WordsLength)])).Error);
        Assert.Equal([("q5", "answer_too_long")], FaultsOf(Read(("q1", ["0"]), ("q5", [new string('ә', Question.WordsLength + 1)]))));
    }

    internal static Question Asked(string code, QuestionKind kind, bool isRequired = false, int options = 0, int rows = 0, string? need = null) => new(
        code, kind, Text(code), KirkpatrickLevel.Reaction, isRequired,
        [.. Enumerable.Range(0, options).Select(i => Text($"нұсқа {i}"))], [.. Enumerable.Range(0, rows).Select(i => Text($"жол {i}"))], need);

    private static LocalizedText Text(string words) => new(words, words, words);

    private static Result<AnswerSet> Read(params (string Field, string[] Values)[] given) =>
        AnswerSet.Read(Content, given.ToDictionary(g => g.Field, g => (IReadOnlyList<string>)g.Values));

    private static IEnumerable<(string, string)> FaultsOf(Result<AnswerSet> result) => Assert.IsType<InvalidInput>(result.Error).Faults.Select(f => (f.Field, f.Code));
}
