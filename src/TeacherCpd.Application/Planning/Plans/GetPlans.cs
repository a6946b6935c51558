using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>The plans for which the user is answerable, the newest year first, and the organisations for which a new one may be made.</summary>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record GetPlansQuery(int Page) : IQuery<PlansView>;

/// <summary>Plans.</summary>
/// <param name="Plans">A page of them.</param>
/// <param name="Organisations">For which a new one may be made.</param>
/// <param name="ThisYear">The year today.</param>
public sealed record PlansView(Paged<PlanRow> Plans, IReadOnlyList<NamedChoice> Organisations, int ThisYear);

/// <summary>A plan in a list.</summary>
/// <param name="Items">How many items it has.</param>
/// <param name="Closed">How many of them are done or dropped.</param>
/// <param name="Late">How many times of open items are over.</param>
public sealed record PlanRow(Guid Id, string Title, LocalizedText Organisation, PlanYearKind YearKind, int YearStart, int Items, int Closed, int Late)
{
    /// <summary>Its year.</summary>
    public PlanYear Year => new(YearKind, YearStart);
}

internal sealed class GetPlansHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPlansQuery, Result<PlansView>>
{
    public async Task<Result<PlansView>> Handle(GetPlansQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var plans = db.PlansOf(user);
        var rows =
            from plan in plans
            join organisation in db.Organisations on plan.OrganisationId equals organisation.Id
            orderby plan.YearStart descending, organisation.SortKey, plan.Id
            select new PlanRow(
                plan.Id,
                plan.Title,
                organisation.Name,
                plan.YearKind,
                plan.YearStart,
                db.PlanItems.Count(i => i.PlanId == plan.Id),
                db.PlanItems.Count(i => i.PlanId == plan.Id && !PlanItemStates.Open.Contains(i.Status)),
                db.PlanItems.Where(i => i.PlanId == plan.Id && PlanItemStates.Open.Contains(i.Status)).SelectMany(i => i.Windows).Count(w => w.DoneAt == null && w.To < today));
        return new PlansView(
            await rows.PageAsync(await plans.CountAsync(cancellationToken), request.Page, cancellationToken),
            await db.Organisations.Tops(user.Scopes(Permission.ManagePlans)).OrderBy(o => o.SortKey).Select(o => new NamedChoice(o.Id, o.Name)).ToListAsync(cancellationToken),
            today.Year);
    }
}
