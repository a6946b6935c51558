using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>The visits that the user plans, carries out, or whose reports the user reads; the latest first.</summary>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetVisitsQuery(int Page) : IQuery<VisitsView>;

/// <summary>Visits.</summary>
/// <param name="MayPlan">Whether the user plans visits.</param>
/// <param name="MaySum">Whether the user sees the summary.</param>
public sealed record VisitsView(Paged<VisitRow> Visits, DateOnly Today, bool MayPlan, bool MaySum);

/// <summary>A visit in a list.</summary>
/// <param name="Closed">How many of its stages are closed.</param>
/// <param name="Due">When the next one is due; null where none is open.</param>
/// <param name="IsInHand">Whether the user plans it or carries out a stage of it; else the report is all there is to see.</param>
public sealed record VisitRow(Guid Id, string Title, LocalizedText School, DateOnly StartsOn, SchoolVisitStatus Status, int Closed, DateOnly? Due, bool IsInHand);

internal sealed class GetVisitsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetVisitsQuery, Result<VisitsView>>
{
    public async Task<Result<VisitsView>> Handle(GetVisitsQuery request, CancellationToken cancellationToken)
    {
        var inHand = db.VisitsInHand(user).Select(v => v.Id);
        var reported = (await db.VisitsReportedAsync(user, cancellationToken)).Select(v => v.Id);
        var seen = db.SchoolVisits.Where(v => inHand.Contains(v.Id) || reported.Contains(v.Id));
        var rows =
            from visit in seen
            join school in db.Organisations on visit.SchoolId equals school.Id
            orderby visit.StartsOn descending, visit.Id
            select new VisitRow(
                visit.Id,
                visit.Title,
                school.Name,
                visit.StartsOn,
                visit.Status,
                visit.Stages.Count(s => s.ClosedAt != null),
                visit.Status == SchoolVisitStatus.Running ? visit.Stages.Where(s => s.ClosedAt == null).Min(s => (DateOnly?)s.DueOn) : null,
                inHand.Contains(visit.Id));
        return new VisitsView(
            await rows.PageAsync(await seen.CountAsync(cancellationToken), request.Page, cancellationToken),
            time.Today(),
            user.Can(Permission.ManageVisits),
            user.Can(Permission.SeeVisits));
    }
}
