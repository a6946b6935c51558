using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>What a simulation counted; and who they are, for a region and an effect.</summary>
/// <param name="Id">Simulation.</param>
/// <param name="Region">Path of a region; null for no list.</param>
/// <param name="Effect">Effect; null for no list.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record GetSimulationQuery(Guid Id, string? Region, TrialEffect? Effect, int Page) : IQuery<SimulationView>;

/// <summary>A simulation.</summary>
/// <param name="ByRegion">Counts by region and effect.</param>
/// <param name="ByCategory">Counts by category and effect.</param>
/// <param name="List">The people; null where none are asked for.</param>
public sealed record SimulationView(
    SimulationRow Simulation,
    EditionLink Before,
    EditionLink After,
    IReadOnlyList<RegionEffects> ByRegion,
    IReadOnlyList<CategoryEffects> ByCategory,
    RegionEffects? Chosen,
    Paged<SimulatedPerson>? List);

/// <summary>Counts of a region.</summary>
public sealed record RegionEffects(string Path, LocalizedText Name, IReadOnlyDictionary<TrialEffect, int> Counts);

/// <summary>Counts of the holders of a category.</summary>
public sealed record CategoryEffects(string? Category, IReadOnlyDictionary<TrialEffect, int> Counts);

/// <summary>A person whom an effect concerns.</summary>
public sealed record SimulatedPerson(string Name, LocalizedText Organisation, string? Category);

internal sealed class GetSimulationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetSimulationQuery, Result<SimulationView>>
{
    public async Task<Result<SimulationView>> Handle(GetSimulationQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageRules))
        {
            return new Forbidden();
        }

        var simulation = await db.RuleSimulations.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken);
        if (simulation is null)
        {
            return new NotFound();
        }

        var editions = await db.RuleSets.AsNoTracking()
            .Where(r => r.Id == simulation.BeforeId || r.Id == simulation.AfterId)
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        var (before, after) = (editions[simulation.BeforeId], editions[simulation.AfterId]);
        var counts = simulation.Counts is null ? [] : JsonSerializer.Deserialize<List<EffectCount>>(simulation.Counts)!;
        var paths = counts.Select(c => c.Region).Distinct().ToList();
        var names = await db.Organisations.Where(o => paths.Contains(o.Path)).Select(o => new { o.Path, o.Name, o.SortKey }).ToListAsync(cancellationToken);
        var regions = names
            .OrderBy(n => n.SortKey, StringComparer.Ordinal)
            .Select(n => new RegionEffects(n.Path, n.Name, Sum(counts.Where(c => c.Region == n.Path))))
            .ToList();
        var chosen = request.Effect is null ? null : regions.Find(r => r.Path == request.Region);
        return new SimulationView(
            new SimulationRow(simulation.Id, simulation.On, simulation.Status, simulation.AskedAt, simulation.People),
            new EditionLink(before.Id, before.Code),
            new EditionLink(after.Id, after.Code),
            regions,
            [.. counts.GroupBy(c => c.Category).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CategoryEffects(g.Key, Sum(g)))],
            chosen,
            chosen is null ? null : await ListAsync(simulation, before, after, chosen.Path, request.Effect!.Value, request.Page, cancellationToken));
    }

    private static Dictionary<TrialEffect, int> Sum(IEnumerable<EffectCount> counts) =>
        counts.GroupBy(c => c.Effect).ToDictionary(g => g.Key, g => g.Sum(c => c.People));

    // asked anew for the region: half a million names are not kept for a list that few pages of are read
    private async Task<Paged<SimulatedPerson>> ListAsync(
        RuleSimulation simulation, RuleSet before, RuleSet after, string region, TrialEffect effect, int page, CancellationToken cancellationToken)
    {
        var concerned = new List<TriedPerson>();
        await foreach (var person in TrialPeople.ReadAsync(
            db, RuleBook.Read(before.Json), RuleBook.Read(after.Json), simulation.On, region, cancellationToken))
        {
            if (person.Effects.Contains(effect))
            {
                concerned.Add(person);
            }
        }

        var number = Math.Clamp(page, 1, new Paged<TriedPerson>([], 1, concerned.Count).Pages);
        var shown = concerned.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.PersonId).Skip((number - 1) * Paging.Size).Take(Paging.Size).ToList();
        var ids = shown.ConvertAll(p => p.PersonId);
        var organisations = shown.Select(p => p.OrganisationId).Distinct().ToList();
        var names = await db.Persons.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var places = await db.Organisations.Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return new Paged<SimulatedPerson>(
            [.. shown.Select(p => new SimulatedPerson(names[p.PersonId], places[p.OrganisationId], p.Category))], number, concerned.Count);
    }
}
