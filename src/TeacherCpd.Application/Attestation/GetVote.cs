using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A case put to the vote of a commission, for one of its members.</summary>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record GetVoteQuery(Guid CaseId) : IQuery<VoteView>;

/// <summary>A case for a member.</summary>
/// <param name="Cast">How many members voted.</param>
/// <param name="Members">Members of the commission.</param>
/// <param name="Quorum">Votes that are needed for a decision.</param>
/// <param name="MyVote">Own vote; null while it is not cast.</param>
/// <param name="ProtocolId">Protocol; null until it is decided.</param>
public sealed record VoteView(
    Guid Id,
    string Number,
    string Candidate,
    LocalizedText Organisation,
    LocalizedText Commission,
    string? Current,
    string Claimed,
    CaseLine Line,
    EditionView Edition,
    IReadOnlyList<RequirementView> Requirements,
    int Cast,
    int Members,
    int Quorum,
    MyVoteView? MyVote,
    Guid? ProtocolId);

/// <summary>The own vote.</summary>
public sealed record MyVoteView(bool Conforms, string Reason, DateTime CastAt);

internal sealed class GetVoteHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<GetVoteQuery, Result<VoteView>>
{
    public async Task<Result<VoteView>> Handle(GetVoteQuery request, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases.AsNoTracking()
            .OfCommissionsOf(db, user.Me)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        if (found.PersonId == user.Me)
        {
            return new OwnCase();
        }

        var about = await (
            from person in db.Persons
            from organisation in db.Organisations
            from commission in db.Commissions
            where person.Id == found.PersonId && organisation.Id == found.OrganisationId && commission.Id == found.CommissionId
            select new { Person = person.FamilyName + " " + person.GivenName, Organisation = organisation.Name, Commission = commission.Name, Members = commission.Members.Count })
            .SingleAsync(cancellationToken);
        var protocol = await db.Protocols.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == found.Id, cancellationToken);
        var evaluation = await Evaluation.OfCaseAsync(db, mapper, found, time.Today(), cancellationToken);
        var mine = found.Votes.SingleOrDefault(v => v.MemberId == user.Me);
        return new VoteView(
            found.Id,
            found.Number,
            about.Person,
            about.Organisation,
            about.Commission,
            found.CurrentCategory,
            found.ClaimedCategory,
            CaseLine.Of(found, protocol),
            evaluation.Edition,
            protocol?.ReadRequirements() ?? evaluation.Requirements,
            found.Votes.Count,
            about.Members,
            evaluation.Rules.Commission.Quorum(about.Members),
            mine is null ? null : new MyVoteView(mine.Conforms, mine.Reason, mine.CastAt),
            protocol?.Id);
    }
}
