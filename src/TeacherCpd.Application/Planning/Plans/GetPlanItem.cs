using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>An item, for whoever keeps its plan or answers for it.</summary>
/// <param name="ItemId">Item.</param>
[SignedIn]
public sealed record GetPlanItemQuery(Guid ItemId) : IQuery<PlanItemView>;

/// <summary>An item.</summary>
/// <param name="Phrase">Its deadline as it is understood.</param>
/// <param name="MayRun">Whether the user keeps the plan.</param>
public sealed record PlanItemView(
    Guid Id,
    Guid PlanId,
    string Plan,
    PlanYear Year,
    string Number,
    string Section,
    string Title,
    DeadlinePhrase Phrase,
    string? PlannedDeadline,
    string Form,
    PlanItemStatus Status,
    string? Reason,
    DateTime? ClosedAt,
    IReadOnlyList<PlanParty> Responsible,
    IReadOnlyList<PlanTime> Times,
    IReadOnlyList<PlanProofLine> Proofs,
    bool MayRun,
    DateOnly Today);

/// <summary>Who answers for an item.</summary>
/// <param name="Person">Name of the person of the system; null where the words are not linked to one.</param>
public sealed record PlanParty(Guid Id, string Words, string? Person);

/// <summary>Days of an item.</summary>
public sealed record PlanTime(Guid Id, Window Days, DateTime? DoneAt);

/// <summary>What shows that it was done.</summary>
public sealed record PlanProofLine(string Words, string? Link, string By, DateTime At);

internal sealed class GetPlanItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPlanItemQuery, Result<PlanItemView>>
{
    public async Task<Result<PlanItemView>> Handle(GetPlanItemQuery request, CancellationToken cancellationToken)
    {
        if (await db.ItemInHandAsync(user, request.ItemId, cancellationToken) is not var (item, plan, mayRun))
        {
            return new NotFound();
        }

        var people = item.Proofs.Select(p => p.ById).Concat(item.Responsible.Select(r => r.PersonId).OfType<Guid>()).Distinct().ToList();
        var names = await db.Persons.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FamilyName + " " + p.GivenName, cancellationToken);
        return new PlanItemView(
            item.Id,
            plan.Id,
            plan.Title,
            plan.Year,
            item.Number,
            item.Section,
            item.Title,
            DeadlinePhrase.Read(item.Deadline, plan.Year),
            item.PlannedDeadline,
            item.Form,
            item.Status,
            item.Reason,
            item.ClosedAt,
            [.. item.Responsible.OrderBy(r => r.Id).Select(r => new PlanParty(r.Id, r.Words, r.PersonId is { } id ? names[id] : null))],
            [.. item.Windows.OrderBy(w => w.From).ThenBy(w => w.To).Select(w => new PlanTime(w.Id, new Window(w.From, w.To), w.DoneAt))],
            [.. item.Proofs.OrderBy(p => p.At).Select(p => new PlanProofLine(p.Words, p.Link, names[p.ById], p.At))],
            mayRun,
            time.Today());
    }
}
