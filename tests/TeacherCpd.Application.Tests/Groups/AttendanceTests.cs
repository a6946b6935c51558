using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class AttendanceTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person trainer = null!;
    private Person teacher = null!;
    private StudyGroup group = null!;
    private Enrolment enrolment = null!;
    private Session session = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        group = await app.Data.GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        enrolment = await app.Data.EnrolmentAsync(group, teacher);
        session = await app.Data.SessionAsync(group);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_roster_is_saved_and_read_back_from_the_stored_rows()
    {
        var absent = await app.Data.EnrolmentAsync(group);

        var saved = await app.SendAs(trainer, new SaveRosterCommand(session.Id, [new(enrolment.Id, Presence.Late, null), new(absent.Id, Presence.Absent, AbsenceReason.Illness)]));

        Assert.Equal(new RosterSaved(1, 1), saved.Value);
        var roster = (await app.SendAs(trainer, new GetRosterQuery(session.Id))).Value;
        Assert.Equal((Presence.Late, null), (Of(enrolment).Presence, Of(enrolment).Reason));
        Assert.Equal((Presence.Absent, AbsenceReason.Illness), (Of(absent).Presence, Of(absent).Reason));

        RosterRow Of(Enrolment one) => roster.People.Single(p => p.EnrolmentId == one.Id);
    }

    [Fact]
    public async Task Strangers_to_the_group_see_and_mark_nothing()
    {
        var foreign = await app.Data.EnrolmentAsync(await app.Data.GroupAsync());
        var otherTrainer = await app.Data.PersonAsync(Role.Trainer);
        var otherBranch = await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch);

        foreach (var stranger in new[] { otherTrainer, otherBranch })
        {
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetRosterQuery(session.Id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new SaveRosterCommand(session.Id, []))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new OpenAttendanceCommand(session.Id, 5))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetAttendanceCodeQuery(session.Id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetGroupAttendanceQuery(group.Id))).Error);
        }

        Assert.IsType<NotFound>((await app.SendAs(trainer, new SaveRosterCommand(session.Id, [new(foreign.Id, Presence.Present, null)]))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetRosterQuery(session.Id))).Error);
    }

    [Fact]
    public async Task A_trainer_of_one_session_and_the_coordinator_of_the_branch_take_attendance_too()
    {
        var guest = await app.Data.PersonAsync(Role.Trainer);
        await app.Data.SessionAsync(group, TestApp.Start.UtcDateTime.AddHours(3), trainer: guest);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        foreach (var person in new[] { guest, coordinator })
        {
            Assert.Null((await app.SendAs(person, new GetRosterQuery(session.Id))).Error);
            Assert.Equal(2, (await app.SendAs(person, new GetSessionsQuery())).Value.Today.Count);
        }
    }

    [Fact]
    public async Task The_code_on_the_screen_marks_the_person_once_for_this_session()
    {
        Assert.Null((await app.SendAs(trainer, new OpenAttendanceCommand(session.Id, 15))).Error);
        var code = (await app.SendAs(trainer, new GetAttendanceCodeQuery(session.Id))).Value.Code!;

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SendAs(teacher, new CheckInCommand(session.Id, code))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(1, await app.LookAsync(db => db.AttendanceMarks.CountAsync()));
        var mine = (await app.SendAs(teacher, new GetMyAttendanceQuery(session.Id))).Value;
        Assert.Equal((Presence.Present, TestApp.Start.UtcDateTime), (mine.Presence, mine.MarkedAt));
        var screen = (await app.SendAs(trainer, new GetAttendanceCodeQuery(session.Id))).Value;
        Assert.Equal((1, 1), (screen.Came, screen.Latest.Count));
    }

    [Theory]
    [InlineData(45, null)]
    [InlineData(90, typeof(AttendanceCodeWrong))]
    [InlineData(3600, typeof(AttendanceWindowClosed))]
    public async Task A_picture_of_the_code_used_later_counts_for_nothing(int seconds, Type? refusal)
    {
        await app.SendAs(trainer, new OpenAttendanceCommand(session.Id, 15));
        var code = (await app.SendAs(trainer, new GetAttendanceCodeQuery(session.Id))).Value.Code!;
        app.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(refusal, (await app.SendAs(teacher, new CheckInCommand(session.Id, code))).Error?.GetType());
        Assert.Equal(refusal is null ? 1 : 0, await app.LookAsync(db => db.AttendanceMarks.CountAsync()));
    }

    [Fact]
    public async Task A_code_serves_for_no_other_session_and_for_no_stranger()
    {
        var other = await app.Data.SessionAsync(group, TestApp.Start.UtcDateTime.AddHours(3));
        await app.SendAs(trainer, new OpenAttendanceCommand(session.Id, 15));
        await app.SendAs(trainer, new OpenAttendanceCommand(other.Id, 15));
        var code = (await app.SendAs(trainer, new GetAttendanceCodeQuery(session.Id))).Value.Code!;

        Assert.IsType<AttendanceCodeWrong>((await app.SendAs(teacher, new CheckInCommand(other.Id, code))).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new CheckInCommand(session.Id, code))).Error);
    }

    [Fact]
    public async Task Whom_the_trainer_marked_absent_does_not_mark_themselves_present()
    {
        await app.SendAs(trainer, new OpenAttendanceCommand(session.Id, 15));
        var code = (await app.SendAs(trainer, new GetAttendanceCodeQuery(session.Id))).Value.Code!;
        await app.SendAs(trainer, new SaveRosterCommand(session.Id, [new(enrolment.Id, Presence.Absent, null)]));

        Assert.IsType<MarkedAbsent>((await app.SendAs(teacher, new CheckInCommand(session.Id, code))).Error);
    }

    [Fact]
    public async Task The_secret_of_the_codes_is_not_in_the_audit()
    {
        await app.SendAs(trainer, new OpenAttendanceCommand(session.Id, 15));

        var secret = await app.LookAsync(db => db.AttendanceWindows.Select(w => w.Secret).SingleAsync());
        var audit = string.Concat(await app.LookAsync(db => db.AuditProcesses.SelectMany(p => p.Events).Where(e => e.Record == nameof(AttendanceWindow)).Select(e => e.Values).ToListAsync()));
        Assert.Contains("Secret", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(secret)[..10], audit, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(secret)[..10], audit, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Attendance_is_taken_from_the_day_of_the_session_until_the_group_is_closed()
    {
        var tomorrow = await app.Data.SessionAsync(group, TestApp.Start.UtcDateTime.AddDays(1));
        var closed = await app.Data.GroupAsync(trainer: trainer, status: GroupStatus.Closed);
        var over = await app.Data.SessionAsync(closed);

        Assert.IsType<AttendanceNotOpen>((await app.SendAs(trainer, new SaveRosterCommand(tomorrow.Id, [new(enrolment.Id, Presence.Present, null)]))).Error);
        Assert.IsType<AttendanceNotOpen>((await app.SendAs(trainer, new OpenAttendanceCommand(tomorrow.Id, 5))).Error);
        Assert.IsType<AttendanceNotOpen>((await app.SendAs(trainer, new SaveRosterCommand(over.Id, []))).Error);
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.Null((await app.SendAs(trainer, new SaveRosterCommand(tomorrow.Id, [new(enrolment.Id, Presence.Present, null)]))).Error);
        Assert.IsType<AttendanceNotOpen>((await app.SendAs(trainer, new OpenAttendanceCommand(tomorrow.Id, 5))).Error);
    }

    [Fact]
    public async Task Attendance_moves_along_with_whoever_is_transferred()
    {
        await app.Data.MarkAsync(session, enrolment);
        var missed = await app.Data.SessionAsync(group, TestApp.Start.UtcDateTime.AddHours(3));
        await app.Data.MarkAsync(missed, enrolment, Presence.Absent);
        var to = await app.Data.GroupAsync(await app.LookAsync(db => db.ProgrammeVersions.SingleAsync(v => v.Id == group.ProgrammeVersionId)), trainer, GroupStatus.Studying);
        var before = await app.Data.SessionAsync(to, TestApp.Start.UtcDateTime.AddDays(-1));
        await app.Data.MarkAsync(before, await app.Data.EnrolmentAsync(to));
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new TransferEnrolmentCommand(enrolment.Id, to.Id, "Себеп"));
        var next = await app.LookAsync(db => db.Enrolments.SingleAsync(e => e.TransferredFromId == enrolment.Id));
        app.Time.Advance(TimeSpan.FromDays(1));
        var after = await app.Data.SessionAsync(to, app.Time.GetUtcNow().UtcDateTime);
        await app.Data.MarkAsync(after, next);

        var mine = (await app.SendAs(teacher, new GetMyCoursesQuery())).Value.Courses.Single(c => c.EnrolmentId == next.Id);

        Assert.Equal(new AttendanceShare(2, 3), mine.Attendance);
    }

    [Theory]
    [InlineData(3, 80, false)]
    [InlineData(4, 80, true)]
    [InlineData(0, 0, true)]
    public async Task The_least_share_decides_who_hands_in_for_the_grade(int attended, int minimum, bool admitted)
    {
        var course = await app.Data.GroupAsync(await app.Data.ProgrammeAsync(minimumAttendance: minimum), trainer, GroupStatus.Studying);
        var mine = await app.Data.EnrolmentAsync(course, teacher);
        await app.Data.PortfolioAsync(mine, PortfolioStatus.FeedbackGiven);
        for (var i = 0; i < 5; i++)
        {
            var one = await app.Data.SessionAsync(course, TestApp.Start.UtcDateTime.AddDays(-i - 1));
            await app.Data.MarkAsync(one, mine, i < attended ? Presence.Present : Presence.Absent);
        }

        var report = new ReceivedReport(new HandedInFile("есеп.txt", "text/plain", 10, new string('b', 64)), "Жаңа есеп", 0, 0);
        var result = await app.Data.HandInAsync(teacher, mine.Id, report);

        Assert.Equal(admitted ? null : new AttendanceTooLow(60, minimum), result.Error);
    }

    [Fact]
    public async Task Of_three_hundred_listed_two_hundred_and_twenty_nine_came()
    {
        // the figures of the 2022 report, L4727 to L4733
        var version = await app.Data.ProgrammeAsync();
        var came = 0;
        for (var g = 0; g < 30; g++)
        {
            var one = await app.Data.GroupAsync(version, trainer, GroupStatus.Studying);
            var held = await app.Data.SessionAsync(one);
            foreach (var person in (await app.Data.PeopleInAsync(one, 10)).Take(g < 19 ? 8 : 7))
            {
                await app.Data.MarkAsync(held, person);
                came++;
            }
        }

        var report = (await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new GetNoShowsQuery(2026, 1))).Value;

        Assert.Equal(229, came);
        Assert.Equal((300, 229, 763, 30), (report.Ordered, report.Came, report.CamePerMille, report.Groups.Total));
        Assert.Equal(Enumerable.Repeat(3, 11).Concat(Enumerable.Repeat(2, 9)), report.Groups.Items.Select(g => g.Missing));
    }

    [Fact]
    public async Task Closing_tells_who_never_came_from_who_missed_too_much_and_who_was_absent_from_assessment()
    {
        await app.LookAsync(db => db.ProgrammeVersions.ExecuteUpdateAsync(v => v.SetProperty(x => x.MinimumAttendance, 75)));
        var never = await app.Data.EnrolmentAsync(group);
        var seldom = await app.Data.EnrolmentAsync(group);
        var later = await app.Data.SessionAsync(group, TestApp.Start.UtcDateTime.AddDays(-1));
        foreach (var (one, first, second) in new[] { (enrolment, Presence.Present, Presence.Late), (seldom, Presence.Absent, Presence.Present), (never, Presence.Absent, Presence.Absent) })
        {
            await app.Data.MarkAsync(session, one, first);
            await app.Data.MarkAsync(later, one, second);
        }

        Assert.Null((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new CloseGroupCommand(group.Id))).Error);

        Assert.Equal(EnrolmentStatus.NoShow, await StatusAsync(never));
        Assert.Equal(EnrolmentStatus.NotCompleted, await StatusAsync(seldom));
        Assert.Equal(EnrolmentStatus.Absent, await StatusAsync(enrolment));
    }

    private Task<EnrolmentStatus> StatusAsync(Enrolment one) => app.LookAsync(db => db.Enrolments.Where(e => e.Id == one.Id).Select(e => e.Status).SingleAsync());
}
