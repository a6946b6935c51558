using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Tests.Groups;

public sealed class TimetableTests
{
    private static readonly Guid Trainer = Guid.CreateVersion7();
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    [Fact]
    public void TheProposal_HasADayOfEachPhase_OnWorkingDaysOnly()
    {
        // 176 hours: seven days of classroom, twenty of practice, five of classroom
        var phases = new[] { Phase(1, PhaseKind.Classroom, 56, 7), Phase(2, PhaseKind.SchoolPractice, 80, 20), Phase(3, PhaseKind.Classroom, 40, null) };

        var plan = Timetable.Propose(phases, new DateOnly(2026, 3, 5), new TimeOnly(9, 0), Almaty, Trainer, "204", null);

        var days = plan.Select(p => DateOnly.FromDateTime(p.Begins.AddHours(5))).ToList();
        Assert.Equal((7, 20, 5), (plan.Count(p => p.Phase == 1), plan.Count(p => p.Phase == 2), plan.Count(p => p.Phase == 3)));
        Assert.All(days, day => Assert.True(WorkingDays.Contain(day)));
        Assert.Equal(days.Order().Distinct(), days);
        Assert.DoesNotContain(new DateOnly(2026, 3, 23), days);
        Assert.All(plan.Where(p => p.Kind == PhaseKind.SchoolPractice), p => Assert.Equal((null, null), (p.TrainerId, p.Room)));
        Assert.All(plan.Where(p => p.Kind == PhaseKind.Classroom), p => Assert.Equal((Trainer, "204"), (p.TrainerId, p.Room)));
        Assert.Equal(new DateTime(2026, 3, 5, 4, 0, 0, DateTimeKind.Utc), plan[0].Begins);
    }

    [Theory]
    [InlineData(9, 11, 11, 13, false)]
    [InlineData(9, 12, 11, 13, true)]
    [InlineData(9, 17, 11, 13, true)]
    [InlineData(11, 13, 9, 17, true)]
    public void SessionsThatTouch_DoNotClash(int from, int to, int otherFrom, int otherTo, bool clashes)
    {
        var found = Timetable.Clashes([Session(from, to)], [new BusySession(Session(otherFrom, otherTo), "G-2", true, 0)]);

        Assert.Equal(clashes, found.Any(c => c is { Kind: ClashKind.Trainer, OtherGroup: "G-2", Row: 0 }));
    }

    [Fact]
    public void ARoom_IsTheSameRoomHoweverItIsWritten_InTheSameBranchOnly()
    {
        var mine = Session(9, 12) with { TrainerId = null, Room = "каб. 204" };
        var other = Session(10, 11) with { TrainerId = null, Room = "Каб 204" };

        Assert.Equal(ClashKind.Room, Assert.Single(Timetable.Clashes([mine], [new BusySession(other, "G-2", true, 0)])).Kind);
        Assert.Empty(Timetable.Clashes([mine], [new BusySession(other, "G-2", false, 0)]));
    }

    [Fact]
    public void PeopleInBothGroups_AndSessionsOfTheSameGroup_Clash()
    {
        var mine = Session(9, 12) with { TrainerId = null };

        Assert.Equal(ClashKind.Participants, Assert.Single(Timetable.Clashes([mine], [new BusySession(mine, "G-2", false, 2)])).Kind);
        Assert.Equal((ClashKind.SameGroup, 1), (Timetable.Clashes([mine, mine], [])[0].Kind, Timetable.Clashes([mine, mine], [])[0].Row));
    }

    [Theory]
    [InlineData("2026-11-27", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-12-16", false)]
    [InlineData("2026-10-25", false)]
    [InlineData("2026-03-24", true)]
    public void HolidaysAndWeekends_AreNoWorkingDays(string day, bool works) =>
        Assert.Equal(works, WorkingDays.Contain(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private static ProgrammePhase Phase(int order, PhaseKind kind, int hours, int? days) => new() { Order = order, Kind = kind, Hours = hours, Days = days };

    private static SessionPlan Session(int from, int to) => new(
        1,
        PhaseKind.Classroom,
        new DateTime(2026, 3, 5, from, 0, 0, DateTimeKind.Utc),
        new DateTime(2026, 3, 5, to, 0, 0, DateTimeKind.Utc),
        Trainer,
        null,
        null);
}
