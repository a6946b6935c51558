using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Tests.Groups;

public sealed class EnrolmentTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Somebody = Guid.CreateVersion7();

    [Theory]
    [InlineData(ApplicationSteps.None, "")]
    [InlineData(ApplicationSteps.Branch, "Branch")]
    [InlineData(ApplicationSteps.School | ApplicationSteps.Branch, "School, Branch")]
    [InlineData(ApplicationSteps.Branch | ApplicationSteps.Region | ApplicationSteps.School, "School, Region, Branch")]
    public void TheStepsFollowEachOther(ApplicationSteps steps, string order)
    {
        var enrolment = Applied().Asking(steps);
        var taken = new List<ApplicationSteps>();
        while (!enrolment.IsApproved)
        {
            taken.Add(enrolment.AwaitedStep);
            Assert.Null(enrolment.Approve(enrolment.AwaitedStep, steps, Somebody, Now));
        }

        Assert.Equal(order, string.Join(", ", taken));
        Assert.Equal(taken, enrolment.Decisions.Select(d => d.Step));
    }

    [Fact]
    public void NobodyDecidesForAnother()
    {
        const ApplicationSteps steps = ApplicationSteps.School | ApplicationSteps.Branch;
        var enrolment = Applied().Asking(steps);

        Assert.Equal(new NotYourStep(ApplicationSteps.School), enrolment.Approve(ApplicationSteps.Branch, steps, Somebody, Now));
        Assert.Empty(enrolment.Decisions);
        Assert.Null(enrolment.Accept(Now));
        Assert.Equal(new NotYourStep(ApplicationSteps.None), enrolment.Approve(ApplicationSteps.School, steps, Somebody, Now));
    }

    [Fact]
    public void WhoAppliesAgain_BeginsAtTheEnd()
    {
        var enrolment = Applied().Asking(ApplicationSteps.None);
        Assert.Null(enrolment.Wait(1));
        Assert.Null(enrolment.Withdraw("busy", Now));

        Assert.Null(enrolment.ApplyAgain(EnrolmentOrigin.Nomination, null, Somebody, null, Now.AddDays(1)));

        Assert.Equal(
            (EnrolmentStatus.Applied, null, null, Now.AddDays(1), EnrolmentOrigin.Nomination, Somebody),
            (enrolment.Status, enrolment.WaitingNumber, enrolment.LeaveReason, enrolment.AppliedAt, enrolment.Origin, enrolment.SchoolId));
    }

    private static Enrolment Applied() => new() { GroupId = Somebody, PersonId = Somebody, ListenerCode = "ABCDEFGH", AppliedAt = Now };
}
