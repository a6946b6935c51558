using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Tests.Assessment;

public sealed class NameHiderTests
{
    [Theory]
    [InlineData("Қонысбаева", "Қонысбаева жазды", "▇▇▇ жазды")]
    [InlineData("Қонысбаева", "отчёт Конысбаевой", "отчёт ▇▇▇")]
    [InlineData("Қонысбаева", "ҚОНЫСБАЕВА А.", "▇▇▇ А.")]
    [InlineData("Айгүл", "Айгүлдің сабағы, айгүл", "▇▇▇ сабағы, ▇▇▇")]
    [InlineData("Айгүл", "вместе с Айгулем", "вместе с ▇▇▇")]
    [InlineData("Ахметова-Сейтова", "Сейтова мен Ахметова", "▇▇▇ мен ▇▇▇")]
    [InlineData("Ким", "киммен кездестім, Ким", "киммен кездестім, ▇▇▇")]
    [InlineData("Дана", "данышпан оқушы", "данышпан оқушы")]
    [InlineData("Әлия", "бұл Әлихан емес, Әлияның", "бұл ▇▇▇ емес, ▇▇▇")]
    [InlineData("", "Ештеңе жоқ.", "Ештеңе жоқ.")]
    public void Names_are_hidden_with_their_endings_and_in_either_spelling(string name, string text, string shown)
    {
        Assert.Equal(shown, Shown(text, [name], []));
    }

    [Fact]
    public void A_school_is_hidden_where_it_stands_and_a_name_in_it_does_not_break_that()
    {
        Assert.Equal("Біз ▇▇▇ ұжымымыз", Shown("Біз Айгүл атындағы мектеп ұжымымыз", ["Айгүл"], ["айгүл атындағы мектеп", ""]));
    }

    [Fact]
    public void A_matched_passage_stays_one_around_a_hidden_name()
    {
        const string text = "Кіріспе. Сабақты Айгүл өткізді. Соңы.";
        var passage = new OriginalityPassage { Start = 9, Length = 22 };

        var parts = MarkedText.Of(text, [passage], NameHider.Find(text, ["Айгүл"], []));

        Assert.Equal([("Кіріспе. ", false), ("Сабақты ▇▇▇ өткізді.", true), (" Соңы.", false)], parts.Select(p => (p.Text, p.IsMatched)));
    }

    [Fact]
    public void Passages_that_overlap_or_reach_past_the_end_are_marked_once()
    {
        OriginalityPassage[] passages = [new() { Start = 0, Length = 4 }, new() { Start = 2, Length = 3 }, new() { Start = 8, Length = 90 }];

        Assert.Equal([("01234", true), ("567", false), ("89", true)], MarkedText.Of("0123456789", passages).Select(p => (p.Text, p.IsMatched)));
        Assert.Empty(MarkedText.Of("", passages));
    }

    private static string Shown(string text, string[] names, string[] phrases) =>
        string.Concat(MarkedText.Of(text, [], NameHider.Find(text, names, phrases)).Select(p => p.Text));
}
