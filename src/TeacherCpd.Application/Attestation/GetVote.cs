using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A case put to the vote of a commission, for one of its members.</summary>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record GetVoteQuery(Guid CaseId) : IQuery<VoteView>;

/// <summary>A case for a member.</summary>
/// <param name="Sheet">Claims, points and evidence by criterion.</param>
/// <param name="TestPercent">Knowledge test in percent; null where none was taken.</param>
/// <param name="TestOn">Its day.</param>
/// <param name="AppliedLate">Whether the case was handed in late.</param>
/// <param name="Courses">Certificates with the hours that each adds.</param>
/// <param name="Reports">Portfolio reports of courses, with what was found of their originality.</param>
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
    CaseSheet Sheet,
    int? TestPercent,
    DateOnly? TestOn,
    bool AppliedLate,
    IReadOnlyList<CountedCertificate> Courses,
    IReadOnlyList<CheckedReport> Reports,
    int Cast,
    int Members,
    int Quorum,
    MyVoteView? MyVote,
    Guid? ProtocolId);

/// <summary>A portfolio report of a course.</summary>
/// <param name="SimilarityPermille">What it shares with others, in permille; null while it is not checked.</param>
public sealed record CheckedReport(LocalizedText Programme, DateOnly CheckedOn, int? SimilarityPermille);

/// <summary>The own vote.</summary>
public sealed record MyVoteView(bool Conforms, bool Lower, string Reason, DateTime CastAt);

internal sealed class GetVoteHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<GetVoteQuery, Result<VoteView>>
{
    private const int MostReports = 10;

    public async Task<Result<VoteView>> Handle(GetVoteQuery request, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases.AsNoTracking()
            .OfCommissionsOf(db, user.Me)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
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
            select new { Person = person.FamilyName + " " + person.GivenName, Organisation = organisation.Name, Commission = commission.Name, Members = commission.Members.Count(m => m.Status == CommissionMemberStatus.Serving) })
            .SingleAsync(cancellationToken);
        var protocol = await db.Protocols.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == found.Id, cancellationToken);
        var evaluation = await Evaluation.OfCaseAsync(db, mapper, found, time.Today(), cancellationToken);
        var reports = await (
            from check in db.OriginalityChecks
            join version in db.PortfolioVersions on check.VersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join programmeVersion in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals programmeVersion.Id
            join programme in db.Programmes on programmeVersion.ProgrammeId equals programme.Id
            where enrolment.PersonId == found.PersonId && check.FinishedAt != null && check.Stage == AssessmentStage.Summative
            orderby check.FinishedAt descending
            select new { programme.Title, check.FinishedAt, check.ReviewedPermille, check.SimilarityPermille })
            .Take(MostReports)
            .ToListAsync(cancellationToken);
        var mine = found.CountedVotes.SingleOrDefault(v => v.MemberId == user.Me);
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
            await db.SheetOfAsync(found, evaluation, cancellationToken),
            found.TestPercent,
            found.TestOn,
            found.AppliedLate,
            evaluation.Courses,
            [.. reports.Select(r => new CheckedReport(r.Title, Clock.DayOf(r.FinishedAt!.Value), r.ReviewedPermille ?? r.SimilarityPermille))],
            found.CountedVotes.Count(),
            about.Members,
            evaluation.Rules.Commission.Quorum(about.Members),
            mine is null ? null : new MyVoteView(mine.Conforms, mine.Lower, mine.Reason, mine.CastAt),
            protocol?.Id);
    }
}
