using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Domain.Tests.Groups;

public sealed class QuotaTests
{
    [Fact]
    public void FewerThanAreUsed_AreNotGranted()
    {
        var quota = Quota();

        Assert.Null(quota.Plan(30, 25, 20));
        Assert.Equal(new QuotaBelowUse(20), quota.Plan(30, 19, 20));
        Assert.Equal((30, 25), (quota.Planned, quota.Granted));
    }

    [Property]
    public bool MovingPlaces_MakesNoneAndLosesNone(byte granted, byte there, byte used, byte places)
    {
        var (from, to) = (Quota(), Quota());
        var taken = Math.Min(used, granted);
        from.Plan(0, granted, 0);
        to.Plan(0, there, 0);

        var error = from.MoveTo(to, places, taken);

        return from.Granted + to.Granted == granted + there && from.Granted >= taken && (error is null) == (places <= granted - taken);
    }

    private static Quota Quota() => new()
    {
        Year = 2026,
        ProgrammeId = Guid.CreateVersion7(),
        RegionId = Guid.CreateVersion7(),
        Language = Language.Kk,
        Funding = FundingSource.RepublicanBudget,
    };
}
