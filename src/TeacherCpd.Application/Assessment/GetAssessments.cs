using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor's open sheets, and how many portfolios wait.</summary>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record GetAssessmentsQuery : IQuery<AssessmentsView>;

/// <summary>Open sheets and the queue.</summary>
/// <param name="Waiting">Portfolios that wait and may be given to the user.</param>
/// <param name="IsFull">Whether as many sheets are open as the user may have.</param>
/// <param name="NeedsPractice">Whether examples have to be marked before work by some rubric is given.</param>
/// <param name="IsPaused">Whether no work by some rubric is given until a moderator has spoken with the user.</param>
/// <param name="Open">Open sheets, the oldest first.</param>
public sealed record AssessmentsView(int Waiting, bool IsFull, bool NeedsPractice, bool IsPaused, IReadOnlyList<OpenSheet> Open);

/// <summary>A sheet that is not signed yet.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Marked">Criteria with a level.</param>
/// <param name="Criteria">All criteria that are to be marked.</param>
public sealed record OpenSheet(Guid SheetId, string ListenerCode, SheetRole Role, DateTime StartedAt, int Marked, int Criteria);

internal sealed class GetAssessmentsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetAssessmentsQuery, Result<AssessmentsView>>
{
    public async Task<Result<AssessmentsView>> Handle(GetAssessmentsQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var open = await (
            from sheet in db.SheetsOf(me)
            where sheet.SignedAt == null
            join version in db.PortfolioVersions on sheet.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            orderby sheet.StartedAt, sheet.Id
            select new OpenSheet(
                sheet.Id,
                enrolment.ListenerCode,
                sheet.Role,
                sheet.StartedAt,
                sheet.Marks.Count(m => m.Level != null),
                sheet.Role == SheetRole.Third ? sheet.Marks.Count : db.Rubrics.Where(r => r.Id == sheet.RubricId).SelectMany(r => r.Criteria).Count())).ToListAsync(cancellationToken);
        var standings = await db.StandingsAsync(me, cancellationToken);
        var waiting = await (await db.WaitingForAsync(me, standings, cancellationToken)).CountAsync(cancellationToken);
        return new AssessmentsView(
            waiting,
            await db.IsFullAsync(me, cancellationToken),
            standings.Any(s => !s.IsCalibrated),
            standings.Any(s => s.IsPaused),
            open.ConvertAll(o => o with { Role = o.Role.Shown() }));
    }
}
