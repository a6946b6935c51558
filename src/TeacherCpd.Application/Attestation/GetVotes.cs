using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The cases on which a member has to vote, and those on which the member did.</summary>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record GetVotesQuery : IQuery<VotesView>;

/// <summary>Cases of a member.</summary>
public sealed record VotesView(IReadOnlyList<VoteRow> Waiting, IReadOnlyList<VoteRow> Cast);

/// <summary>A case of a member.</summary>
/// <param name="Conforms">Own vote; null while it is not cast.</param>
public sealed record VoteRow(
    Guid Id, string Number, string Candidate, LocalizedText Organisation, string Claimed, AttestationCaseStatus Status, bool? Conforms, DateTime? CastAt);

internal sealed class GetVotesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetVotesQuery, Result<VotesView>>
{
    // those voted on are only looked back at
    private const int MostCast = 50;

    public async Task<Result<VotesView>> Handle(GetVotesQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var cases = db.AttestationCases.ForMember(db, me);
        var waiting = await RowsAsync(
            cases.Where(c => c.Status == AttestationCaseStatus.Voting && c.Votes.All(v => v.MemberId != me || v.CommissionId != c.CommissionId)).OrderBy(c => c.SubmittedAt), cancellationToken);
        var cast = await RowsAsync(
            cases.Where(c => c.Votes.Any(v => v.MemberId == me)).OrderByDescending(c => c.SubmittedAt).Take(MostCast), cancellationToken);
        return new VotesView(waiting, cast);
    }

    private Task<List<VoteRow>> RowsAsync(IQueryable<AttestationCase> cases, CancellationToken cancellationToken)
    {
        var me = user.Me;
        return cases
            .Select(c => new VoteRow(
                c.Id,
                c.Number,
                db.Persons.Where(p => p.Id == c.PersonId).Select(p => p.FamilyName + " " + p.GivenName).Single(),
                db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Name).Single(),
                c.ClaimedCategory,
                c.Status,
                c.Votes.Where(v => v.MemberId == me && v.CommissionId == c.CommissionId).Select(v => (bool?)v.Conforms).SingleOrDefault(),
                c.Votes.Where(v => v.MemberId == me && v.CommissionId == c.CommissionId).Select(v => (DateTime?)v.CastAt).SingleOrDefault()))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>The cases that a member of a commission may see.</summary>
internal static class MemberCases
{
    /// <summary>Put to the vote of a commission of the member, the own case left out.</summary>
    public static IQueryable<AttestationCase> ForMember(this IQueryable<AttestationCase> cases, IAppDbContext db, Guid personId) =>
        cases.OfCommissionsOf(db, personId).Where(c => c.PersonId != personId);

    /// <summary>Put to the vote of a commission of the member, who has a part in the case.</summary>
    public static IQueryable<AttestationCase> OfCommissionsOf(this IQueryable<AttestationCase> cases, IAppDbContext db, Guid personId)
    {
        var commissions = db.Commissions.OfMember(personId).Select(m => (Guid?)m.Id);
        return cases.Where(c =>
            (c.Status == AttestationCaseStatus.Voting || c.Status == AttestationCaseStatus.Decided)
            && commissions.Contains(c.CommissionId)
            && !c.Recusals.Any(r => r.MemberId == personId && r.Reason != RecusalReason.OwnCase));
    }
}
