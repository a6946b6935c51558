using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation;

/// <summary>Finds the members who are too near to a candidate, keyed on the national number and never on names.</summary>
internal static class Recusals
{
    /// <summary>Recuses the members of a commission who may have no part in a case. It can be repeated; a reason found before stays.</summary>
    /// <param name="db">Records.</param>
    /// <param name="attestationCase">Case with its recusals and votes.</param>
    /// <param name="members">Members.</param>
    /// <param name="level">Level of the commission.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task RecuseAsync(
        this IAppDbContext db,
        AttestationCase attestationCase,
        IReadOnlyCollection<Guid> members,
        CommissionLevel level,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var ids = members.ToList();
        var candidate = attestationCase.PersonId;
        var today = Clock.DayOf(now);
        var found = new List<(Guid Member, RecusalReason Reason)>();
        found.AddRange(ids.Where(id => id == candidate).Select(id => (id, RecusalReason.OwnCase)));

        var iins = await db.Persons
            .Where(p => p.Id == candidate || ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Iin })
            .ToDictionaryAsync(p => p.Iin, p => p.Id, cancellationToken);
        var numbers = iins.Keys.ToList();
        var ties = await db.DeclaredTies
            .Where(t => (ids.Contains(t.PersonId) || t.PersonId == candidate) && numbers.Contains(t.Iin))
            .Select(t => new { t.PersonId, t.Iin, t.Kind })
            .ToListAsync(cancellationToken);
        foreach (var tie in ties)
        {
            var other = iins[tie.Iin];
            var member = tie.PersonId == candidate ? other : other == candidate ? tie.PersonId : (Guid?)null;
            if (member is { } near && ids.Contains(near))
            {
                found.Add((near, tie.Kind == TieKind.Relative ? RecusalReason.Relative : RecusalReason.CoAuthor));
            }
        }

        // an organisation's own commission is made of its own people: there the order keeps out the candidates only
        if (level != CommissionLevel.Organisation)
        {
            found.AddRange((await db.Persons
                .Where(p => ids.Contains(p.Id) && p.Employments.Any(e =>
                    e.OrganisationId == attestationCase.OrganisationId && e.From <= today && (e.To == null || e.To >= today)))
                .Select(p => p.Id)
                .ToListAsync(cancellationToken)).Select(id => (id, RecusalReason.SameOrganisation)));
        }

        found.AddRange((await (
            from enrolment in db.Enrolments
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where enrolment.PersonId == candidate && ids.Contains(studyGroup.TrainerId)
            select studyGroup.TrainerId)
            .Distinct()
            .ToListAsync(cancellationToken)).Select(id => (id, RecusalReason.OwnTeacher)));
        found.AddRange((await (
            from sheet in db.RubricSheets
            join version in db.PortfolioVersions on sheet.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where enrolment.PersonId == candidate && ids.Contains(sheet.AuthorId)
            select sheet.AuthorId)
            .Distinct()
            .ToListAsync(cancellationToken)).Select(id => (id, RecusalReason.EarlierAssessor)));

        foreach (var (member, reason) in found)
        {
            // whoever has voted already is not recused afterwards: the vote would stand without its voter
            attestationCase.Recuse(member, reason, "", now);
        }
    }

    /// <summary>Recuses a member who joins a commission from the cases that wait for its decision.</summary>
    public static async Task RecuseNewcomerAsync(
        this IAppDbContext db, Commission commission, CommissionLevel level, Guid memberId, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.AttestationCases
            .OpenAt(commission.Id)
            .Include(c => c.Recusals)
            .Include(c => c.Votes)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var attestationCase in open)
        {
            await db.RecuseAsync(attestationCase, [memberId], level, now, cancellationToken);
        }
    }
}
