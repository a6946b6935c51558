using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>A plan: its items, or those of a month by their days, and what is to be looked at.</summary>
/// <param name="PlanId">Plan.</param>
/// <param name="Month">Month of the year of the plan, 1 to 12; null for all items in the order of the plan.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record GetPlanQuery(Guid PlanId, int? Month, int Page) : IQuery<PlanView>;

/// <summary>A plan.</summary>
/// <param name="Months">Its months in their order, with how many times fall into each.</param>
/// <param name="Items">A page of items.</param>
/// <param name="Findings">What is to be looked at in the whole plan.</param>
/// <param name="Clashes">People who are at two places on one day.</param>
/// <param name="Imports">Files that were read and wait to be confirmed.</param>
public sealed record PlanView(
    Guid Id,
    string Title,
    LocalizedText Organisation,
    PlanYear Year,
    IReadOnlyList<PlanMonth> Months,
    Paged<PlanItemRow> Items,
    IReadOnlyList<PlanFinding> Findings,
    IReadOnlyList<PlanClash> Clashes,
    IReadOnlyList<WaitingImport> Imports,
    DateOnly Today);

/// <summary>A month of a plan.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Count">Times of items that end in it.</param>
public sealed record PlanMonth(int Month, int Count);

/// <summary>An item in a list.</summary>
/// <param name="Windows">Its days: all, or those of the month asked for.</param>
/// <param name="Phrase">Its deadline as it is understood.</param>
public sealed record PlanItemRow(
    Guid Id, int Position, string Number, string Section, string Title, DeadlinePhrase Phrase, IReadOnlyList<Window> Windows, IReadOnlyList<string> Responsible, string Form, PlanItemStatus Status, bool IsLate);

/// <summary>A person with two activities of a day.</summary>
public sealed record PlanClash(string Person, DateOnly Day, Guid FirstId, string First, Guid SecondId, string Second);

/// <summary>A file that waits to be confirmed.</summary>
public sealed record WaitingImport(Guid Id, string FileName, DateTime ReadAt);

internal sealed class GetPlanHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPlanQuery, Result<PlanView>>
{
    private const int Size = 40;
    private const int MostClashes = 20;
    private const int MostFindings = 60;

    public async Task<Result<PlanView>> Handle(GetPlanQuery request, CancellationToken cancellationToken)
    {
        var plan = await db.PlansOf(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null || request.Month is < 1 or > 12)
        {
            return new NotFound();
        }

        var (year, today) = (plan.Year, time.Today());
        var organisation = await db.Organisations.Where(o => o.Id == plan.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var items = await db.PlanItems.AsNoTracking()
            .Where(i => i.PlanId == plan.Id)
            .OrderBy(i => i.Position)
            .Include(i => i.Responsible).Include(i => i.Windows).AsSplitQuery()
            .ToListAsync(cancellationToken);
        var looks = items.Where(i => i.Status != PlanItemStatus.Dropped).ToDictionary(i => i.Id, i => new PlanLook(
            i.Position,
            i.Number,
            i.Section,
            i.Title,
            [.. i.Windows.OrderBy(w => w.From).Select(w => new Window(w.From, w.To))],
            [.. i.Responsible.Select(r => r.PersonId?.ToString() ?? Domain.Groups.Lists.ListText.Key(r.Words))]));
        var month = request.Month is { } wanted ? year.Month(wanted) : (Window?)null;
        var chosen = month is { } days
            ? items.Where(i => i.Windows.Any(w => new Window(w.From, w.To).And(days) is not null)).OrderBy(i => i.Windows.Where(w => w.To >= days.From).Min(w => w.To)).ThenBy(i => i.Position).ToList()
            : items;
        var page = new Paged<PlanItemRow>([], 1, chosen.Count, Size);
        var number = Math.Clamp(request.Page, 1, page.Pages);
        return new PlanView(
            plan.Id,
            plan.Title,
            organisation,
            year,
            [.. year.Months.Select(m => new PlanMonth(m, items.Sum(i => i.Windows.Count(w => year.Month(m).Contains(w.To)))))],
            page with { Number = number, Items = [.. chosen.Skip((number - 1) * Size).Take(Size).Select(i => Row(i, year, month, today))] },
            [.. Findings(items, looks.Values, year).OrderBy(f => f.Row).Take(MostFindings)],
            [.. Clashes(items, looks).Take(MostClashes)],
            await db.PlanImports
                .Where(i => i.PlanId == plan.Id && i.TakenAt == null && i.ById == user.Me)
                .OrderByDescending(i => i.ReadAt)
                .Select(i => new WaitingImport(i.Id, i.FileName, i.ReadAt))
                .ToListAsync(cancellationToken),
            today);
    }

    private static PlanItemRow Row(PlanItem item, PlanYear year, Window? month, DateOnly today) => new(
        item.Id,
        item.Position,
        item.Number,
        item.Section,
        item.Title,
        DeadlinePhrase.Read(item.Deadline, year),
        [.. item.Windows.OrderBy(w => w.From).Select(w => new Window(w.From, w.To)).Where(w => month is null || w.And(month.Value) is not null)],
        [.. item.Responsible.Select(r => r.Words)],
        item.Form,
        item.Status,
        item.IsOpen && item.Windows.Any(w => w.DoneAt is null && w.To < today));

    private static IEnumerable<PlanFinding> Findings(List<PlanItem> items, IReadOnlyCollection<PlanLook> looks, PlanYear year) =>
        items.Where(i => i.IsOpen && DeadlinePhrase.Read(i.Deadline, year).Kind == DeadlineKind.Unread)
            .Select(i => i.Deadline.Length == 0
                ? new PlanFinding(PlanFindingKind.DeadlineMissing, i.Position, i.Title)
                : new PlanFinding(PlanFindingKind.DeadlineUnread, i.Position, i.Deadline))
            .Concat(PlanCheck.Duplicates(looks))
            .Concat(PlanCheck.Numbers(looks));

    private static IEnumerable<PlanClash> Clashes(List<PlanItem> items, Dictionary<Guid, PlanLook> looks)
    {
        var byPosition = items.ToDictionary(i => i.Position);
        return PlanCheck.Clashes(looks.Values).OrderBy(c => c.Day).Select(c =>
        {
            var (first, second) = (byPosition[c.First.Row], byPosition[c.Second.Row]);
            var words = first.Responsible.First(r => (r.PersonId?.ToString() ?? Domain.Groups.Lists.ListText.Key(r.Words)) == c.Person).Words;
            return new PlanClash(words, c.Day, first.Id, first.Title, second.Id, second.Title);
        });
    }
}
