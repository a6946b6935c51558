using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// A protocol to read and print: whole for the secretary in scope and the members of the commission; for the candidate
/// an extract without the single votes; for others it does not exist.
/// </summary>
[SignedIn]
public sealed record GetProtocolQuery(Guid ProtocolId) : IQuery<ProtocolView>;

/// <summary>A protocol.</summary>
/// <param name="Granted">Category given; null when the present one is kept.</param>
/// <param name="Votes">Single votes; null in the candidate's extract.</param>
/// <param name="Signatures">National signatures under it.</param>
/// <param name="MaySign">Whether the user may add the own one.</param>
public sealed record ProtocolView(
    Guid Id,
    Guid CaseId,
    string Number,
    string CaseNumber,
    DateTime DecidedAt,
    LocalizedText Commission,
    string Candidate,
    LocalizedText Organisation,
    string? Current,
    string Claimed,
    int Members,
    int For,
    int Against,
    bool ChairDecided,
    bool Conforms,
    string? Granted,
    DateOnly? ValidUntil,
    EditionView Edition,
    IReadOnlyList<RequirementView> Requirements,
    IReadOnlyList<ProtocolVote>? Votes,
    IReadOnlyList<ProtocolSignature> Signatures,
    bool MaySign);

/// <summary>A national signature under a protocol.</summary>
public sealed record ProtocolSignature(string Name, DateTime VerifiedAt);

/// <summary>One vote.</summary>
public sealed record ProtocolVote(string Member, bool IsChair, bool Conforms, bool Lower, string Reason);

internal sealed class GetProtocolHandler(IAppDbContext db, CurrentUser user, INationalSignatures signatures) : IRequestHandler<GetProtocolQuery, Result<ProtocolView>>
{
    public async Task<Result<ProtocolView>> Handle(GetProtocolQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from protocol in db.Protocols
            join attestationCase in db.AttestationCases on protocol.CaseId equals attestationCase.Id
            join person in db.Persons on attestationCase.PersonId equals person.Id
            join organisation in db.Organisations on attestationCase.OrganisationId equals organisation.Id
            join commission in db.Commissions on protocol.CommissionId equals commission.Id
            join edition in db.RuleSets on attestationCase.RuleSetId equals edition.Id
            where protocol.Id == request.ProtocolId
            select new
            {
                Protocol = protocol,
                attestationCase.PersonId,
                CaseNumber = attestationCase.Number,
                attestationCase.CurrentCategory,
                attestationCase.ClaimedCategory,
                Candidate = person.FamilyName + " " + person.GivenName + (person.Patronymic == null ? "" : " " + person.Patronymic),
                Organisation = organisation.Name,
                organisation.Path,
                Commission = commission.Name,
                IsMember = commission.Members.Any(m => m.PersonId == user.Me && m.Status != CommissionMemberStatus.Refused && m.Status != CommissionMemberStatus.Invited)
                    && !attestationCase.Recusals.Any(r => r.MemberId == user.Me),
                ValidUntil = db.CategoryRecords.Where(r => r.CaseId == attestationCase.Id).Select(r => r.ValidUntil).FirstOrDefault(),
                Edition = new EditionView(edition.Id, edition.Code, edition.Source, edition.ValidFrom),
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var isCandidate = found.PersonId == user.Me;
        if (!isCandidate && !found.IsMember && !user.Covers(Permission.PrepareAttestationCases, found.Path))
        {
            return new NotFound();
        }

        var kept = found.Protocol;
        var signed = await (
            from link in db.ChainLinks
            join signature in db.NationalSignatures on link.Id equals signature.LinkId
            join person in db.Persons on signature.PersonId equals person.Id
            where link.RecordId == kept.Id
            orderby signature.VerifiedAt
            select new ProtocolSignature(person.FamilyName + " " + person.GivenName, signature.VerifiedAt)).ToListAsync(cancellationToken);
        return new ProtocolView(
            kept.Id,
            kept.CaseId,
            kept.Number,
            found.CaseNumber,
            kept.DecidedAt,
            found.Commission,
            found.Candidate,
            found.Organisation,
            found.CurrentCategory,
            found.ClaimedCategory,
            kept.Members,
            kept.For,
            kept.Against,
            kept.ChairDecided,
            kept.Conforms,
            kept.GrantedCategory,
            found.ValidUntil,
            found.Edition,
            kept.ReadRequirements(),
            isCandidate ? null : await VotesAsync(kept, cancellationToken),
            signed,
            !isCandidate && signatures.IsOffered);
    }

    private async Task<IReadOnlyList<ProtocolVote>> VotesAsync(Protocol protocol, CancellationToken cancellationToken) => await (
        from vote in db.AttestationCases.Where(c => c.Id == protocol.CaseId).SelectMany(c => c.Votes.Where(v => v.CommissionId == protocol.CommissionId))
        join person in db.Persons on vote.MemberId equals person.Id
        orderby person.SortKey
        select new ProtocolVote(
            person.FamilyName + " " + person.GivenName,
            db.Commissions.Any(c => c.Id == protocol.CommissionId && c.Members.Any(m => m.PersonId == person.Id && m.IsChair)),
            vote.Conforms,
            vote.Lower,
            vote.Reason))
        .ToListAsync(cancellationToken);
}
