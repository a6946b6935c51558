using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Domain.Tests.Originality;

public sealed class OriginalityCheckTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void ACheckThatHasNotFinished_HasNoFigure()
    {
        var check = Queued();

        Assert.Equal(CheckStatus.Queued, check.Status);
        Assert.Null(check.SimilarityPermille);
        Assert.Null(check.Words);
    }

    [Fact]
    public void AFinishedCheck_KeepsWhatWasFound()
    {
        var check = Queued();
        check.Finish(
            new CheckFindings(125, 110, 60, 4000, 300, [new OriginalitySource { MatchedWords = 500 }], [new OriginalityPassage { Words = 500 }], [new OriginalityExclusion { Words = 300 }]),
            Now.AddSeconds(-2),
            Now);

        Assert.Equal((CheckStatus.Done, 125, 4000, Now, 1), (check.Status, check.SimilarityPermille, check.Words, check.FinishedAt, check.Attempts));
        Assert.Equal((110, 60, 300), (check.Sc1Permille, check.Sc2Permille, check.ExcludedWords));
        Assert.Single(check.Sources);
        Assert.Single(check.Passages);
        Assert.Single(check.Exclusions);
    }

    [Fact]
    public void TheLastTry_FailsTheCheck()
    {
        var check = Queued();

        check.FailOnce(3, Now.AddSeconds(-2), Now);
        check.FailOnce(3, Now.AddSeconds(-2), Now);
        Assert.Equal((CheckStatus.Queued, 2, (DateTime?)null), (check.Status, check.Attempts, check.FinishedAt));
        check.FailOnce(3, Now.AddSeconds(-2), Now);
        Assert.Equal((CheckStatus.Failed, 3, Now), (check.Status, check.Attempts, check.FinishedAt));
    }

    [Fact]
    public void OnlyAFailedCheck_IsQueuedAgain()
    {
        var check = Queued();

        Assert.IsType<StepNotAllowed>(check.Retry(Now));
        check.FailOnce(1, Now.AddSeconds(-2), Now);
        Assert.Null(check.Retry(Now));
        Assert.Equal((CheckStatus.Queued, 0, (DateTime?)null), (check.Status, check.Attempts, check.FinishedAt));
        check.Finish(new CheckFindings(0, 0, 0, 10, 0, [], [], []), Now, Now);
        Assert.IsType<StepNotAllowed>(check.Retry(Now));
    }

    [Fact]
    public void EveryTry_KeepsItsTimes()
    {
        var check = Queued();
        check.FailOnce(2, Now.AddSeconds(10), Now.AddSeconds(12));
        check.FailOnce(2, Now.AddSeconds(60), Now.AddSeconds(61));
        check.Retry(Now.AddMinutes(5));
        Assert.Equal(Now.AddMinutes(5), check.WaitingSince);
        check.Finish(new CheckFindings(0, 0, 0, 10, 0, [], [], []), Now.AddMinutes(6), Now.AddMinutes(7));

        Assert.Equal(
            [(1, Now.AddSeconds(10), Now.AddSeconds(12), false), (2, Now.AddSeconds(60), Now.AddSeconds(61), false), (3, Now.AddMinutes(6), Now.AddMinutes(7), true)],
            check.Tries.Select(t => (t.Number, t.StartedAt, t.EndedAt, t.Succeeded)));
        Assert.Equal((1, CheckStatus.Done), (check.Attempts, check.Status));
    }

    private static OriginalityCheck Queued() => new()
    {
        VersionId = Guid.CreateVersion7(),
        MaterialId = Guid.CreateVersion7(),
        Stage = AssessmentStage.Formative,
        QueuedAt = Now.AddMinutes(-1),
    };
}
