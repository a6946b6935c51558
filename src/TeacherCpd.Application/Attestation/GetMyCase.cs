using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>One of the own cases.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetMyCaseQuery(Guid CaseId) : IQuery<MyCaseView>;

/// <summary>One of the own cases.</summary>
/// <param name="Requirements">As evaluated today; after the decision as they stood then.</param>
/// <param name="Outcome">The decision; null until it is taken.</param>
/// <param name="Sheet">Claims, points and evidence by criterion.</param>
/// <param name="EvidenceIsOpen">Whether the evidence may still be changed.</param>
/// <param name="TestAppeals">Appeals against tasks of the knowledge test.</param>
public sealed record MyCaseView(
    Guid Id,
    string Number,
    string? Current,
    string Claimed,
    CaseLine Line,
    EditionView Edition,
    IReadOnlyList<RequirementView> Requirements,
    bool AppliedLate,
    ApplicationRefusal? RefusalGround,
    string RefusalWords,
    OutcomeView? Outcome,
    CaseSheet Sheet,
    bool EvidenceIsOpen,
    IReadOnlyList<TestAppealRow> TestAppeals)
{
    /// <summary>Whether it can be handed in now.</summary>
    public bool MaySubmit => AttestationCaseStates.Table.Allow(Line.Status, AttestationCaseStatus.Submitted);

    /// <summary>Whether it can be taken back now.</summary>
    public bool MayWithdraw => AttestationCaseStates.Table.Allow(Line.Status, AttestationCaseStatus.Withdrawn);
}

/// <summary>What was decided.</summary>
/// <param name="Letter">Letter of reasons; null until it is approved.</param>
public sealed record OutcomeView(Guid ProtocolId, string Number, DateTime DecidedAt, bool Conforms, string? Granted, string? Letter);

internal sealed class GetMyCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetMyCaseQuery, Result<MyCaseView>>
{
    public async Task<Result<MyCaseView>> Handle(GetMyCaseQuery request, CancellationToken cancellationToken)
    {
        var own = await db.AttestationCases.AsNoTracking()
            .Include(c => c.Scores)
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == user.Me, cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        var protocol = await db.Protocols.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == own.Id, cancellationToken);
        var letter = protocol is null ? null : await db.ReasonLetters
            .Where(l => l.ProtocolId == protocol.Id && l.Status == ReasonLetterStatus.Approved)
            .Select(l => l.Text)
            .SingleOrDefaultAsync(cancellationToken);
        var evaluation = await Evaluation.OfCaseAsync(db, mapper, own, time.Today(), cancellationToken);
        return new MyCaseView(
            own.Id,
            own.Number,
            own.CurrentCategory,
            own.ClaimedCategory,
            CaseLine.Of(own, protocol),
            evaluation.Edition,
            protocol?.ReadRequirements() ?? evaluation.Requirements,
            own.AppliedLate,
            own.RefusalGround,
            own.RefusalWords,
            protocol is null ? null : new OutcomeView(protocol.Id, protocol.Number, protocol.DecidedAt, protocol.Conforms, protocol.GrantedCategory, letter),
            await db.SheetOfAsync(own, evaluation, cancellationToken),
            own.EvidenceIsOpen,
            await db.TestAppealsOfAsync(own.Id, cancellationToken));
    }
}
