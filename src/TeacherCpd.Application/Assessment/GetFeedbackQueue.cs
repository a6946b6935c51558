using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A trainer's portfolios that wait for feedback, the longest waiting first.</summary>
[RequirePermission(Permission.GiveFeedback)]
public sealed record GetFeedbackQueueQuery : IQuery<IReadOnlyList<FeedbackQueueLine>>;

/// <summary>A portfolio that waits for feedback.</summary>
/// <param name="Since">Since when it waits (UTC).</param>
/// <param name="DaysWaiting">Whole days since then in Kazakhstan.</param>
/// <param name="SimilarityPermille">Matched words of a thousand in the report with most of them; null: not checked.</param>
/// <param name="HasDraft">Whether feedback was begun.</param>
public sealed record FeedbackQueueLine(
    Guid VersionId, string Teacher, string GroupCode, LocalizedText Programme, DateTime Since, int DaysWaiting, int? SimilarityPermille, bool HasDraft);

internal sealed class GetFeedbackQueueHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetFeedbackQueueQuery, Result<IReadOnlyList<FeedbackQueueLine>>>
{
    public async Task<Result<IReadOnlyList<FeedbackQueueLine>>> Handle(GetFeedbackQueueQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var today = time.Today();
        var waiting = await (
            from portfolio in db.Portfolios
            where portfolio.Status == PortfolioStatus.AwaitingFeedback
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.TrainerId == me
            join person in db.Persons on enrolment.PersonId equals person.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby portfolio.StatusSince, portfolio.Id
            let handedIn = portfolio.Versions.OrderByDescending(v => v.Number).First().Id
            select new
            {
                VersionId = handedIn,
                Teacher = person.FamilyName + " " + person.GivenName,
                studyGroup.Code,
                programme.Title,
                portfolio.StatusSince,
                Similarity = db.OriginalityChecks
                    .Where(c => c.VersionId == handedIn && c.Round == CheckRound.HandedIn)
                    .Max(c => c.SimilarityPermille),
                HasDraft = db.RubricSheets.Any(s => s.PortfolioVersionId == handedIn && s.Role == SheetRole.Feedback),
            }).ToListAsync(cancellationToken);
        return waiting.ConvertAll(w => new FeedbackQueueLine(
            w.VersionId,
            w.Teacher,
            w.Code,
            w.Title,
            w.StatusSince,
            today.DayNumber - Clock.DayOf(w.StatusSince).DayNumber,
            w.Similarity,
            w.HasDraft));
    }
}
