using TeacherCpd.Application.Assessment;

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
    public void What_is_hidden_keeps_the_rest_in_place()
    {
        const string text = "Айгүл, Айгүл";

        var parts = MarkedText.Of(text, [], NameHider.Find(text, ["Айгүл"], []));

        Assert.Equal(["▇▇▇", ", ", "▇▇▇"], parts.Select(p => p.Text));
    }

    private static string Shown(string text, string[] names, string[] phrases) =>
        string.Concat(MarkedText.Of(text, [], NameHider.Find(text, names, phrases)).Select(p => p.Text));
}
