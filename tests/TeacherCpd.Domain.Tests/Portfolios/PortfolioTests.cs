using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Portfolios;

public sealed class PortfolioTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly HandedInFile File = new("portfolio.docx", "application/zip", 1024, new string('a', 64));

    public static TheoryData<PortfolioStatus, PortfolioStatus, bool> Steps => StateTable.Pairs<PortfolioStatus>(
        "Draft -> FormativeCheck",
        "FormativeCheck -> AwaitingFeedback",
        "AwaitingFeedback -> FeedbackGiven",
        "FeedbackGiven -> SummativeCheck",
        "SummativeCheck -> AwaitingAssessment",
        "AwaitingAssessment -> InAssessment",
        "InAssessment -> Recommended, ReAssessment",
        "ReAssessment -> SummativeCheck");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(PortfolioStatus from, PortfolioStatus to, bool allowed) =>
        StateTable.Check(Portfolio.States, from, to, allowed);

    [Theory]
    [InlineData(PortfolioStatus.Draft, AssessmentStage.Formative, PortfolioStatus.FormativeCheck)]
    [InlineData(PortfolioStatus.FeedbackGiven, AssessmentStage.Summative, PortfolioStatus.SummativeCheck)]
    [InlineData(PortfolioStatus.ReAssessment, AssessmentStage.Summative, PortfolioStatus.SummativeCheck)]
    [InlineData(PortfolioStatus.FormativeCheck, null, PortfolioStatus.FormativeCheck)]
    [InlineData(PortfolioStatus.AwaitingFeedback, null, PortfolioStatus.AwaitingFeedback)]
    [InlineData(PortfolioStatus.SummativeCheck, null, PortfolioStatus.SummativeCheck)]
    [InlineData(PortfolioStatus.AwaitingAssessment, null, PortfolioStatus.AwaitingAssessment)]
    [InlineData(PortfolioStatus.InAssessment, null, PortfolioStatus.InAssessment)]
    [InlineData(PortfolioStatus.Recommended, null, PortfolioStatus.Recommended)]
    public void AVersionIsTaken_WhereItIsDue(PortfolioStatus status, AssessmentStage? stage, PortfolioStatus then)
    {
        var portfolio = At(status);
        var before = portfolio.Versions.Count;
        var result = portfolio.HandIn(Guid.CreateVersion7(), File, Now);

        Assert.Equal(stage, result.IsOk ? result.Value.Stage : null);
        Assert.Equal(then, portfolio.Status);
        Assert.Equal(stage is null ? before : before + 1, portfolio.Versions.Count);
        Assert.Equal(stage is null ? new PortfolioTakesNoVersion(status) : null, result.Error);
    }

    [Fact]
    public void AVersion_IsNumberedAndKeepsWhatIsKnownOfItsFile()
    {
        var portfolio = At(PortfolioStatus.FeedbackGiven);
        var id = Guid.CreateVersion7();
        var version = portfolio.HandIn(id, File, Now).Value;

        Assert.Equal((id, portfolio.Id, 2, Now), (version.Id, version.PortfolioId, version.Number, version.ReceivedAt));
        Assert.Equal(File, new HandedInFile(version.FileName, version.ContentType, version.Bytes, version.Sha256));
        Assert.Equal(Now, portfolio.StatusSince);
    }

    [Fact]
    public void AStepThatIsNotAllowed_ChangesNothing()
    {
        var portfolio = new Portfolio { EnrolmentId = Guid.CreateVersion7() };

        Assert.IsType<StepNotAllowed>(portfolio.Move(PortfolioStatus.Recommended, Now));
        Assert.Equal((PortfolioStatus.Draft, default), (portfolio.Status, portfolio.StatusSince));
        Assert.Null(portfolio.Move(PortfolioStatus.FormativeCheck, Now));
        Assert.Equal((PortfolioStatus.FormativeCheck, Now), (portfolio.Status, portfolio.StatusSince));
    }

    private static Portfolio At(PortfolioStatus status)
    {
        var portfolio = new Portfolio { EnrolmentId = Guid.CreateVersion7() };
        PortfolioStatus[] way =
        [
            PortfolioStatus.AwaitingFeedback, PortfolioStatus.FeedbackGiven, PortfolioStatus.SummativeCheck,
            PortfolioStatus.AwaitingAssessment, PortfolioStatus.InAssessment,
            status == PortfolioStatus.Recommended ? PortfolioStatus.Recommended : PortfolioStatus.ReAssessment,
        ];
        var earlier = Now.AddDays(-1);
        if (status != PortfolioStatus.Draft)
        {
            portfolio.HandIn(Guid.CreateVersion7(), File, earlier);
        }

        foreach (var next in way.TakeWhile(_ => portfolio.Status != status))
        {
            Assert.Null(portfolio.Move(next, earlier));
        }

        return portfolio;
    }
}
