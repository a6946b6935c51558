using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>What differs between two editions, rule by rule, each with its paragraph.</summary>
/// <param name="BeforeId">Earlier edition; null takes the one that the later was made from, or the one in force.</param>
/// <param name="AfterId">Later edition; null takes the newest.</param>
[SignedIn]
public sealed record CompareEditionsQuery(Guid? BeforeId, Guid? AfterId) : IQuery<ComparisonView>;

/// <summary>A comparison.</summary>
/// <param name="Editions">Editions to choose among.</param>
/// <param name="Before">Earlier edition; null where there are not two to compare.</param>
/// <param name="Changes">Rules that differ.</param>
/// <param name="Simulations">What was counted about all people for the two, the newest first; only for those who see categories.</param>
/// <param name="MaySimulate">Whether the reader may ask for a count.</param>
public sealed record ComparisonView(
    IReadOnlyList<EditionLink> Editions,
    EditionLink? Before,
    EditionLink? After,
    IReadOnlyList<RuleChange> Changes,
    IReadOnlyList<SimulationRow> Simulations,
    bool MaySimulate);

/// <summary>A simulation in a list.</summary>
public sealed record SimulationRow(Guid Id, DateOnly On, SimulationStatus Status, DateTime AskedAt, int People);

internal sealed class CompareEditionsHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<CompareEditionsQuery, Result<ComparisonView>>
{
    public async Task<Result<ComparisonView>> Handle(CompareEditionsQuery request, CancellationToken cancellationToken)
    {
        var mayManage = user.CanEverywhere(Permission.ManageRules);
        var editions = await db.RuleSets.AsNoTracking()
            .Where(r => r.Status == RuleSetStatus.InForce || r.Status == RuleSetStatus.Ended || (mayManage && r.Status == RuleSetStatus.Draft))
            .OrderByDescending(r => r.Id)
            .ToListAsync(cancellationToken);
        var links = editions.ConvertAll(e => new EditionLink(e.Id, e.Code));
        var after = request.AfterId is { } id ? editions.Find(e => e.Id == id) : editions.FirstOrDefault();
        if (after is null)
        {
            return request.AfterId is null ? new ComparisonView(links, null, null, [], [], false) : new NotFound();
        }

        var deciding = await Evaluation.InForceIdAsync(db, time.Today(), cancellationToken);
        var beforeId = request.BeforeId ?? after.BasedOnId ?? deciding;
        var before = editions.Find(e => e.Id == beforeId && e.Id != after.Id) ?? editions.Find(e => e.Id != after.Id);
        if (before is null)
        {
            return new ComparisonView(links, null, new EditionLink(after.Id, after.Code), [], [], false);
        }

        var simulations = mayManage
            ? await db.RuleSimulations
                .Where(s => s.BeforeId == before.Id && s.AfterId == after.Id)
                .OrderByDescending(s => s.AskedAt)
                .Select(s => new SimulationRow(s.Id, s.On, s.Status, s.AskedAt, s.People))
                .ToListAsync(cancellationToken)
            : [];
        return new ComparisonView(
            links,
            new EditionLink(before.Id, before.Code),
            new EditionLink(after.Id, after.Code),
            RuleDocument.Compare(RuleDocument.Read(before.Json).Value, RuleDocument.Read(after.Json).Value),
            simulations,
            mayManage);
    }
}
