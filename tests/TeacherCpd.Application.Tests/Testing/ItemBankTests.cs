using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Testing;

/// <summary>The bank: who writes, who reviews, what a table brings.</summary>
public sealed class ItemBankTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person author = null!;
    private Person first = null!;
    private Person second = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        author = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        first = await app.Data.PersonAsync(Role.Assessor);
        second = await app.Data.PersonAsync(Role.Moderator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_item_is_written_reviewed_by_two_and_used()
    {
        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(author, new WriteItemCommand(id, TestData.ItemWriting()))).Error);
        Assert.Null((await app.SendAs(author, new WriteItemCommand(id, TestData.ItemWriting("Жақсырақ сұрақ")))).Error);
        Assert.Equal(1, await app.LookAsync(db => db.TestItems.CountAsync()));
        Assert.IsType<ItemNotInReview>((await app.SendAs(first, new ReviewItemCommand(id, 1, true, null))).Error);
        Assert.Null((await app.SendAs(author, new SubmitItemCommand(id))).Error);
        Assert.Null((await app.SendAs(first, new ReviewItemCommand(id, 1, true, null))).Error);
        Assert.True((await app.SendAs(second, new GetItemQuery(id))).Value.MayReview);
        Assert.False((await app.SendAs(first, new GetItemQuery(id))).Value.MayReview);
        Assert.Null((await app.SendAs(second, new ReviewItemCommand(id, 1, true, " Дұрыс. "))).Error);

        var view = (await app.SendAs(author, new GetItemQuery(id))).Value;
        Assert.Equal(ItemStatus.Approved, view.Versions[0].Status);
        Assert.Equal("Дұрыс.", view.Versions[0].Reviews[1].Words);
        Assert.Equal("Жақсырақ сұрақ", view.Versions[0].Writing.Content.TextKk);
        Assert.True(view is { MayRevise: true, MayEdit: false, MayRetire: true, MayReview: false });
        Assert.IsType<InvalidInput>((await app.SendAs(author, new RetireItemCommand(id, " "))).Error);
        Assert.Null((await app.SendAs(author, new RetireItemCommand(id, "Заң өзгерді."))).Error);
        Assert.Equal(0, (await app.SendAs(author, new GetItemsQuery(null, ItemStatus.Approved, 1))).Value.Items.Total);
        Assert.Equal(1, (await app.SendAs(author, new GetItemsQuery(TestSection.AttestationRules, ItemStatus.Retired, 1))).Value.Items.Total);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.CommissionMember)]
    public async Task Nobody_else_sees_the_bank(Role role)
    {
        var item = await app.Data.ApprovedItemAsync(author, first, second);
        var person = await app.Data.PersonAsync(role);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetItemsQuery(null, null, 1))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetItemQuery(item.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new WriteItemCommand(item.Id, TestData.ItemWriting()))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new ReviewItemCommand(item.Id, 1, true, null))).Error);
    }

    [Fact]
    public async Task Another_writer_does_not_write_in_a_draft_and_an_expert_says_it_of_the_version_that_was_seen()
    {
        var id = Guid.CreateVersion7();
        await app.SendAs(author, new WriteItemCommand(id, TestData.ItemWriting()));
        var other = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        Assert.IsType<NotAuthorOfItem>((await app.SendAs(other, new WriteItemCommand(id, TestData.ItemWriting("Басқа")))).Error);
        Assert.IsType<NotAuthorOfItem>((await app.SendAs(other, new SubmitItemCommand(id))).Error);
        await app.SendAs(author, new SubmitItemCommand(id));
        await app.SendAs(first, new ReviewItemCommand(id, 1, false, "Дереккөзде жоқ."));
        await app.SendAs(other, new ReviseItemCommand(id));
        await app.SendAs(other, new SubmitItemCommand(id));
        Assert.IsType<ItemNotInReview>((await app.SendAs(first, new ReviewItemCommand(id, 1, true, null))).Error);
        Assert.Null((await app.SendAs(first, new ReviewItemCommand(id, 2, true, null))).Error);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field()
    {
        var writing = TestData.ItemWriting();
        await AssertFaultAsync("Subject", "item_subject_needed", writing with { Section = TestSection.SubjectKnowledge });
        await AssertFaultAsync("Source", "required", writing with { Source = "" });
        await AssertFaultAsync("Source", "too_long", writing with { Source = new string('а', ItemWriting.SourceLength + 1) });
        await AssertFaultAsync("Options", "item_key_single", writing with { Content = writing.Content with { Options = [.. writing.Content.Options.Select(o => o with { IsRight = true })] } });
        await AssertFaultAsync("Section", "required", writing with { Section = (TestSection)99 });
    }

    [Fact]
    public async Task A_table_brings_drafts_and_tells_what_it_does_not_understand_and_twice_it_adds_nothing()
    {
        const string table = """
            section;subject;level;source;text_kk;text_ru;key;option1_kk;option1_ru;option2_kk;option2_ru;option3_kk;option3_ru
            правила аттестации;;знание и понимание;п. 53;Нәтиже қанша жарамды?;Сколько действителен результат?;2;алты ай;полгода;бір жыл;один год;үш жыл;три года
            AttestationRules;;Knowledge;п. 49;Қай жағдайда?;В каких случаях?;1,2;а;а;ә;б;б;в
            Физика;;Knowledge;п. 1;Сұрақ;Вопрос;1;а;а;ә;б;б;в
            AttestationRules;;Knowledge;п. 1;Сұрақ;Вопрос;4;а;а;ә;б;б;в
            AttestationRules;;Knowledge;п. 1;Сұрақ;;1;а;а;ә;б;б;в
            AttestationRules;;Knowledge;п. 1;Сұрақ;Вопрос;1;а;а;ә;;б;в
            """;
        var import = await ImportAsync(table);
        Assert.Equal((2, 0), (import.Added, import.Known));
        Assert.Equal(
            [(4, "section", "item_section_unknown"), (5, "key", "item_key_unknown"), (6, "TextRu", "required"), (7, "Options", "item_options_in_both")],
            import.Faults.Select(f => (f.Row, f.Column, f.Code)));
        Assert.Equal((0, 2), ((await ImportAsync(table)).Added, (await ImportAsync(table)).Known));

        // ids of one moment have no order: by the paragraphs 53 and 49
        var kinds = await app.LookAsync(db => db.ItemVersions.OrderByDescending(v => v.Source).Select(v => new { v.Status, v.Json, v.AuthorId }).ToListAsync());
        Assert.Equal([ItemKind.OneRight, ItemKind.SeveralRight], kinds.Select(k => ItemContent.Parse(k.Json).Kind));
        Assert.All(kinds, k => Assert.Equal((ItemStatus.Draft, author.Id), (k.Status, k.AuthorId)));

        Assert.IsType<InvalidInput>((await SendAsync("аты;жөні\nа;б\n")).Error);
    }

    private async Task<ItemImport> ImportAsync(string table) => (await SendAsync(table)).Value;

    private async Task<Result<ItemImport>> SendAsync(string table)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(table));
        return await app.SendAs(author, new ImportItemsCommand(file, "items.csv"));
    }

    private async Task AssertFaultAsync(string field, string code, ItemWriting writing)
    {
        var fault = Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(author, new WriteItemCommand(Guid.CreateVersion7(), writing))).Error).Faults);
        Assert.Equal((field, code), (fault.Field, fault.Code));
    }
}
