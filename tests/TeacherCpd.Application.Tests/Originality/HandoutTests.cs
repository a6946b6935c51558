using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Originality;

public sealed class HandoutTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        administrator = await app.Data.PersonAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_handout_is_registered_once_however_often_the_form_is_sent_and_retired_once()
    {
        var programme = (await app.Data.ProgrammeAsync()).ProgrammeId;
        var command = new RegisterHandoutCommand(Guid.CreateVersion7(), " Жоспар үлгісі ", programme, SampleTexts.Lesson);

        Assert.Null((await app.SendAs(administrator, command)).Error);
        Assert.Null((await app.SendAs(administrator, command)).Error);

        var row = Assert.Single((await app.SendAs(administrator, new GetHandoutsQuery())).Value.Handouts);
        Assert.Equal(("Жоспар үлгісі", 0), (row.Title, row.Checks));
        Assert.NotNull(row.Programme);
        Assert.Equal(SampleTexts.Lesson, await app.LookAsync(db => db.HandoutTexts.Select(t => t.Text).SingleAsync()));
        Assert.Null((await app.SendAs(administrator, new RetireHandoutCommand(row.Id))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(administrator, new RetireHandoutCommand(row.Id))).Error);
        Assert.Equal(app.Time.UtcNow(), Assert.Single((await app.SendAs(administrator, new GetHandoutsQuery())).Value.Handouts).RetiredAt);
    }

    [Fact]
    public async Task The_same_text_is_not_registered_twice_for_one_programme_while_it_is_in_use()
    {
        var first = (await RegisterAsync("Бірінші")).Value;

        Assert.IsType<HandoutIsKnown>((await RegisterAsync("Екінші")).Error);
        Assert.Null((await RegisterAsync("Бағдарламаға", (await app.Data.ProgrammeAsync()).ProgrammeId)).Error);
        await app.SendAs(administrator, new RetireHandoutCommand(first));
        Assert.Null((await RegisterAsync("Үшінші")).Error);
    }

    [Theory]
    [InlineData("", SampleTexts.Lesson, typeof(InvalidInput))]
    [InlineData("Тым қысқа", "бір екі үш", typeof(HandoutTooShort))]
    public async Task What_could_excuse_nothing_is_refused(string title, string text, Type expected)
    {
        var refused = await app.SendAs(administrator, new RegisterHandoutCommand(Guid.CreateVersion7(), title, null, text));

        Assert.IsType(expected, refused.Error);
    }

    [Fact]
    public async Task An_unknown_programme_or_handout_does_not_exist()
    {
        Assert.IsType<NotFound>((await RegisterAsync("Үлгі", Guid.CreateVersion7())).Error);
        Assert.IsType<NotFound>((await app.SendAs(administrator, new RetireHandoutCommand(Guid.CreateVersion7()))).Error);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    public Task Other_roles_may_not(Role role) => MayNotAsync(app.Data.PersonAsync(role));

    [Fact]
    public Task An_administrator_of_a_region_may_not_since_it_reaches_over_all() =>
        MayNotAsync(app.Data.PersonAsync(Role.Administrator, w => w.Region));

    [Fact]
    public async Task A_version_taken_out_of_the_comparison_is_compared_with_no_more()
    {
        var (owner, place) = await app.Data.ParticipantAsync();
        var source = await app.Data.HandInAsync(owner, place, SampleTexts.Lesson);
        await app.SendAsSystem(new RunOriginalityCheckCommand(source.Id));
        var before = await CopyAsync();

        Assert.IsType<InvalidInput>((await app.SendAs(administrator, new WithdrawFromComparisonCommand(source.Id, " "))).Error);
        Assert.Null((await app.SendAs(administrator, new WithdrawFromComparisonCommand(source.Id, "Қате файл"))).Error);
        Assert.Null((await app.SendAs(administrator, new WithdrawFromComparisonCommand(source.Id, "Қайта жіберілді"))).Error);

        Assert.Equal("Қате файл", await app.LookAsync(db => db.ComparisonWithdrawals.Select(w => w.Reason).SingleAsync()));
        Assert.Equal(1000, await PermilleAsync(before));
        await app.SendAs(administrator, new WithdrawFromComparisonCommand(before, "Қате файл"));
        Assert.Equal(0, await PermilleAsync(await CopyAsync()));
        Assert.IsType<NotFound>((await app.SendAs(administrator, new WithdrawFromComparisonCommand(Guid.CreateVersion7(), "Жоқ"))).Error);
    }

    [Fact]
    public async Task A_withdrawn_own_version_excuses_nothing_in_the_next()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var (owner, place) = await app.Data.ParticipantAsync(group);
        var mistaken = await app.Data.HandInAsync(owner, place, SampleTexts.Lesson);
        await app.SendAsSystem(new RunOriginalityCheckCommand(mistaken.Id));
        await app.Data.MoveAsync(place, PortfolioStatus.FeedbackGiven);
        await app.SendAs(administrator, new WithdrawFromComparisonCommand(mistaken.Id, "Әріптесінің файлы"));
        await CopyAsync();

        var second = await app.Data.HandInAsync(owner, place, SampleTexts.Lesson);
        await app.SendAsSystem(new RunOriginalityCheckCommand(second.Id));

        Assert.Equal(1000, await PermilleAsync(second.Id));
    }

    private async Task MayNotAsync(Task<Person> somebody)
    {
        var person = await somebody;
        var (owner, place) = await app.Data.ParticipantAsync();
        var check = await app.Data.HandInAsync(owner, place, SampleTexts.Reading);

        Assert.IsType<Forbidden>((await app.SendAs(person, new GetHandoutsQuery())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new ReadHandoutQuery(new MemoryStream("мәтін"u8.ToArray()), "a.txt"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new RegisterHandoutCommand(Guid.CreateVersion7(), "Үлгі", null, SampleTexts.Lesson))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new RetireHandoutCommand(Guid.CreateVersion7()))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new WithdrawFromComparisonCommand(check.Id, "Қате файл"))).Error);
        Assert.False(await app.LookAsync(db => db.Handouts.AnyAsync()));
        Assert.False(await app.LookAsync(db => db.IndexedDocuments.AnyAsync(d => d.Status == IndexedDocumentStatus.Withdrawn)));
    }

    private async Task<Guid> CopyAsync()
    {
        var (teacher, place) = await app.Data.ParticipantAsync();
        var check = await app.Data.HandInAsync(teacher, place, SampleTexts.Lesson);
        Assert.Null((await app.SendAsSystem(new RunOriginalityCheckCommand(check.Id))).Error);
        return check.Id;
    }

    private Task<int?> PermilleAsync(Guid checkId) =>
        app.LookAsync(db => db.OriginalityChecks.Where(c => c.Id == checkId).Select(c => c.SimilarityPermille).SingleAsync());

    private Task<Result<Guid>> RegisterAsync(string title, Guid? programme = null) =>
        app.SendAs(administrator, new RegisterHandoutCommand(Guid.CreateVersion7(), title, programme, SampleTexts.Lesson));
}
