using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A case in a secretary's scope, with what can be done with it now.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record GetCaseQuery(Guid CaseId) : IQuery<CaseView>;

/// <summary>A case for the secretary.</summary>
/// <param name="Level">Level of the commission that decides; null where the rules ask for none.</param>
/// <param name="Commissions">Commissions to accept it for.</param>
/// <param name="CommissionId">Commission it was accepted for; null before.</param>
/// <param name="CommissionName">Its name.</param>
/// <param name="Criteria">Criteria of the sheet that take points.</param>
/// <param name="Points">Points recorded.</param>
/// <param name="AppliedLate">Whether it came after the applications of its cycle had ended.</param>
/// <param name="DueOn">Last day on which it is accepted or refused in time; null once that is done.</param>
/// <param name="RefusalGround">Why the application was refused; null when it was not.</param>
/// <param name="RefusalWords">Which documents or data that was about.</param>
/// <param name="Votes">Votes cast.</param>
/// <param name="Members">Members of the commission.</param>
/// <param name="ProtocolId">Protocol; null until it is decided.</param>
/// <param name="Sheet">Claims, points and evidence by criterion.</param>
/// <param name="FilesOpen">Whether the user may open the files of the evidence.</param>
public sealed record CaseView(
    Guid Id,
    string Number,
    string Candidate,
    LocalizedText Organisation,
    string? Current,
    string Claimed,
    CaseLine Line,
    EditionView Edition,
    IReadOnlyList<RequirementView> Requirements,
    CommissionLevel? Level,
    IReadOnlyList<CommissionChoice> Commissions,
    Guid? CommissionId,
    LocalizedText? CommissionName,
    IReadOnlyList<string> Criteria,
    IReadOnlyDictionary<string, int> Points,
    int? TestPercent,
    bool AppliedLate,
    DateOnly? DueOn,
    ApplicationRefusal? RefusalGround,
    string RefusalWords,
    int Votes,
    int Members,
    Guid? ProtocolId,
    CaseSheet Sheet,
    bool FilesOpen);

/// <summary>A commission to choose.</summary>
public sealed record CommissionChoice(Guid Id, LocalizedText Name);

internal sealed class GetCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<GetCaseQuery, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(GetCaseQuery request, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases.AsNoTracking()
            .ForSecretary(db, user)
            .Include(c => c.Scores)
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var today = time.Today();
        var about = await (
            from person in db.Persons
            from organisation in db.Organisations
            where person.Id == found.PersonId && organisation.Id == found.OrganisationId
            select new { Person = person.FamilyName + " " + person.GivenName, organisation.Name, organisation.Path })
            .SingleAsync(cancellationToken);
        var protocol = await db.Protocols.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == found.Id, cancellationToken);
        var commission = await db.Commissions
            .Where(c => c.Id == found.CommissionId)
            .Select(c => new
            {
                c.Name,
                c.SecretaryId,
                Members = c.Members.Count(m => m.Status == CommissionMemberStatus.Serving),
                Votes = db.AttestationCases.Where(k => k.Id == found.Id).Select(k => k.Votes.Count(v => v.CommissionId == c.Id)).Single(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var commissions = found.Status != AttestationCaseStatus.Submitted ? [] : await (
            from choice in db.Commissions
            join organisation in db.Organisations on choice.OrganisationId equals organisation.Id
            where choice.SecretaryId == user.Me && choice.ValidFrom <= today && choice.ValidTo >= today && about.Path.StartsWith(organisation.Path)
            orderby organisation.Path
            select new CommissionChoice(choice.Id, choice.Name))
            .ToListAsync(cancellationToken);
        var evaluation = await Evaluation.OfCaseAsync(db, mapper, found, today, cancellationToken);
        return new CaseView(
            found.Id,
            found.Number,
            about.Person,
            about.Name,
            found.CurrentCategory,
            found.ClaimedCategory,
            CaseLine.Of(found, protocol),
            evaluation.Edition,
            protocol?.ReadRequirements() ?? evaluation.Requirements,
            evaluation.Answer.CommissionLevel,
            commissions,
            found.CommissionId,
            commission?.Name,
            evaluation.Criteria,
            found.Scores.ToDictionary(s => s.Criterion, s => s.Points),
            found.TestPercent,
            found.AppliedLate,
            found is { Status: AttestationCaseStatus.Submitted, SubmittedAt: { } at } ? ApplicationTerm.DueOn(Clock.LocalOf(at)) : null,
            found.RefusalGround,
            found.RefusalWords,
            commission?.Votes ?? 0,
            commission?.Members ?? 0,
            protocol?.Id,
            await db.SheetOfAsync(found, evaluation, cancellationToken),
            commission is null || commission.SecretaryId == user.Me);
    }
}
