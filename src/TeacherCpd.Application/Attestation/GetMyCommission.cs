using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A commission for its secretary and its members: who is in it, the ballot for its chair, its sittings.</summary>
[SignedIn]
public sealed record GetMyCommissionQuery(Guid CommissionId) : IQuery<MyCommissionView>;

/// <summary>A commission from inside.</summary>
/// <param name="IsLate">Whether it was created after the day of the order 83.</param>
/// <param name="IsSecretary">Secretary, or member.</param>
/// <param name="Members">Members, the chair first; those replaced last.</param>
/// <param name="Ballot">Ballot that runs; null for none.</param>
/// <param name="MayOpenBallot">Whether the ballot for the chair can be opened now.</param>
/// <param name="Sittings">Sittings, the latest first.</param>
/// <param name="Ready">Cases that can be put on an agenda; null for members.</param>
/// <param name="MayPlan">Whether a sitting can be planned.</param>
public sealed record MyCommissionView(
    Guid Id,
    LocalizedText Name,
    LocalizedText Organisation,
    string? OrderNumber,
    DateOnly? OrderedOn,
    bool IsLate,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    string Secretary,
    bool IsSecretary,
    IReadOnlyList<MemberRow> Members,
    BallotView? Ballot,
    bool MayOpenBallot,
    IReadOnlyList<SittingRow> Sittings,
    int? Ready,
    bool MayPlan);

/// <summary>A member.</summary>
public sealed record MemberRow(Guid PersonId, string Name, bool IsChair, CommissionMemberStatus Status, string Words);

/// <summary>A ballot that runs.</summary>
/// <param name="Round">Round, from 1.</param>
/// <param name="Cast">How many have voted.</param>
/// <param name="Members">How many may.</param>
/// <param name="HaveVoted">Whether the user has; null for the secretary.</param>
/// <param name="Candidates">Who may be elected.</param>
public sealed record BallotView(int Round, int Cast, int Members, bool? HaveVoted, IReadOnlyList<MemberRow> Candidates);

/// <summary>A sitting in a list.</summary>
public sealed record SittingRow(Guid Id, string? Number, DateOnly PlannedOn, SittingStatus Status, int Cases);

internal sealed class GetMyCommissionHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyCommissionQuery, Result<MyCommissionView>>
{
    public async Task<Result<MyCommissionView>> Handle(GetMyCommissionQuery request, CancellationToken cancellationToken)
    {
        var (me, today) = (user.Me, time.Today());
        var commission = await db.Commissions.AsNoTracking().Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken);
        var isSecretary = commission?.SecretaryId == me;
        if (commission is null || (!isSecretary && !commission.Serving.Any(m => m.PersonId == me)))
        {
            return new NotFound();
        }

        var seat = await db.Organisations.Where(o => o.Id == commission.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var ids = commission.Members.Select(m => m.PersonId).Append(commission.SecretaryId).ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var members = commission.Members
            .OrderByDescending(m => m.IsChair)
            .ThenBy(m => m.Status == CommissionMemberStatus.Replaced)
            .ThenBy(m => people[m.PersonId].SortKey, StringComparer.Ordinal)
            .Select(m => new MemberRow(m.PersonId, people[m.PersonId].FullName, m.IsChair, m.Status, isSecretary ? m.Words : ""))
            .ToList();
        var ballot = await db.ChairBallots.AsNoTracking()
            .Include(b => b.Marks)
            .Include(b => b.Tallies)
            .AsSplitQuery()
            .SingleOrDefaultAsync(b => b.CommissionId == commission.Id && b.ClosedAt == null, cancellationToken);
        var sittings = await db.Sittings
            .Where(s => s.CommissionId == commission.Id)
            .OrderByDescending(s => s.PlannedOn)
            .ThenByDescending(s => s.Id)
            .Select(s => new SittingRow(s.Id, s.Number, s.PlannedOn, s.Status, s.Items.Count))
            .ToListAsync(cancellationToken);
        var hasChair = commission.Serving.Any(m => m.IsChair);
        var isOver = commission.ValidTo < today;
        var isComplete = commission.Members.All(m => m.Status is CommissionMemberStatus.Serving or CommissionMemberStatus.Replaced);
        return new MyCommissionView(
            commission.Id,
            commission.Name,
            seat,
            commission.OrderNumber,
            commission.OrderedOn,
            commission.OrderedOn is { } on && CommissionCreation.IsLate(on, commission.ValidFrom),
            commission.ValidFrom,
            commission.ValidTo,
            people[commission.SecretaryId].FullName,
            isSecretary,
            members,
            ballot is null ? null : new BallotView(
                ballot.Round,
                ballot.Marks.Count,
                commission.Serving.Count(),
                isSecretary ? null : ballot.Marks.Any(m => m.VoterId == me),
                [.. members.Where(m => ballot.Tallies.Any(t => t.CandidateId == m.PersonId))]),
            isSecretary && !hasChair && !isOver && isComplete && ballot is null,
            sittings,
            isSecretary ? await db.AttestationCases.Ready(db, commission.Id).CountAsync(cancellationToken) : null,
            isSecretary && hasChair && !isOver);
    }
}
