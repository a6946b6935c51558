using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class TimetableTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person coordinator = null!;
    private Person trainer = null!;
    private StudyGroup group = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        trainer = await app.Data.PersonAsync(Role.Trainer);
        group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeOfRegisterAsync("P77", TestData.Text("Команда"), ProgrammeVersionStatus.Listed));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_phases_make_a_proposal_that_is_not_saved()
    {
        var form = (await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value;

        Assert.True(form.IsProposal);
        Assert.Equal(7 + 20 + 5, form.Rows.Count);
        Assert.Equal(0, await app.LookAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task What_is_saved_comes_back_and_is_changed_as_a_whole()
    {
        Assert.Null((await SaveAsync(Row(3, 9, 12), Row(4, 9, 12))).Error);
        var form = (await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value;
        Assert.Equal([9, 9], form.Rows.Select(r => r.From!.Value.Hour));

        Assert.Null((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, form.Stamp, [form.Rows[0] with { Room = "204" }], false))).Error);

        var only = Assert.Single((await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value.Rows);
        Assert.Equal((form.Rows[0].Id, "204"), (only.Id, only.Room));
    }

    [Fact]
    public async Task Who_saves_over_anothers_change_is_told_and_nothing_is_lost()
    {
        var stamp = (await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value.Stamp;
        Assert.Null((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, stamp, [Row(3, 9, 12)], false))).Error);

        Assert.IsType<GroupChangedMeanwhile>((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, stamp, [Row(4, 9, 12)], false))).Error);
    }

    [Fact]
    public async Task A_clash_of_trainer_room_or_people_is_shown_before_it_is_saved()
    {
        var other = await app.Data.OpenGroupAsync();
        await app.Data.SessionAsync(other, new DateTime(2026, 3, 3, 5, 0, 0, DateTimeKind.Utc), trainer: trainer, room: "204 каб.");
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.EnrolmentAsync(other, teacher);
        await app.Data.EnrolmentAsync(group, teacher);
        var row = Row(3, 9, 12) with { TrainerId = trainer.Id, Room = "204 КАБ" };

        var check = (await app.SendAs(coordinator, new CheckTimetableQuery(group.Id, [row]))).Value;
        var refused = await SaveAsync(row);

        Assert.Equal([ClashKind.Trainer, ClashKind.Room, ClashKind.Participants], check.Clashes.Select(c => c.Kind));
        Assert.All(check.Clashes, c => Assert.Equal((1, other.Code), (c.Row, c.OtherGroup)));
        Assert.Equal(new TimetableClashes(3), refused.Error);
        Assert.Null((await SaveAsync(despite: true, row)).Error);
        Assert.Empty((await app.SendAs(coordinator, new CheckTimetableQuery(group.Id, [row with { Day = row.Day!.Value.AddDays(1) }]))).Value.Clashes);
    }

    [Fact]
    public async Task Every_fault_stands_at_its_field()
    {
        var result = await SaveAsync(Row(3, 12, 9), Row(3, 9, 12) with { Day = new DateOnly(2027, 1, 1), Link = "javascript:alert(1)" }, Row(3, 9, 12) with { From = null });

        Assert.Equal(
            ["Rows[0].To session_ends_before", "Rows[1].Day session_outside_group", "Rows[1].Link link_wrong", "Rows[2].From required"],
            Assert.IsType<InvalidInput>(result.Error).Faults.Select(f => $"{f.Field} {f.Code}"));
    }

    [Fact]
    public async Task A_session_with_attendance_stays_on_its_day()
    {
        Assert.Null((await SaveAsync(Row(3, 9, 12))).Error);
        var session = await app.LookAsync(db => db.Sessions.SingleAsync());
        await app.Data.MarkAsync(session, await app.Data.EnrolmentAsync(group));
        var form = (await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value;

        Assert.Equal(new SessionHasMarks(new DateOnly(2026, 3, 3)), (await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, form.Stamp, [], false))).Error);
        var moved = form.Rows[0] with { Day = new DateOnly(2026, 3, 4) };
        Assert.IsType<SessionHasMarks>((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, form.Stamp, [moved], false))).Error);
        var later = form.Rows[0] with { From = new TimeOnly(10, 0) };
        Assert.Null((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, form.Stamp, [later], false))).Error);
    }

    [Fact]
    public async Task Sessions_of_another_group_are_not_touched_through_this_one()
    {
        var other = await app.Data.SessionAsync(await app.Data.OpenGroupAsync(), new DateTime(2026, 3, 3, 5, 0, 0, DateTimeKind.Utc));

        Assert.IsType<NotFound>((await SaveAsync(Row(4, 9, 12) with { Id = other.Id })).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), new GetTimetableQuery(group.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new GetTimetableQuery(group.Id))).Error);
    }

    [Fact]
    public async Task A_calendar_shows_what_one_attends_and_leads_and_its_address_can_be_ended()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.EnrolmentAsync(group, teacher);
        var session = await app.Data.SessionAsync(group, new DateTime(2026, 3, 3, 5, 0, 0, DateTimeKind.Utc), trainer: trainer);
        await app.Data.SessionAsync(await app.Data.OpenGroupAsync(), new DateTime(2026, 3, 3, 5, 0, 0, DateTimeKind.Utc));

        foreach (var (person, leads) in new[] { (teacher, false), (trainer, true) })
        {
            var mine = Assert.Single((await app.SendAs(person, new GetMyCalendarQuery())).Value.Sessions);
            Assert.Equal((session.Id, leads), (mine.Id, mine.Leads));
        }

        var first = (await app.SendAs(teacher, new MakeCalendarFeedCommand())).Value;
        var second = (await app.SendAs(teacher, new MakeCalendarFeedCommand())).Value;
        Assert.IsType<NotFound>((await app.SendAs(null, new GetCalendarFeedQuery(first))).Error);
        Assert.Equal(session.Id, Assert.Single((await app.SendAs(null, new GetCalendarFeedQuery(second))).Value.Sessions).Id);
        Assert.Null((await app.SendAs(teacher, new EndCalendarFeedCommand())).Error);
        Assert.IsType<NotFound>((await app.SendAs(null, new GetCalendarFeedQuery(second))).Error);
        Assert.DoesNotContain(second, string.Concat(await app.LookAsync(db => db.AuditProcesses.SelectMany(p => p.Events).Select(e => e.Values).ToListAsync())), StringComparison.Ordinal);
    }

    private async Task<Result<Done>> SaveAsync(bool despite, params SessionRow[] rows)
    {
        var form = (await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value;
        return await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, form.Stamp, rows, despite));
    }

    private Task<Result<Done>> SaveAsync(params SessionRow[] rows) => SaveAsync(false, rows);

    private static SessionRow Row(int day, int from, int to) => new(
        null, 1, PhaseKind.Classroom, new DateOnly(2026, 3, day), new TimeOnly(from, 0), new TimeOnly(to, 0), null, null, null);
}
