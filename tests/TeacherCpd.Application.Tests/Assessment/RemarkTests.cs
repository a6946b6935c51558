using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Assessment;

public sealed class RemarkTests : IAsyncLifetime
{
    private const string Text = "Сабақ жоспары осы. Мен, Тасболатова, топпен жұмыс істедім.\nСабақ жоспары осы.";

    private TestApp app = null!;
    private Person assessor = null!;
    private Work work = null!;
    private Guid sheetId;
    private IReadOnlyList<MarkEntry> marks = [];

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        assessor = await app.Data.PersonAsync(Role.Assessor);
        work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, teacher: await app.Data.PersonAsync(Role.Teacher, familyName: "Тасболатова"), text: Text);
        sheetId = (await app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()))).Value;
        marks = await app.Data.MarksAsync(work.Group, Grade.Good);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_passage_is_found_stored_by_its_place_and_shown_with_names_hidden()
    {
        var command = Remark("Мен, ▇▇▇,   топпен жұмыс");
        Assert.Null((await app.SendAs(assessor, command)).Error);
        Assert.Null((await app.SendAs(assessor, command)).Error);

        var stored = await app.LookAsync(db => db.PassageRemarks.SingleAsync());
        Assert.Equal("Мен, Тасболатова, топпен жұмыс", Text.Substring(stored.Start, stored.Length));
        Assert.Equal("Мен, Тасболатова, топпен жұмыс", stored.Quote);
        var view = (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value;
        var remark = Assert.Single(view.Sheet.Lines[1].Remarks);
        Assert.Equal((1, "Мен, ▇▇▇, топпен жұмыс", "Дәлел керек"), (remark.Number, remark.Quote, remark.Words));
        Assert.Equal("Мен, ▇▇▇, топпен жұмыс", string.Concat(view.Portfolio.Parts[0].Text.Where(p => p.Remark == 1).Select(p => p.Text)));
    }

    [Fact]
    public async Task Of_several_places_the_one_that_was_marked_is_meant()
    {
        Assert.Null((await app.SendAs(assessor, Remark("Сабақ жоспары осы.") with { Near = 50 })).Error);
        Assert.Null((await app.SendAs(assessor, Remark("Сабақ жоспары осы."))).Error);

        Assert.Equal([0, Text.LastIndexOf("Сабақ", StringComparison.Ordinal)], await app.LookAsync(db => db.PassageRemarks.OrderBy(r => r.Start).Select(r => r.Start).ToListAsync()));
    }

    [Fact]
    public async Task What_does_not_stand_in_the_text_is_refused_and_a_hidden_name_cannot_be_guessed()
    {
        Assert.IsType<QuoteNotFound>((await app.SendAs(assessor, Remark("Мұндай сөз жоқ"))).Error);
        Assert.IsType<QuoteNotFound>((await app.SendAs(assessor, Remark("Тасболатова"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(assessor, Remark("Сабақ") with { CriterionId = Guid.CreateVersion7() })).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Assessor), Remark("Сабақ"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(work.Teacher, Remark("Сабақ"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(assessor, Remark(" "))).Error);
    }

    [Fact]
    public async Task A_remark_is_taken_back_until_the_sheet_is_signed_and_then_told_to_the_teacher()
    {
        var gone = Remark("топпен");
        var stays = Remark("Тасболатова, топпен".Replace("Тасболатова", MarkedText.Hidden, StringComparison.Ordinal));
        await app.SendAs(assessor, gone);
        await app.SendAs(assessor, stays);
        Assert.Null((await app.SendAs(assessor, new DropRemarkCommand(sheetId, gone.RemarkId))).Error);
        await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, marks, "", true));
        await app.SendAs(assessor, new SignAssessmentCommand(sheetId));

        Assert.IsType<SheetAlreadySigned>((await app.SendAs(assessor, new DropRemarkCommand(sheetId, stays.RemarkId))).Error);
        Assert.IsType<SheetAlreadySigned>((await app.SendAs(assessor, Remark("Сабақ"))).Error);
        var told = (await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results[0];
        var remark = Assert.Single(told.Lines.SelectMany(l => l.Remarks));
        Assert.Equal(("Тасболатова, топпен", "Дәлел керек"), (remark.Quote, remark.Words));
        Assert.Null((await app.SendAs(work.Teacher, new PrintResultQuery(work.Enrolment.Id, told.GradingId, Language.Kk))).Error);
    }

    [Fact]
    public async Task A_trainer_remarks_on_the_own_saved_sheet()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var formative = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer, text: Text);
        var id = Guid.CreateVersion7();
        var entries = await app.Data.MarksAsync(formative.Group, Grade.Good);
        await app.SendAs(trainer, new SaveFeedbackDraftCommand(id, formative.Version.Id, entries, ""));
        var remark = new AddRemarkCommand(Guid.CreateVersion7(), id, entries[0].CriterionId, null, "Мен, Тасболатова", 0, "Жақсы");

        Assert.Null((await app.SendAs(trainer, remark)).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Trainer), remark)).Error);
        await app.SendAs(trainer, new SignFeedbackCommand(id, formative.Version.Id, entries, ""));
        var told = (await app.SendAs(formative.Teacher, new GetMyFeedbackQuery(formative.Enrolment.Id))).Value.Feedback[0];
        Assert.Equal("Мен, Тасболатова", Assert.Single(told.Sheet.Lines[0].Remarks).Quote);
    }

    [Fact]
    public async Task The_bank_is_its_owners_alone()
    {
        var keep = new KeepCommentCommand(Guid.CreateVersion7(), "A", "Дәлелді мысалмен бекітіңіз.");
        Assert.Null((await app.SendAs(assessor, keep)).Error);
        Assert.Null((await app.SendAs(assessor, keep with { CommentId = Guid.CreateVersion7() })).Error);
        var other = await app.Data.PersonAsync(Role.Assessor);

        Assert.Equal("Дәлелді мысалмен бекітіңіз.", Assert.Single((await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Bank).Text);
        Assert.IsType<NotFound>((await app.SendAs(other, new ForgetCommentCommand(keep.CommentId))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(work.Teacher, keep)).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(assessor, keep with { KeptText = new string('а', 501) })).Error);
        Assert.Null((await app.SendAs(assessor, new ForgetCommentCommand(keep.CommentId))).Error);
        Assert.Empty((await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Bank);
    }

    [Fact]
    public async Task The_bank_has_room_for_200()
    {
        await app.Data.SaveAsync(Enumerable.Range(1, BankComment.Most).Select(i => new BankComment { OwnerId = assessor.Id, Text = $"Пікір {i}" }));

        Assert.IsType<TooManyComments>((await app.SendAs(assessor, new KeepCommentCommand(Guid.CreateVersion7(), null, "Тағы"))).Error);
    }

    private AddRemarkCommand Remark(string quote) => new(Guid.CreateVersion7(), sheetId, marks[1].CriterionId, null, quote, 0, "Дәлел керек");
}
