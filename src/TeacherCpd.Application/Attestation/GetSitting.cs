using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// A sitting for its secretary and the members of the commission. Of a case in which a member has no part the member sees neither
/// the row nor a count.
/// </summary>
[SignedIn]
public sealed record GetSittingQuery(Guid SittingId) : IQuery<SittingView>;

/// <summary>A sitting.</summary>
/// <param name="Number">Number; null until it is opened.</param>
/// <param name="IsOutOfPeriod">Whether its day lies outside January to August, when portfolios are looked at (order 83, paragraph 58).</param>
/// <param name="IsSecretary">Secretary, or member.</param>
/// <param name="Members">Members and whether they are there.</param>
/// <param name="Present">How many are there.</param>
/// <param name="Needed">How many make a quorum; null where no rules are in force.</param>
/// <param name="Items">Agenda.</param>
/// <param name="Ready">Cases that could be added; null for members.</param>
/// <param name="OrderNumber">Order that rests on it; null while there is none.</param>
/// <param name="MayOrder">Whether the order can be drawn up now.</param>
public sealed record SittingView(
    Guid Id,
    Guid CommissionId,
    LocalizedText Commission,
    string? Number,
    SittingStatus Status,
    DateOnly PlannedOn,
    string? Place,
    DateTime? OpenedAt,
    DateTime? ClosedAt,
    string? Recording,
    bool IsOutOfPeriod,
    bool IsSecretary,
    IReadOnlyList<PresentRow> Members,
    int Present,
    int? Needed,
    IReadOnlyList<AgendaRow> Items,
    int? Ready,
    string? OrderNumber,
    bool MayOrder)
{
    /// <summary>Whether a quorum is there.</summary>
    public bool HasQuorum => Needed is { } needed && Present >= needed;
}

/// <summary>A member at a sitting.</summary>
public sealed record PresentRow(Guid PersonId, string Name, bool IsChair, bool IsThere);

/// <summary>A case of the agenda.</summary>
/// <param name="Cast">Votes cast.</param>
/// <param name="MyVote">Whether the user voted "conforms"; null without a vote, and for the secretary.</param>
/// <param name="Recused">Members who have no part in it.</param>
/// <param name="ProtocolId">Protocol; null until it is decided.</param>
/// <param name="Conforms">What was decided; null before.</param>
public sealed record AgendaRow(
    int Place,
    Guid CaseId,
    string Number,
    string Candidate,
    LocalizedText Organisation,
    string? Current,
    string Claimed,
    AttestationCaseStatus Status,
    int Cast,
    bool? MyVote,
    int Recused,
    Guid? ProtocolId,
    bool? Conforms,
    string? Granted);

internal sealed class GetSittingHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetSittingQuery, Result<SittingView>>
{
    private const int LastMonthOfReview = 8;

    public async Task<Result<SittingView>> Handle(GetSittingQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var sitting = await db.Sittings.AsNoTracking().Include(s => s.Presences).SingleOrDefaultAsync(s => s.Id == request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        var commission = await db.Commissions.AsNoTracking().Include(c => c.Members).SingleAsync(c => c.Id == sitting.CommissionId, cancellationToken);
        var isSecretary = commission.SecretaryId == me;
        if (!isSecretary && !commission.Serving.Any(m => m.PersonId == me))
        {
            return new NotFound();
        }

        var ids = commission.Members.Select(m => m.PersonId).ToList();
        var names = await db.Persons
            .Where(p => ids.Contains(p.Id))
            .OrderBy(p => p.SortKey)
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName })
            .ToListAsync(cancellationToken);
        var there = sitting.PresentNow;
        var serving = commission.Serving.ToDictionary(m => m.PersonId);
        var edition = await Evaluation.InForceAsync(db, sitting.PlannedOn, cancellationToken);
        var items = await (
            from item in db.Sittings.Where(s => s.Id == sitting.Id).SelectMany(s => s.Items)
            join attestationCase in db.AttestationCases on item.CaseId equals attestationCase.Id
            join person in db.Persons on attestationCase.PersonId equals person.Id
            join organisation in db.Organisations on attestationCase.OrganisationId equals organisation.Id
            where isSecretary || (attestationCase.PersonId != me && !attestationCase.Recusals.Any(r => r.MemberId == me))
            orderby item.Place
            select new AgendaRow(
                item.Place,
                attestationCase.Id,
                attestationCase.Number,
                person.FamilyName + " " + person.GivenName,
                organisation.Name,
                attestationCase.CurrentCategory,
                attestationCase.ClaimedCategory,
                attestationCase.Status,
                attestationCase.Votes.Count(v => v.CommissionId == attestationCase.CommissionId),
                attestationCase.Votes.Where(v => v.MemberId == me && v.CommissionId == attestationCase.CommissionId).Select(v => (bool?)v.Conforms).FirstOrDefault(),
                attestationCase.Recusals.Count,
                db.Protocols.Where(p => p.CaseId == attestationCase.Id).Select(p => (Guid?)p.Id).FirstOrDefault(),
                db.Protocols.Where(p => p.CaseId == attestationCase.Id).Select(p => (bool?)p.Conforms).FirstOrDefault(),
                db.Protocols.Where(p => p.CaseId == attestationCase.Id).Select(p => p.GrantedCategory).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var order = await db.AttestationOrders.Where(o => o.SittingId == sitting.Id).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken);
        var isToCome = sitting.Status is SittingStatus.Planned or SittingStatus.Open;
        return new SittingView(
            sitting.Id,
            commission.Id,
            commission.Name,
            sitting.Number,
            sitting.Status,
            sitting.PlannedOn,
            sitting.Place,
            sitting.OpenedAt,
            sitting.ClosedAt,
            sitting.Recording,
            sitting.PlannedOn.Month > LastMonthOfReview,
            isSecretary,
            [.. names.Where(n => serving.ContainsKey(n.Id)).Select(n => new PresentRow(n.Id, n.Name, serving[n.Id].IsChair, there.Contains(n.Id)))],
            there.Count,
            edition is null ? null : RuleBook.Read(edition.Json).Commission.Quorum(serving.Count),
            items,
            isSecretary && isToCome ? await db.AttestationCases.Ready(db, commission.Id).CountAsync(cancellationToken) : null,
            order,
            isSecretary && order is null && sitting.Status == SittingStatus.Closed && items.Exists(i => i.Granted is not null));
    }
}
