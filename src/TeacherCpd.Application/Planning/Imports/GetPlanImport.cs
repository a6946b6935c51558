using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Imports;

/// <summary>A file that was read: what its rows became, and what is to be looked at before they are taken into the plan.</summary>
[RequirePermission(Permission.ManagePlans)]
public sealed record GetPlanImportQuery(Guid PlanId, Guid ImportId, int Page) : IQuery<PlanImportView>;

/// <summary>A file that was read.</summary>
/// <param name="Lines">A page of its items.</param>
/// <param name="Findings">What is to be looked at.</param>
/// <param name="Known">Items whose activity and deadline stand in the plan, or above in the file, already. They are not taken again.</param>
public sealed record PlanImportView(
    Guid Id, Guid PlanId, string Plan, PlanYear Year, string FileName, bool IsTaken, Paged<PlanImportLine> Lines, IReadOnlyList<PlanFinding> Findings, int Known);

/// <summary>An item of a file.</summary>
/// <param name="IsKnown">Whether it stands in the plan, or above in the file, already.</param>
public sealed record PlanImportLine(int Row, PlanItemFacts Facts, DeadlinePhrase Phrase, bool IsKnown);

internal sealed class GetPlanImportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetPlanImportQuery, Result<PlanImportView>>
{
    private const int Size = 40;

    public async Task<Result<PlanImportView>> Handle(GetPlanImportQuery request, CancellationToken cancellationToken)
    {
        var plan = await db.PlansOf(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        var import = await db.PlanImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId && i.PlanId == request.PlanId, cancellationToken);
        if (plan is null || import is null)
        {
            return new NotFound();
        }

        var sheet = import.Sheet(plan.Year);
        var known = await db.KnownItemsAsync(plan.Id, cancellationToken);
        var lines = sheet.Lines
            .Select(l => new PlanImportLine(l.Row, l.Facts, DeadlinePhrase.Read(l.Facts.Deadline, plan.Year), !known.Add((PlanItem.KeyOf(l.Facts.Title), Domain.Groups.Lists.ListText.Key(l.Facts.Deadline)))))
            .ToList();
        var page = new Paged<PlanImportLine>([], 1, lines.Count, Size);
        var number = Math.Clamp(request.Page, 1, page.Pages);
        return new PlanImportView(
            import.Id,
            plan.Id,
            plan.Title,
            plan.Year,
            import.FileName,
            import.TakenAt is not null,
            page with { Number = number, Items = [.. lines.Skip((number - 1) * Size).Take(Size)] },
            sheet.Findings,
            import.TakenAt is null ? lines.Count(l => l.IsKnown) : 0);
    }
}

/// <summary>What reading and taking a file share.</summary>
internal static class PlanImports
{
    /// <summary>The file, read for a year.</summary>
    /// <exception cref="InvalidOperationException">What was kept is no plan; only plans are kept.</exception>
    public static PlanSheet Sheet(this PlanImport import, PlanYear year) => PlanSheet.Read(JsonSerializer.Deserialize<List<PlanSheetRow>>(import.Rows)!, year).Value;

    /// <summary>Activity and deadline of the items of a plan, their spelling folded.</summary>
    public static async Task<HashSet<(string Title, string Deadline)>> KnownItemsAsync(this IAppDbContext db, Guid planId, CancellationToken cancellationToken) =>
        [.. (await db.PlanItems.Where(i => i.PlanId == planId).Select(i => new { i.TitleKey, Deadline = i.PlannedDeadline ?? i.Deadline }).ToListAsync(cancellationToken))
            .Select(i => (i.TitleKey, Domain.Groups.Lists.ListText.Key(i.Deadline)))];
}
