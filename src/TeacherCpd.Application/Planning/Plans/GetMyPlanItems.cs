using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>The open items for which the user answers, by their next day; those without days last.</summary>
[SignedIn]
public sealed record GetMyPlanItemsQuery : IQuery<MyPlanItems>;

/// <summary>Items of a person.</summary>
public sealed record MyPlanItems(IReadOnlyList<MyPlanItem> Items, DateOnly Today);

/// <summary>An item.</summary>
/// <param name="NextTo">Last day of the first of its times that is not closed; null for none.</param>
public sealed record MyPlanItem(Guid Id, string Title, string Plan, string Deadline, string Form, DateOnly? NextTo);

internal sealed class GetMyPlanItemsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyPlanItemsQuery, Result<MyPlanItems>>
{
    private const int Most = 200;

    public async Task<Result<MyPlanItems>> Handle(GetMyPlanItemsQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var items = await (
            from item in db.PlanItems
            where PlanItemStates.Open.Contains(item.Status) && item.Responsible.Any(r => r.PersonId == me)
            join plan in db.WorkPlans on item.PlanId equals plan.Id
            orderby plan.YearStart descending, item.Position
            select new MyPlanItem(item.Id, item.Title, plan.Title, item.Deadline, item.Form, item.Windows.Where(w => w.DoneAt == null).Min(w => (DateOnly?)w.To)))
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new MyPlanItems([.. items.OrderBy(i => i.NextTo ?? DateOnly.MaxValue)], time.Today());
    }
}

/// <summary>What of plans waits for the user: times that end within a week or are over.</summary>
internal sealed class PlanToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int Days = 7;
    private const int Most = 10;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var (me, until) = (user.Me, time.Today().AddDays(Days));
        var due = await (
            from item in db.PlanItems
            where PlanItemStates.Open.Contains(item.Status) && item.Responsible.Any(r => r.PersonId == me)
            let next = item.Windows.Where(w => w.DoneAt == null && w.IsReminded).Min(w => (DateOnly?)w.To)
            where next <= until
            orderby next, item.Id
            select new { item.Id, item.Title, Next = next })
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. due.Select(d => new TodayItem("planning.today", [d.Title], $"/plans/items/{d.Id}", d.Next))];
    }
}
