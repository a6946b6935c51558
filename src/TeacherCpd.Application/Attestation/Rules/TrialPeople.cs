using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>A person with a ladder, and what another edition means for them.</summary>
/// <param name="Path">Path of the organisation.</param>
internal sealed record TriedPerson(Guid PersonId, Guid OrganisationId, string Path, string? Category, IReadOnlyList<TrialEffect> Effects);

/// <summary>
/// All people with a position that is attested, one after the other, with the question that the pages ask about them. Read in a few
/// large queries, since there are half a million of them.
/// </summary>
internal static class TrialPeople
{
    /// <summary>The people whose job lies below a place.</summary>
    /// <param name="db">Database.</param>
    /// <param name="before">Edition compared with.</param>
    /// <param name="after">Edition tried.</param>
    /// <param name="on">Day.</param>
    /// <param name="below">Path of the place; empty for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<TriedPerson> ReadAsync(
        IAppDbContext db,
        AttestationRules before,
        AttestationRules after,
        DateOnly on,
        string below,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(db, cancellationToken);
        var categories = await CategoriesAsync(db, below, cancellationToken);
        var decided = await DecidedAsync(db, below, cancellationToken);
        var effects = new Dictionary<Situation, IReadOnlyList<TrialEffect>>();
        var jobs = new List<Job>();
        var person = Guid.Empty;
        await foreach (var row in db.Persons
            .Where(p => below.Length == 0 || p.Employments.Any(e => db.Organisations.Any(o => o.Id == e.OrganisationId && o.Path.StartsWith(below))))
            .SelectMany(p => p.Employments, (p, e) => new { p.Id, e.OrganisationId, e.Position, e.From, e.To })
            .OrderBy(r => r.Id)
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
        {
            if (row.Id != person)
            {
                if (Try() is { } tried)
                {
                    yield return tried;
                }

                (person, jobs) = (row.Id, []);
            }

            var place = places[row.OrganisationId];
            jobs.Add(new Job(row.OrganisationId, row.Position, row.From, row.To, place.Kind, place.Above));
        }

        if (Try() is { } last)
        {
            yield return last;
        }

        TriedPerson? Try()
        {
            var records = new CandidateRecords(jobs, categories.GetValueOrDefault(person, []), [], decided.TryGetValue(person, out var day) ? day : null, [], null);
            if (records.JobOn(on) is not { } job || records.LadderOn(on) is not { IsOk: true, Value: var ladder } || !places[job.OrganisationId].Path.StartsWith(below, StringComparison.Ordinal))
            {
                return null;
            }

            var question = records.Question("", ladder, records.Now?.Category, job.OrganisationId, on);

            // many stand alike: the rules are asked once for them
            var situation = new Situation(
                ladder, question.Current, question.Organisation, question.SubordinateTo, question.ExperienceYears, question.LastAttestedOn);
            if (!effects.TryGetValue(situation, out var found))
            {
                found = RuleTrial.Effects(before, after, question);
                effects.Add(situation, found);
            }

            return new TriedPerson(person, job.OrganisationId, places[job.OrganisationId].Path, records.Now?.Category, found);
        }
    }

    private static async Task<Dictionary<Guid, Place>> PlacesAsync(IAppDbContext db, CancellationToken cancellationToken)
    {
        var all = await db.Organisations.Select(o => new { o.Id, o.Path, o.Kind, o.ParentId }).ToListAsync(cancellationToken);
        var kinds = all.ToDictionary(o => o.Id, o => o.Kind);
        return all.ToDictionary(o => o.Id, o => new Place(o.Path, o.Kind, o.ParentId is { } above ? kinds[above] : null));
    }

    private static async Task<Dictionary<Guid, List<CategoryView>>> CategoriesAsync(IAppDbContext db, string below, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, List<CategoryView>>();
        await foreach (var row in db.CategoryRecords
            .Where(r => below.Length == 0 || db.Persons.Any(p => p.Id == r.PersonId && p.Employments.Any(e => db.Organisations.Any(o => o.Id == e.OrganisationId && o.Path.StartsWith(below)))))
            .Select(r => new { r.PersonId, r.Category, r.GrantedOn, r.ValidUntil })
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
        {
            if (!found.TryGetValue(row.PersonId, out var own))
            {
                found.Add(row.PersonId, own = new List<CategoryView>(1));
            }

            own.Add(new CategoryView(row.Category, row.GrantedOn, row.ValidUntil, "", null));
        }

        foreach (var own in found.Values.Where(o => o.Count > 1))
        {
            own.Sort((a, b) => b.GrantedOn.CompareTo(a.GrantedOn));
        }

        return found;
    }

    private static async Task<Dictionary<Guid, DateOnly>> DecidedAsync(IAppDbContext db, string below, CancellationToken cancellationToken) =>
        (await (
            from protocol in db.Protocols
            join own in db.AttestationCases on protocol.CaseId equals own.Id
            where below.Length == 0 || db.Organisations.Any(o => o.Id == own.OrganisationId && o.Path.StartsWith(below))
            group protocol by own.PersonId into same
            select new { same.Key, Last = same.Max(p => p.DecidedAt) })
            .ToListAsync(cancellationToken))
        .ToDictionary(d => d.Key, d => Clock.DayOf(d.Last));

    private sealed record Place(string Path, OrganisationKind Kind, OrganisationKind? Above);

    private sealed record Situation(
        Ladder Ladder, HeldCategory? Held, EducationType? Organisation, CommissionLevel SubordinateTo, decimal? Experience, DateOnly? LastAttestedOn);
}
