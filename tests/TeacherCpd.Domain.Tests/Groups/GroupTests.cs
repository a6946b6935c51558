using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Groups;

public sealed class GroupTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<GroupStatus, GroupStatus, bool> GroupSteps => StateTable.Pairs<GroupStatus>(
        "Recruiting -> Studying, Cancelled",
        "Studying -> Closed");

    public static TheoryData<EnrolmentStatus, EnrolmentStatus, bool> EnrolmentSteps => StateTable.Pairs<EnrolmentStatus>(
        "Applied -> Accepted, WaitingList, Declined, Withdrawn",
        "WaitingList -> Accepted, Declined, Withdrawn",
        "Accepted -> Recommended, NotRecommended, NotCompleted, Absent, NoShow, Withdrawn, Transferred",
        "Withdrawn -> Applied",
        "NotRecommended -> Recommended, Accepted");

    [Theory]
    [MemberData(nameof(GroupSteps))]
    public void OnlyTheseStepsOfAGroupAreAllowed(GroupStatus from, GroupStatus to, bool allowed) =>
        StateTable.Check(StudyGroup.States, from, to, allowed);

    [Theory]
    [MemberData(nameof(EnrolmentSteps))]
    public void OnlyTheseStepsOfAnEnrolmentAreAllowed(EnrolmentStatus from, EnrolmentStatus to, bool allowed) =>
        StateTable.Check(Enrolment.States, from, to, allowed);

    [Fact]
    public void AGroup_StartsAndCloses()
    {
        var group = Group();

        Assert.IsType<StepNotAllowed>(group.Close(Now));
        Assert.Null(group.ClosedAt);
        Assert.Null(group.Start(1));
        Assert.IsType<StepNotAllowed>(group.Start(1));
        Assert.Null(group.Close(Now));
        Assert.IsType<StepNotAllowed>(group.Close(Now.AddDays(1)));
        Assert.Equal((GroupStatus.Closed, Now), (group.Status, group.ClosedAt));
    }

    [Fact]
    public void AnApplication_IsDecidedOnce()
    {
        var accepted = Applied();
        var declined = Applied();

        Assert.Null(accepted.Accept(Now));
        Assert.IsType<StepNotAllowed>(accepted.Decline("full", Now.AddDays(1)));
        Assert.Equal((EnrolmentStatus.Accepted, Now, null), (accepted.Status, accepted.DecidedAt, accepted.DeclineReason));
        Assert.Null(declined.Decline("full", Now));
        Assert.IsType<StepNotAllowed>(declined.Accept(Now.AddDays(1)));
        Assert.Equal((EnrolmentStatus.Declined, Now, "full"), (declined.Status, declined.DecidedAt, declined.DeclineReason));
    }

    [Theory]
    [InlineData(EnrolmentStatus.Recommended, false)]
    [InlineData(EnrolmentStatus.NotRecommended, true)]
    [InlineData(EnrolmentStatus.NotCompleted, false)]
    public void OnlyTheUnsatisfactory_AreAssessedAgain(EnrolmentStatus outcome, bool again)
    {
        var enrolment = Applied();
        Assert.IsType<StepNotAllowed>(enrolment.Finish(outcome));
        enrolment.Accept(Now);

        Assert.Null(enrolment.Finish(outcome));
        Assert.Equal(again, enrolment.Finish(EnrolmentStatus.Recommended) is null);
    }

    private static StudyGroup Group() => new()
    {
        Code = "L01-2026-007",
        ProgrammeVersionId = Guid.CreateVersion7(),
        BranchId = Guid.CreateVersion7(),
        Language = Language.Kk,
        StartsOn = new DateOnly(2026, 3, 1),
        EndsOn = new DateOnly(2026, 4, 1),
        TrainerId = Guid.CreateVersion7(),
        Capacity = 25,
    };

    private static Enrolment Applied() => new()
    {
        GroupId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        ListenerCode = "K7Q2",
        AppliedAt = Now.AddDays(-1),
    };
}
