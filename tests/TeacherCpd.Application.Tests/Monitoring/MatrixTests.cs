using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>The interaction matrix is filled by the group on the last day of the course.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person teacher = null!;
    private Person trainer = null!;
    private StudyGroup group = null!;
    private Enrolment enrolment = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        (teacher, trainer) = (await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Trainer));
        group = await app.Data.GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        enrolment = await app.Data.EnrolmentAsync(group, teacher);
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_participant_fills_in_what_the_plan_proposes_with_other_days_and_wishes()
    {
        var shown = await ShownAsync();
        Assert.Equal((true, false, 0), (shown.IsOpen, shown.IsFilled, shown.Revision));
        Assert.Equal(SupportPlan.Default.Select(c => (c.Kind, c.Month)), shown.Rows.Select(r => (r.Kind, r.Month)));

        Assert.Null((await FillAsync(teacher, [shown.Rows[0] with { DueOn = new DateOnly(2026, 5, 5), Wish = " Бағалау " }, .. shown.Rows.Skip(1)])).Error);

        var entries = await app.LookAsync(db => db.MatrixEntries.OrderBy(e => e.Month).ToListAsync());
        Assert.Equal(6, entries.Count);
        Assert.Equal((new DateOnly(2026, 5, 5), trainer.Id, "Бағалау", teacher.Id), (entries[0].DueOn, entries[0].TrainerId, entries[0].Wish, entries[0].FilledById));
        Assert.True((await ShownAsync()).IsFilled);
        var matrix = (await app.SendAs(trainer, new GetGroupMatrixQuery(group.Id))).Value;
        Assert.Equal((1, 1), (matrix.Filled, matrix.People.Count));
    }

    [Fact]
    public async Task Trainer_and_coordinator_fill_it_in_for_who_has_no_phone()
    {
        var shown = await ShownAsync();

        Assert.Null((await FillAsync(trainer, shown.Rows)).Error);
        Assert.Null((await FillAsync(await app.Data.PersonAsync(Role.Coordinator), [.. shown.Rows.SkipLast(1), shown.Rows[^1] with { Wish = "Талдау" }], 6)).Error);

        Assert.Equal("Талдау", await app.LookAsync(db => db.MatrixEntries.Where(e => e.Month == 11).Select(e => e.Wish).SingleAsync()));
    }

    [Fact]
    public async Task Twenty_people_of_a_group_fill_it_in_at_the_same_time()
    {
        var people = new List<(Person Person, Enrolment Enrolment)>();
        for (var i = 0; i < 20; i++)
        {
            var person = await app.Data.PersonAsync(Role.Teacher);
            people.Add((person, await app.Data.EnrolmentAsync(group, person)));
        }

        var rows = (await ShownAsync()).Rows;
        var results = await Task.WhenAll(people.Select(p => Task.Run(() => app.SendAs(p.Person, new FillMatrixCommand(p.Enrolment.Id, rows, 0)))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(120, await app.LookAsync(db => db.MatrixEntries.CountAsync()));
    }

    [Fact]
    public async Task What_two_send_for_one_participant_is_not_overwritten_unseen()
    {
        var shown = await ShownAsync();
        await FillAsync(teacher, shown.Rows);

        Assert.Null((await FillAsync(trainer, shown.Rows)).Error);
        Assert.IsType<MatrixFilledElsewhere>((await FillAsync(trainer, [shown.Rows[0] with { DueOn = new DateOnly(2026, 4, 21) }, .. shown.Rows.Skip(1)])).Error);
        Assert.IsType<MatrixFilledElsewhere>((await FillAsync(teacher, [.. shown.Rows.Skip(1)], 6)).Error);
    }

    [Theory]
    [InlineData("2026-02-20")] // the last day of the course
    [InlineData("2027-02-22")] // past the year
    [InlineData("2026-04-19")] // Sunday
    [InlineData("2026-05-01")] // holiday
    [InlineData("2026-10-20")] // the day of the other observation
    public async Task A_day_that_cannot_be_is_refused_beside_its_row(string day)
    {
        var shown = await ShownAsync();
        var wrong = new DateOnly(int.Parse(day[..4], null), int.Parse(day[5..7], null), int.Parse(day[8..], null));

        var error = (await FillAsync(teacher, [shown.Rows[0] with { DueOn = wrong }, .. shown.Rows.Skip(1)])).Error;

        Assert.StartsWith("Rows[", Assert.IsType<MatrixDayWrong>(error).Field, StringComparison.Ordinal);
        Assert.Equal(0, await app.LookAsync(db => db.MatrixEntries.CountAsync()));
    }

    [Fact]
    public async Task Before_the_last_day_and_after_closing_it_stays_as_it_is()
    {
        await app.Data.ChangeAsync(async db => db.Entry(await db.Groups.SingleAsync(g => g.Id == group.Id)).Property(g => g.EndsOn).CurrentValue = new DateOnly(2026, 2, 21));
        var shown = await ShownAsync();
        Assert.IsType<MatrixNotOpen>((await FillAsync(teacher, shown.Rows)).Error);

        // midnight in Kazakhstan
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 20, 19, 0, 0, TimeSpan.Zero));
        Assert.Null((await FillAsync(teacher, shown.Rows)).Error);
        await app.Data.ChangeAsync(async db => (await db.Groups.SingleAsync(g => g.Id == group.Id)).Close(default));
        Assert.IsType<MatrixNotOpen>((await FillAsync(teacher, [shown.Rows[0] with { Wish = "Кеш" }, .. shown.Rows.Skip(1)], 6)).Error);
    }

    [Fact]
    public async Task It_does_not_exist_for_others()
    {
        var rows = (await ShownAsync()).Rows;
        foreach (var stranger in new[] { await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Trainer), await app.Data.PersonAsync(Role.Assessor) })
        {
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetMatrixQuery(enrolment.Id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetGroupMatrixQuery(group.Id))).Error);
            Assert.IsType<NotFound>((await FillAsync(stranger, rows)).Error);
        }

        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetGroupMatrixQuery(group.Id))).Error);
        var declined = await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Declined);
        Assert.IsType<NotFound>((await app.SendAs(trainer, new GetMatrixQuery(declined.Id))).Error);
    }

    private async Task<MatrixView> ShownAsync() => (await app.SendAs(teacher, new GetMatrixQuery(enrolment.Id))).Value;

    private Task<Result<Done>> FillAsync(Person by, IReadOnlyList<MatrixRow> rows, int shown = 0) => app.SendAs(by, new FillMatrixCommand(enrolment.Id, rows, shown));
}
