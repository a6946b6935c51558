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
        check.Finish(125, 4000, [new OriginalitySource { MatchedWords = 500 }], [new OriginalityPassage { Words = 500 }], Now);

        Assert.Equal((CheckStatus.Done, 125, 4000, Now, 1), (check.Status, check.SimilarityPermille, check.Words, check.FinishedAt, check.Attempts));
        Assert.Single(check.Sources);
        Assert.Single(check.Passages);
    }

    [Fact]
    public void TheLastTry_FailsTheCheck()
    {
        var check = Queued();

        check.FailOnce(3, Now);
        check.FailOnce(3, Now);
        Assert.Equal((CheckStatus.Queued, 2, (DateTime?)null), (check.Status, check.Attempts, check.FinishedAt));
        check.FailOnce(3, Now);
        Assert.Equal((CheckStatus.Failed, 3, Now), (check.Status, check.Attempts, check.FinishedAt));
    }

    [Fact]
    public void OnlyAFailedCheck_IsQueuedAgain()
    {
        var check = Queued();

        Assert.IsType<StepNotAllowed>(check.Retry());
        check.FailOnce(1, Now);
        Assert.Null(check.Retry());
        Assert.Equal((CheckStatus.Queued, 0, (DateTime?)null), (check.Status, check.Attempts, check.FinishedAt));
        check.Finish(0, 10, [], [], Now);
        Assert.IsType<StepNotAllowed>(check.Retry());
    }

    private static OriginalityCheck Queued() => new()
    {
        VersionId = Guid.CreateVersion7(),
        Stage = AssessmentStage.Formative,
        QueuedAt = Now.AddMinutes(-1),
    };
}
