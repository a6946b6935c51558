using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Originality;

public sealed class OriginalityCaseTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 2, 10);
    private static readonly DateOnly Due = Today.AddDays(10);
    private static readonly Guid Teacher = Guid.CreateVersion7();
    private static readonly Guid Trainer = Guid.CreateVersion7();
    private static readonly Guid Opener = Guid.CreateVersion7();
    private static readonly Guid Judge = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly Guid[] Parts = [Teacher, Trainer];

    public static TheoryData<OriginalityCaseStatus, OriginalityCaseStatus, bool> Steps => StateTable.Pairs<OriginalityCaseStatus>(
        "Open -> Heard, Decided",
        "Heard -> Decided",
        "Decided -> Appealed",
        "Appealed -> Closed");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(OriginalityCaseStatus from, OriginalityCaseStatus to, bool allowed) =>
        StateTable.Check(OriginalityCase.States, from, to, allowed);

    [Fact]
    public void TheTeacherIsHeard_BeforeAnybodyDecides()
    {
        var @case = Open();

        Assert.Equal(new TeacherNotHeard(Due), Decide(@case, Judge, Due));
        Assert.Null(@case.State("Бұл менің бұрынғы мақалам.", Due, Now));
        Assert.Null(Decide(@case, Judge, Today));
        Assert.Equal((OriginalityCaseStatus.Decided, OriginalityVerdict.Warning, Judge, Today.AddDays(14)), (@case.Status, @case.Verdict, @case.DecidedBy, @case.AppealDueOn));
    }

    [Fact]
    public void WhoSaysNothingInTime_IsDecidedWithoutAStatement()
    {
        var @case = Open();

        Assert.Equal(new CaseTermOver(Due), @case.State("Кеш", Due.AddDays(1), Now));
        Assert.Null(Decide(@case, Judge, Due.AddDays(1)));
        Assert.Null(@case.Statement);
    }

    [Fact]
    public void AStatement_IsGivenOnce()
    {
        var @case = Open();
        @case.State("Бірінші", Today, Now);

        Assert.IsType<StepNotAllowed>(@case.State("Екінші", Today, Now));
        Assert.Equal("Бірінші", @case.Statement);
    }

    [Fact]
    public void WhoHasAPart_DecidesNothing()
    {
        foreach (var person in new[] { Teacher, Trainer, Opener })
        {
            var @case = Open();
            @case.State("Түсініктеме", Today, Now);

            Assert.IsType<NotIndependentOfCase>(Decide(@case, person, Today));
            Assert.Equal(OriginalityCaseStatus.Heard, @case.Status);
        }
    }

    [Fact]
    public void AnAppeal_IsDecidedByAnother()
    {
        var @case = Open();
        @case.State("Түсініктеме", Today, Now);
        Decide(@case, Judge, Today);
        Assert.Equal(new CaseTermOver(Today.AddDays(14)), @case.LodgeAppeal("Келіспеймін", Today.AddDays(15), Now));
        Assert.Null(@case.LodgeAppeal("Келіспеймін", Today.AddDays(14), Now));

        foreach (var person in new[] { Judge, Trainer, Teacher, Opener })
        {
            Assert.IsType<NotIndependentOfCase>(@case.Close(AppealOutcome.SetAside, "Дәлел жеткіліксіз", person, Parts, Now));
        }

        Assert.Null(@case.Close(AppealOutcome.SetAside, "Дәлел жеткіліксіз", Other, Parts, Now));
        Assert.Equal((OriginalityCaseStatus.Closed, AppealOutcome.SetAside, Other), (@case.Status, @case.Outcome, @case.ClosedBy));
        Assert.Equal(OriginalityVerdict.Warning, @case.Verdict);
    }

    [Fact]
    public void NothingJoinsACase_ThatIsDecided()
    {
        var @case = Open();
        @case.State("Түсініктеме", Today, Now);
        Assert.Null(@case.Join(Ground(@case, Other)));
        Decide(@case, Judge, Today);

        Assert.IsType<StepNotAllowed>(@case.Join(Ground(@case, Other)));
        Assert.Equal(2, @case.Grounds.Count);
    }

    private static OriginalityCase Open()
    {
        var @case = new OriginalityCase
        {
            Number = "OR-2026-000001",
            VersionId = Guid.CreateVersion7(),
            OpenedAt = Now,
            StatementDueOn = Due,
        };
        @case.Join(Ground(@case, Opener));
        return @case;
    }

    private static CaseGround Ground(OriginalityCase @case, Guid by) => new()
    {
        CaseId = @case.Id,
        Kind = CaseGroundKind.ByHand,
        Words = "Екі бөлім сөзбе-сөз бірдей.",
        By = by,
        At = Now,
    };

    private static Error? Decide(OriginalityCase @case, Guid by, DateOnly today) =>
        @case.Decide(OriginalityVerdict.Warning, "Сілтеме жоқ", by, Parts, 14, today, Now);
}
