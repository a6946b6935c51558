using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Imports;

/// <summary>Takes the items of a file into the plan, after it was looked at. Those that stand there already are left; to take it twice changes nothing.</summary>
[RequirePermission(Permission.ManagePlans)]
public sealed record TakePlanImportCommand(Guid PlanId, Guid ImportId) : ICommand<int>;

internal sealed class TakePlanImportHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TakePlanImportCommand, Result<int>>
{
    public async Task<Result<int>> Handle(TakePlanImportCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.PlanId, cancellationToken);
        var plan = await db.PlansOf(user).SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        var import = await db.PlanImports.SingleOrDefaultAsync(i => i.Id == request.ImportId && i.PlanId == request.PlanId, cancellationToken);
        if (plan is null || import is null)
        {
            return new NotFound();
        }

        if (import.TakenAt is not null)
        {
            return 0;
        }

        var known = await db.KnownItemsAsync(plan.Id, cancellationToken);
        var people = await db.KnownPeopleAsync(plan.OrganisationId, cancellationToken);
        var last = await db.PlanItems.Where(i => i.PlanId == plan.Id).MaxAsync(i => (int?)i.Position, cancellationToken) ?? 0;
        var taken = import.Sheet(plan.Year).Lines
            .Where(l => known.Add((PlanItem.KeyOf(l.Facts.Title), ListText.Key(l.Facts.Deadline))))
            .Select((l, i) => PlanItem.Write(
                Guid.CreateVersion7(), plan, last + i + 1, l.Facts with { Responsible = [.. l.Facts.Responsible.Select(r => r with { PersonId = people(r.Words) })] }))
            .ToList();
        db.PlanItems.AddRange(taken);
        import.Take(time.UtcNow());
        return taken.Count;
    }
}
