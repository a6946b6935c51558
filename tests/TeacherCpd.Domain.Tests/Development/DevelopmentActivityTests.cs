using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Development;

public sealed class DevelopmentActivityTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 2, 10);
    private static readonly Guid Teacher = Guid.CreateVersion7();
    private static readonly Guid School = Guid.CreateVersion7();

    private static readonly ActivityFacts Seminar = new(
        DevelopmentKind.Seminar, "Бағалау", "Әдістемелік кабинет", Today.AddDays(-1), Today, 8, new Evidence(null, "№ 7", null), null);

    public static TheoryData<ActivityStatus, ActivityStatus, bool> Steps => StateTable.Pairs<ActivityStatus>(
        "Recorded -> Recorded, Confirmed, Returned, Withdrawn",
        "Returned -> Recorded, Withdrawn");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(ActivityStatus from, ActivityStatus to, bool allowed) =>
        StateTable.Check(DevelopmentActivity.States, from, to, allowed);

    [Fact]
    public void WhatCannotBeRight_IsRefused()
    {
        Assert.IsType<ActivityDaysReversed>(Record(Seminar with { From = Today, To = Today.AddDays(-1) }).Error);
        Assert.IsType<ActivityNotOver>(Record(Seminar with { To = Today.AddDays(1) }).Error);
        Assert.IsType<EvidenceMissing>(Record(Seminar with { Evidence = new Evidence(null, null, null) }).Error);
        Assert.IsType<PairMissing>(Record(Seminar with { Kind = DevelopmentKind.Mentoring }).Error);
        Assert.IsType<PairWithOneself>(Record(Seminar with { Kind = DevelopmentKind.Mentoring, Pair = new Pair(Teacher, MentoringSide.Mentor, "") }).Error);
        Assert.True(Record(Seminar).IsOk);
    }

    [Fact]
    public void AReturnedActivity_WaitsAgainOnceItIsCorrected()
    {
        var activity = Record(Seminar).Value;

        Assert.Null(activity.Return(School, "Нөмірі қате", Now));
        Assert.Equal((ActivityStatus.Returned, "Нөмірі қате"), (activity.Status, activity.ReturnReason));
        Assert.IsType<StepNotAllowed>(activity.Confirm(School, Now));
        Assert.Null(activity.Correct(Seminar with { Hours = 6 }, Now, Today));
        Assert.Equal((ActivityStatus.Recorded, null, 6), (activity.Status, activity.ReturnReason, activity.Hours));
        Assert.Null(activity.Confirm(School, Now));
        Assert.IsType<StepNotAllowed>(activity.Correct(Seminar, Now, Today));
        Assert.IsType<StepNotAllowed>(activity.Withdraw(Now));
        Assert.Equal(6, activity.Hours);
    }

    [Fact]
    public void ARefusedCorrection_ChangesNothing()
    {
        var activity = Record(Seminar).Value;

        Assert.IsType<ActivityNotOver>(activity.Correct(Seminar with { Title = "Басқа", To = Today.AddDays(3) }, Now, Today));
        Assert.Equal("Бағалау", activity.Title);
    }

    [Fact]
    public void Nobody_DecidesAboutTheirOwn()
    {
        var activity = Record(Seminar).Value;

        Assert.Equal(new OwnActivity(), activity.Confirm(Teacher, Now));
        Assert.Equal(new OwnActivity(), activity.Return(Teacher, "", Now));
        Assert.Equal(ActivityStatus.Recorded, activity.Status);
    }

    [Theory]
    [InlineData("https://example.kz/a?b=1", true)]
    [InlineData("http://example.kz", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("example.kz", false)]
    [InlineData("/my/record", false)]
    [InlineData("", false)]
    public void OnlyAWholeSecureAddress_IsALink(string text, bool expected) => Assert.Equal(expected, Evidence.IsLink(text));

    private static Result<DevelopmentActivity> Record(ActivityFacts facts) =>
        DevelopmentActivity.Record(Guid.CreateVersion7(), Teacher, facts, Now, Today);
}
