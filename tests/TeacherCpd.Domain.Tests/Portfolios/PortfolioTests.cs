using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Portfolios;

public sealed class PortfolioTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PortfolioPart Report = new(MaterialKind.Report, 1);
    private static readonly HandedInFile File = new("portfolio.docx", "application/zip", 1024, new string('a', 64));

    public static TheoryData<PortfolioStatus, PortfolioStatus, bool> Steps => StateTable.Pairs<PortfolioStatus>(
        "Draft -> FormativeCheck, AwaitingFeedback",
        "FormativeCheck -> AwaitingFeedback",
        "AwaitingFeedback -> FeedbackGiven, Refused",
        "FeedbackGiven -> SummativeCheck, AwaitingAssessment, Refused",
        "SummativeCheck -> AwaitingAssessment",
        "AwaitingAssessment -> InAssessment, Refused",
        "InAssessment -> Recommended, ReAssessment, Refused",
        "ReAssessment -> SummativeCheck, AwaitingAssessment, Recommended",
        "Refused -> SummativeCheck, AwaitingFeedback, FeedbackGiven, AwaitingAssessment, InAssessment");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(PortfolioStatus from, PortfolioStatus to, bool allowed) =>
        StateTable.Check(Portfolio.States, from, to, allowed);

    [Theory]
    [InlineData(PortfolioStatus.Draft, AssessmentStage.Formative, PortfolioStatus.FormativeCheck)]
    [InlineData(PortfolioStatus.FeedbackGiven, AssessmentStage.Summative, PortfolioStatus.SummativeCheck)]
    [InlineData(PortfolioStatus.ReAssessment, AssessmentStage.Summative, PortfolioStatus.SummativeCheck)]
    [InlineData(PortfolioStatus.Refused, AssessmentStage.Summative, PortfolioStatus.SummativeCheck)]
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
        var received = portfolio.Receive(Guid.CreateVersion7(), Report, File, Now, Now);
        var result = portfolio.HandIn(Guid.CreateVersion7(), [Report], true, Now);

        Assert.Equal(stage, result.IsOk ? result.Value.Stage : null);
        Assert.Equal(then, portfolio.Status);
        Assert.Equal(stage is null ? before : before + 1, portfolio.Versions.Count);
        Assert.Equal(stage is null ? new PortfolioTakesNoVersion(status) : null, result.Error);
        Assert.Equal(result.Error, received.Error);
    }

    [Fact]
    public void AVersion_IsNumberedAndHoldsTheNewestOfEachPart()
    {
        var portfolio = At(PortfolioStatus.FeedbackGiven);
        var slides = new PortfolioPart(MaterialKind.Presentation, 1);
        portfolio.Receive(Guid.CreateVersion7(), slides, File with { FileName = "old.pdf" }, Now, Now);
        var better = portfolio.Receive(Guid.CreateVersion7(), slides, File with { FileName = "new.pdf" }, Now, Now).Value;
        var id = Guid.CreateVersion7();
        var version = portfolio.HandIn(id, [Report, slides], true, Now).Value;

        Assert.Equal((id, portfolio.Id, 2, Now), (version.Id, version.PortfolioId, version.Number, version.HandedInAt));
        Assert.Equal([portfolio.Versions.First().Materials.Single(), better], version.Materials);
        Assert.Equal((2, "new.pdf"), (better.Number, better.FileName));
        Assert.Equal(Now, portfolio.StatusSince);
    }

    [Fact]
    public void AVersionWithAPartMissing_IsNotTaken()
    {
        var portfolio = At(PortfolioStatus.Draft);
        portfolio.Receive(Guid.CreateVersion7(), Report, File, Now, Now);

        Assert.Equal(new PartsMissing(1), portfolio.HandIn(Guid.CreateVersion7(), [Report, new(MaterialKind.Report, 2)], true, Now).Error);
        Assert.Equal((PortfolioStatus.Draft, 0), (portfolio.Status, portfolio.Versions.Count));
    }

    [Theory]
    [InlineData(PortfolioStatus.Draft, PortfolioStatus.AwaitingFeedback)]
    [InlineData(PortfolioStatus.FeedbackGiven, PortfolioStatus.AwaitingAssessment)]
    public void WithoutACheck_ItIsReadAtOnce(PortfolioStatus status, PortfolioStatus then)
    {
        var portfolio = At(status);
        portfolio.Receive(Guid.CreateVersion7(), Report, File, Now, Now);
        portfolio.HandIn(Guid.CreateVersion7(), [Report], false, Now);

        Assert.Equal(then, portfolio.Status);
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
            status is PortfolioStatus.Recommended or PortfolioStatus.Refused ? status : PortfolioStatus.ReAssessment,
        ];
        var earlier = Now.AddDays(-1);
        if (status != PortfolioStatus.Draft)
        {
            portfolio.Receive(Guid.CreateVersion7(), Report, File, earlier, earlier);
            portfolio.HandIn(Guid.CreateVersion7(), [Report], true, earlier);
        }

        foreach (var next in way.TakeWhile(_ => portfolio.Status != status))
        {
            Assert.Null(portfolio.Move(next, earlier));
        }

        return portfolio;
    }
}
