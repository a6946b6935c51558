using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>What the own attempt came to, by section, beside the thresholds of the knowledge test; right answers once they may be shown.</summary>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record GetMyResultQuery(Guid AttemptId) : IQuery<AttemptResult>;

/// <summary>A result.</summary>
/// <param name="IsRunning">Whether there is time left: then there is no result.</param>
/// <param name="Points">Points that hold.</param>
/// <param name="First">Points at the end of the attempt, before items were struck out.</param>
/// <param name="Sections">By section.</param>
/// <param name="Thresholds">What the knowledge test asks for, by category; empty where no edition of the rules is in force.</param>
/// <param name="Paragraph">Paragraph of these.</param>
/// <param name="AnswersFrom">From when right answers are shown (UTC).</param>
/// <param name="ShowsAnswers">Whether they are.</param>
/// <param name="AppealUntil">Until when appeals are taken (UTC).</param>
/// <param name="MayAppeal">Whether they are taken now.</param>
public sealed record AttemptResult(
    Guid Id, LocalizedText Title, bool IsRunning, DateTime? EndedAt, int Points, int First, int Total, int PerMille, IReadOnlyList<SectionResult> Sections,
    IReadOnlyList<TestThresholdView> Thresholds, string Paragraph, DateTime AnswersFrom, bool ShowsAnswers, DateTime AppealUntil, bool MayAppeal,
    IReadOnlyList<AnsweredQuestion> Questions);

/// <summary>The result of a section.</summary>
public sealed record SectionResult(TestSection Section, string Subject, int Points, int Total, int PerMille);

/// <summary>What the knowledge test asks for.</summary>
/// <param name="IsClaimed">Whether the teacher has an open case for the category.</param>
/// <param name="IsReached">Whether this result would reach it.</param>
public sealed record TestThresholdView(string Category, int Percent, bool IsClaimed, bool IsReached);

/// <summary>A question that was shown, with the own answer.</summary>
/// <param name="Chosen">Places of the options chosen.</param>
/// <param name="Key">Places of the right options; null while they are not shown.</param>
/// <param name="HasPoint">Whether it has its point; null while keys are not shown.</param>
/// <param name="Appeal">The own appeal; null for none.</param>
public sealed record AnsweredQuestion(
    QuestionView Question, AnswerOutcome Outcome, IReadOnlyList<int> Chosen, IReadOnlyList<int>? Key, bool? HasPoint, bool IsStruckOut, AppealView? Appeal);

/// <summary>An appeal, as the teacher sees it.</summary>
public sealed record AppealView(AppealGround Ground, string Reason, DateTime FiledAt, ItemAppealStatus Status, string Decision, DateTime? DecidedAt);

internal sealed class GetMyResultHandler(IAppDbContext db, CurrentUser user, TestingRules rules, TimeProvider time) : IRequestHandler<GetMyResultQuery, Result<AttemptResult>>
{
    public async Task<Result<AttemptResult>> Handle(GetMyResultQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var attempt = await db.TestAttempts.AsNoTracking().Include(a => a.Answers).Include(a => a.Scores).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == request.AttemptId && a.PersonId == me, cancellationToken);
        if (attempt is null)
        {
            return new NotFound();
        }

        var test = await db.TrialTests.AsNoTracking().SingleAsync(t => t.Id == attempt.TestId, cancellationToken);
        var now = time.UtcNow();
        if (attempt.EndedAt is null && now < attempt.EndsAt)
        {
            return new AttemptResult(attempt.Id, test.Title, true, null, 0, 0, attempt.Answers.Count, 0, [], [], "", attempt.EndsAt, false, attempt.EndsAt, false, []);
        }

        var items = await db.ScoredItemsAsync(attempt.Answers.Select(a => a.VersionId), cancellationToken);

        // its time is over and nothing has written that down yet: the same scoring, not kept
        attempt.End(now, items);
        var appeals = await db.ItemAppeals.AsNoTracking().Where(a => a.AttemptId == attempt.Id).ToDictionaryAsync(a => a.Position, cancellationToken);
        var (endedAt, score) = (attempt.EndedAt!.Value, attempt.Score!);
        var answersFrom = test.AnswersFrom(endedAt, rules);
        var shows = now >= answersFrom;
        var (thresholds, paragraph) = await ThresholdsAsync(score, cancellationToken);
        return new AttemptResult(
            attempt.Id,
            test.Title,
            false,
            endedAt,
            score.Points,
            attempt.Scores.MinBy(s => s.Number)!.Points,
            score.Total,
            Rounded.PerMille(score.Points, score.Total),
            [.. attempt.Answers.OrderBy(a => a.Position).GroupBy(a => (a.Section, a.Subject)).Select(g =>
                new SectionResult(g.Key.Section, g.Key.Subject, AttemptScoring.Points(g), g.Count(), Rounded.PerMille(AttemptScoring.Points(g), g.Count())))],
            thresholds,
            paragraph,
            answersFrom,
            shows,
            test.AppealUntil(endedAt, rules),
            now < test.AppealUntil(endedAt, rules),
            [.. attempt.Answers.Where(a => a.IsSeen).OrderBy(a => a.Position).Select(a => new AnsweredQuestion(
                GetMyAttemptHandler.QuestionOf(attempt, a, items[a.VersionId].Content),
                a.Outcome,
                a.Choice,
                shows ? items[a.VersionId].Content.Key : null,
                shows ? AttemptScoring.HasPoint(a) : null,
                a.IsCredited,
                appeals.TryGetValue(a.Position, out var appeal) ? new AppealView(appeal.Ground, appeal.Reason, appeal.FiledAt, appeal.Status, appeal.Decision, appeal.DecidedAt) : null))]);
    }

    private async Task<(IReadOnlyList<TestThresholdView> Thresholds, string Paragraph)> ThresholdsAsync(AttemptScore score, CancellationToken cancellationToken)
    {
        if (await Evaluation.InForceAsync(db, time.Today(), cancellationToken) is not { } edition)
        {
            return ([], "");
        }

        var me = user.Me;
        var claimed = await db.AttestationCases
            .Where(c => c.PersonId == me && c.Status != AttestationCaseStatus.Decided && c.Status != AttestationCaseStatus.Withdrawn && c.Status != AttestationCaseStatus.Refused)
            .OrderByDescending(c => c.OpenedAt)
            .Select(c => c.ClaimedCategory)
            .FirstOrDefaultAsync(cancellationToken);
        var ladders = RuleBook.Read(edition.Json).Ladders;

        // whose case is on another ladder sees that one
        var ladder = ladders.Values.FirstOrDefault(l => claimed is not null && l.TestPercent.ContainsKey(claimed)) ?? ladders[Ladder.Teacher];
        return (
            [.. ladder.Categories.Where(ladder.TestPercent.ContainsKey).Select(c =>
                new TestThresholdView(c, ladder.TestPercent[c], c == claimed, score.Points * 100 >= ladder.TestPercent[c] * score.Total))],
            ladder.TestParagraph);
    }
}
