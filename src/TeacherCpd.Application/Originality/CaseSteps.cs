using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>The history of a case out of its own records: nothing is kept beside them.</summary>
internal static class CaseSteps
{
    /// <summary>The steps, in no order.</summary>
    /// <param name="case">Case.</param>
    /// <param name="reviews">What people said of passages of its reports.</param>
    /// <param name="notices">What the teacher was told.</param>
    /// <param name="names">Names of those who are named.</param>
    public static IEnumerable<CaseStep> Of(
        OriginalityCase @case, IEnumerable<PassageReview> reviews, IEnumerable<CaseNotice> notices, IReadOnlyDictionary<Guid, string> names)
    {
        foreach (var ground in @case.Grounds)
        {
            yield return new CaseStep(
                ground.At,
                ground.Kind switch
                {
                    CaseGroundKind.Threshold => CaseStepKind.Threshold,
                    CaseGroundKind.ByHand => CaseStepKind.ByHand,
                    CaseGroundKind.Suspicion => CaseStepKind.Suspicion,
                },
                ground.Words,
                ground is { Kind: CaseGroundKind.ByHand, By: { } by } ? names.GetValueOrDefault(by) : null,
                ground.Permille);
        }

        foreach (var review in reviews)
        {
            yield return new CaseStep(
                review.At,
                review.Judgement == PassageJudgement.Confirmed ? CaseStepKind.PassageConfirmed : CaseStepKind.PassageDismissed,
                review.Reason,
                names.GetValueOrDefault(review.By));
        }

        foreach (var notice in notices)
        {
            yield return new CaseStep(notice.Attempts == 0 && notice.Status == ReminderStatus.Pending ? notice.WrittenAt : notice.StatusSince, CaseStepKind.Notice, Value: notice.Kind, State: notice.Status);
        }

        if (@case.StatedAt is { } stated)
        {
            yield return new CaseStep(stated, CaseStepKind.Statement, @case.Statement);
        }

        if (@case is { DecidedAt: { } decided, DecidedBy: { } judge })
        {
            yield return new CaseStep(decided, CaseStepKind.Verdict, @case.VerdictReasons, names.GetValueOrDefault(judge), Value: @case.Verdict);
        }

        if (@case.AppealedAt is { } appealed)
        {
            yield return new CaseStep(appealed, CaseStepKind.Appeal, @case.Appeal);
        }

        if (@case is { ClosedAt: { } closed, ClosedBy: { } other })
        {
            yield return new CaseStep(closed, CaseStepKind.Outcome, @case.OutcomeReasons, names.GetValueOrDefault(other), Value: @case.Outcome);
        }
    }
}
