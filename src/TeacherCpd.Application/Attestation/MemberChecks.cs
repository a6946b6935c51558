using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation;

/// <summary>A pedagogue has worked too few years to be a member (order 83, paragraph 20).</summary>
/// <param name="Name">Who.</param>
/// <param name="Years">Years worked.</param>
/// <param name="Needed">Least years.</param>
public sealed record MemberTooShort(string Name, int Years, int Needed) : Error("member_too_short", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Name, Years, Needed];
}

/// <summary>A teacher of the organisation is under attestation there, and its own commission does not count such among its members (order 83, paragraph 20).</summary>
/// <param name="Name">Who.</param>
public sealed record MemberUnderAttestation(string Name) : Error("member_under_attestation", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Name];
}

/// <summary>Whether people may be members of a commission, as far as the product knows them.</summary>
internal static class MemberChecks
{
    private const decimal DaysOfYear = 365.25m;

    private static readonly Position[] Pedagogical = [Position.Teacher, Position.Deputy, Position.Head];

    /// <summary>Null when nothing that is known speaks against them. Representatives and specialists need no years; only pedagogues do.</summary>
    public static async Task<Error?> CheckMembersAsync(
        this IAppDbContext db, IReadOnlyCollection<Guid> people, Organisation seat, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = people.ToList();
        var known = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).Include(p => p.Employments).OrderBy(p => p.SortKey).ToListAsync(cancellationToken);
        var firstCategories = await db.CategoryRecords
            .Where(r => ids.Contains(r.PersonId))
            .GroupBy(r => r.PersonId)
            .Select(g => new { g.Key, First = g.Min(r => r.GrantedOn) })
            .ToDictionaryAsync(g => g.Key, g => g.First, cancellationToken);
        foreach (var person in known)
        {
            var years = Years(person, firstCategories.TryGetValue(person.Id, out var first) ? first : null, today);
            if (MemberExperience.IsShort(years))
            {
                return new MemberTooShort(person.FullName, (int)years!.Value, MemberExperience.LeastYears);
            }
        }

        if (seat.Kind.Level() != CommissionLevel.Organisation)
        {
            return null;
        }

        var candidates = await db.AttestationCases
            .Where(c => c.OrganisationId == seat.Id && ids.Contains(c.PersonId)
                && c.Status != AttestationCaseStatus.Decided && c.Status != AttestationCaseStatus.Withdrawn && c.Status != AttestationCaseStatus.Refused)
            .Select(c => c.PersonId)
            .ToListAsync(cancellationToken);
        return known.Find(p => candidates.Contains(p.Id)) is { } candidate ? new MemberUnderAttestation(candidate.FullName) : null;
    }

    // null for who is no pedagogue, and for whom a category is older than the first job on record: that record is not whole
    private static decimal? Years(Person person, DateOnly? firstCategory, DateOnly today)
    {
        var jobs = person.Employments.Where(e => Pedagogical.Contains(e.Position) && e.From <= today).OrderBy(e => e.From).ToList();
        if (!jobs.Exists(e => e.To is null || e.To >= today) || firstCategory < jobs[0].From)
        {
            return null;
        }

        var days = 0;
        var counted = DateOnly.MinValue;
        foreach (var job in jobs)
        {
            var from = job.From > counted ? job.From : counted;
            var to = job.To is { } end && end < today ? end : today;
            days += Math.Max(0, to.DayNumber - from.DayNumber);
            counted = to > counted ? to : counted;
        }

        return days / DaysOfYear;
    }
}
