using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Whether a step of the path is behind, at hand or ahead.</summary>
public enum StepState
{
    /// <summary>Ahead.</summary>
    Ahead,

    /// <summary>At hand.</summary>
    Here,

    /// <summary>Behind.</summary>
    Done,
}

/// <summary>A step on the way of a portfolio.</summary>
/// <param name="TextKey">Key of its text.</param>
/// <param name="State">Whether it is behind, at hand or ahead.</param>
/// <param name="At">When it happened, where that is known.</param>
/// <param name="Checks">The checks that the step is about; null: none.</param>
public sealed record PathStep(string TextKey, StepState State, DateTime? At = null, IReadOnlyList<CheckView>? Checks = null);

/// <summary>The way of a portfolio as its owner sees it: one table from state to steps.</summary>
internal static class PortfolioPath
{
    public static IReadOnlyList<PathStep> Of(PortfolioStatus status, IReadOnlyList<VersionView> newestFirst, bool isChecked)
    {
        var here = status switch
        {
            PortfolioStatus.Draft => 0,
            PortfolioStatus.FormativeCheck => 1,
            PortfolioStatus.AwaitingFeedback => 2,
            PortfolioStatus.FeedbackGiven => 3,
            PortfolioStatus.SummativeCheck => 4,
            PortfolioStatus.AwaitingAssessment or PortfolioStatus.InAssessment => 5,
            PortfolioStatus.ReAssessment or PortfolioStatus.Refused => 6,
            _ => 7,
        };
        var first = newestFirst.Count > 0 ? newestFirst[^1] : null;
        var graded = newestFirst.FirstOrDefault(v => v.Stage == AssessmentStage.Summative);
        PathStep[] steps =
        [
            new("portfolio.path.received", StepState.Ahead, first?.HandedInAt),
            new("portfolio.path.checked", StepState.Ahead, Checks: [.. first?.Checks ?? []]),
            new("portfolio.path.feedback", StepState.Ahead),
            new("portfolio.path.new_version", StepState.Ahead, graded?.HandedInAt),
            new("portfolio.path.checked_again", StepState.Ahead, Checks: [.. graded?.Checks ?? []]),
            new("portfolio.path.assessment", StepState.Ahead),
            new(
                status switch
                {
                    PortfolioStatus.Recommended => "portfolio.path.recommended",
                    PortfolioStatus.ReAssessment => "portfolio.path.re_assessment",
                    PortfolioStatus.Refused => "portfolio.path.refused",
                    _ => "portfolio.path.result",
                },
                StepState.Ahead),
        ];
        return
        [
            .. steps
                .Select((step, i) => step with { State = i < here ? StepState.Done : i == here ? StepState.Here : StepState.Ahead })
                .Where(step => isChecked || step.Checks is null),
        ];
    }
}
