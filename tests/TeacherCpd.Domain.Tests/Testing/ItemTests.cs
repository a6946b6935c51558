using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Domain.Tests.Testing;

/// <summary>The life of an item: written by one, reviewed by others, never changed once it was seen.</summary>
public sealed class ItemTests
{
    private static readonly DateTime At = new(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = Guid.CreateVersion7();
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public void Two_experts_approve_a_version_and_the_next_one_retires_it()
    {
        var item = InReview();
        Assert.Null(item.Review(First, true, "", 2, At));
        Assert.Equal(ItemStatus.InReview, item.Newest.Status);
        Assert.Null(item.Current);
        Assert.IsType<ItemReviewedBefore>(item.Review(First, true, "", 2, At));
        Assert.Null(item.Review(Second, true, "", 2, At));
        Assert.Equal(1, item.Current!.Number);

        Assert.IsType<ItemFixed>(item.Write(Author, Writing(0)));
        Assert.Null(item.Revise(Second, At));
        Assert.IsType<ItemVersionUnderway>(item.Revise(Author, At));
        Assert.IsType<NotAuthorOfItem>(item.Write(Author, Writing(1)));
        Assert.Null(item.Write(Second, Writing(1)));
        Assert.IsType<NotAuthorOfItem>(item.Submit(Author, At));
        Assert.Null(item.Submit(Second, At));
        Assert.Equal(1, item.Current!.Number);

        // whoever wrote any version reviews none
        Assert.IsType<OwnItem>(item.Review(Second, true, "", 2, At));
        Assert.IsType<OwnItem>(item.Review(Author, true, "", 2, At));
        Assert.Null(item.Review(First, true, "", 2, At));
        Assert.Null(item.Review(Guid.CreateVersion7(), true, "", 2, At));
        Assert.Equal(2, item.Current!.Number);
        Assert.Equal([ItemStatus.Retired, ItemStatus.Approved], item.Versions.OrderBy(v => v.Number).Select(v => v.Status));
        Assert.Equal([0], item.Versions.Single(v => v.Number == 1).Content.Key);
    }

    [Fact]
    public void One_objection_returns_a_version_and_says_why()
    {
        var item = InReview();
        Assert.IsType<ObjectionWithoutWords>(item.Review(First, false, "", 2, At));
        Assert.Equal(ItemStatus.InReview, item.Newest.Status);
        Assert.Null(item.Review(First, false, "Екі жауап дұрыс.", 2, At));
        Assert.Equal(ItemStatus.Returned, item.Newest.Status);
        Assert.IsType<ItemNotInReview>(item.Review(Second, true, "", 2, At));
        Assert.IsType<ItemNotInUse>(item.Retire("қате", At));
        Assert.Null(item.Revise(Author, At));
        Assert.Equal("Екі жауап дұрыс.", item.Versions.Single(v => v.Number == 1).Reviews.Single().Words);
    }

    [Theory]
    [InlineData(ItemKind.OneRight, 3, new[] { 0 }, null)]
    [InlineData(ItemKind.OneRight, 2, new[] { 0 }, "item_options_count")]
    [InlineData(ItemKind.OneRight, 8, new[] { 7 }, null)]
    [InlineData(ItemKind.OneRight, 9, new[] { 0 }, "item_options_count")]
    [InlineData(ItemKind.OneRight, 3, new int[0], "item_key_single")]
    [InlineData(ItemKind.OneRight, 3, new[] { 0, 1 }, "item_key_single")]
    [InlineData(ItemKind.SeveralRight, 3, new[] { 0, 1 }, null)]
    [InlineData(ItemKind.SeveralRight, 3, new[] { 0 }, "item_key_multiple")]
    [InlineData(ItemKind.SeveralRight, 3, new[] { 0, 1, 2 }, "item_key_multiple")]
    public void What_is_wrong_with_an_item_is_found(ItemKind kind, int options, int[] key, string? code) =>
        Assert.Equal(code, Content(kind, options, key).Fault()?.Code);

    [Fact]
    public void A_text_an_option_in_each_language_is_needed_and_no_two_are_alike()
    {
        var content = Content(ItemKind.OneRight, 3, [0]);
        Assert.Equal("required", (content with { TextRu = "" }).Fault()?.Code);
        Assert.Equal("item_text_too_long", (content with { TextKk = new string('а', ItemContent.TextLength + 1) }).Fault()?.Code);
        Assert.Null((content with { TextKk = new string('а', ItemContent.TextLength) }).Fault());
        Assert.Equal("item_options_in_both", (content with { Options = [.. content.Options.Take(2), new ItemOption("үш", "", false)] }).Fault()?.Code);
        Assert.Equal("item_options_alike", (content with { Options = [.. content.Options.Take(2), new ItemOption("ҮШ", content.Options[0].Ru, false)] }).Fault()?.Code);
        Assert.Equal(content.ToJson(), ItemContent.Parse(content.ToJson()).ToJson());
    }

    [Theory]
    [InlineData(ItemKind.OneRight, new[] { 0 }, true, true)]
    [InlineData(ItemKind.OneRight, new[] { 1 }, true, false)]
    [InlineData(ItemKind.OneRight, new int[0], false, false)]
    [InlineData(ItemKind.OneRight, new[] { 0, 1 }, false, false)]
    [InlineData(ItemKind.OneRight, new[] { 3 }, false, false)]
    [InlineData(ItemKind.OneRight, new[] { -1 }, false, false)]
    [InlineData(ItemKind.SeveralRight, new[] { 1, 0 }, true, true)]
    [InlineData(ItemKind.SeveralRight, new[] { 0 }, true, false)]
    [InlineData(ItemKind.SeveralRight, new[] { 0, 0 }, false, false)]
    [InlineData(ItemKind.SeveralRight, new[] { 0, 1, 2 }, true, false)]
    public void Only_the_whole_key_and_nothing_else_is_right(ItemKind kind, int[] chosen, bool isOffered, bool isRight)
    {
        var content = Content(kind, 3, kind == ItemKind.OneRight ? [0] : [0, 1]);
        Assert.Equal(isOffered, content.Offers(chosen));
        Assert.Equal(isRight, isOffered && content.IsRight(chosen));
    }

    private static TestItem InReview()
    {
        var item = TestItem.Begin(Guid.CreateVersion7(), 1, Author, Writing(0), At);
        Assert.Null(item.Submit(Author, At));
        return item;
    }

    internal static ItemContent Content(ItemKind kind, int options, int[] key) => new(
        kind, "Сұрақ", "Вопрос", [.. Enumerable.Range(0, options).Select(i => new ItemOption($"нұсқа {i}", $"вариант {i}", key.Contains(i)))]);

    private static ItemWriting Writing(int key) => new(TestSection.AttestationRules, "", ItemLevel.Knowledge, "53-тармақ", Content(ItemKind.OneRight, 3, [key]));
}
