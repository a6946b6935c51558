namespace TeacherCpd.Originality.Tests;

public sealed class MemoryIndexTests
{
    private static readonly string[] Texts = Samples.All;

    [Fact]
    public void A_text_finds_itself_first_and_the_order_of_adding_changes_nothing()
    {
        var forward = Index(0, 1, 2);
        var backward = Index(2, 1, 0);

        for (var i = 0; i < Texts.Length; i++)
        {
            var text = PreparedText.From(Texts[i]);
            Assert.Equal(IdOf(i), forward.Find(text)[0].Document);
            Assert.Equal(forward.Find(text), backward.Find(text));
        }
    }

    [Fact]
    public void A_document_added_after_a_look_up_is_found_too()
    {
        var index = Index(0);
        var text = PreparedText.From(Texts[1]);
        Assert.DoesNotContain(index.Find(text), c => c.Document == IdOf(1));

        index.Add(IdOf(1), Fingerprints.OfDocument(text));

        Assert.Equal(2, index.Count);
        Assert.Equal(IdOf(1), index.Find(text)[0].Document);
    }

    [Fact]
    public void An_empty_index_and_an_empty_text_find_nothing()
    {
        Assert.Empty(new MemoryIndex().Find(PreparedText.From(Texts[0])));
        Assert.Empty(Index(0, 1, 2).Find(PreparedText.From("")));
    }

    private static MemoryIndex Index(params int[] order)
    {
        var index = new MemoryIndex();
        foreach (var i in order)
        {
            index.Add(IdOf(i), Fingerprints.OfDocument(PreparedText.From(Texts[i])));
        }

        return index;
    }

    private static Guid IdOf(int i) => new(i + 1, 0, 0, new byte[8]);
}
