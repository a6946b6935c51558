using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The board of a cycle: who stands where, what is late and who has to act.</summary>
[SignedIn]
public sealed record GetCycleQuery(Guid CycleId) : IQuery<CycleView>;

/// <summary>A cycle with its cases.</summary>
/// <param name="MayPlan">Whether the user may change its days.</param>
/// <param name="Rows">What waits, grouped by who has to act.</param>
/// <param name="Cases">The cases that wait, the late ones first.</param>
public sealed record CycleView(
    Guid Id,
    LocalizedText Organisation,
    int Year,
    int Session,
    CycleGroup Group,
    CommissionLevel Level,
    CycleStage Stage,
    CycleDates Dates,
    bool MayPlan,
    IReadOnlyList<BoardRow> Rows,
    IReadOnlyList<BoardCase> Cases);

/// <summary>Who has to act in a cycle.</summary>
public enum WhoActs
{
    /// <summary>The candidate: the case is not handed in.</summary>
    Candidate,

    /// <summary>The secretary: to accept or refuse it, within a working day.</summary>
    SecretaryToAccept,

    /// <summary>The secretary: to record results and put it on an agenda.</summary>
    SecretaryToPrepare,

    /// <summary>The commission: to vote and decide.</summary>
    Commission,

    /// <summary>The secretary: to approve the letter of reasons.</summary>
    SecretaryToWrite,

    /// <summary>Nobody: it is decided and told, or taken back.</summary>
    Nobody,
}

/// <summary>How many cases wait for somebody.</summary>
/// <param name="Late">How many of them have waited too long.</param>
public sealed record BoardRow(WhoActs Who, int Cases, int Late);

/// <summary>A case on a board.</summary>
public sealed record BoardCase(Guid Id, string Number, string Candidate, LocalizedText Organisation, AttestationCaseStatus Status, WhoActs Who, bool IsLate, bool AppliedLate);

/// <summary>Who sees boards.</summary>
internal static class CycleBoards
{
    /// <summary>Whether the user plans cycles over the organisation or below, or prepares cases there.</summary>
    public static bool MaySee(CurrentUser user, string path) =>
        user.Scopes(Permission.ManageCycles).Concat(user.Scopes(Permission.PrepareAttestationCases))
            .Any(scope => path.StartsWith(scope, StringComparison.Ordinal) || scope.StartsWith(path, StringComparison.Ordinal));
}

internal sealed class GetCycleHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCycleQuery, Result<CycleView>>
{
    private const int MostCases = 200;

    public async Task<Result<CycleView>> Handle(GetCycleQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from cycle in db.AttestationCycles
            join seat in db.Organisations on cycle.OrganisationId equals seat.Id
            where cycle.Id == request.CycleId
            select new { Cycle = cycle, seat.Name, seat.Path }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null || !CycleBoards.MaySee(user, found.Path))
        {
            return new NotFound();
        }

        var today = time.Today();
        var scopes = user.Scopes(Permission.ManageCycles).Concat(user.Scopes(Permission.PrepareAttestationCases)).Distinct().ToList();
        var inReach = db.Organisations.Within(scopes).Select(o => o.Id);
        var rows = await (
            from attestationCase in db.AttestationCases
            join person in db.Persons on attestationCase.PersonId equals person.Id
            join organisation in db.Organisations on attestationCase.OrganisationId equals organisation.Id
            where attestationCase.CycleId == found.Cycle.Id && inReach.Contains(organisation.Id)
            orderby attestationCase.SubmittedAt, attestationCase.Number
            select new
            {
                attestationCase.Id,
                attestationCase.Number,
                Candidate = person.FamilyName + " " + person.GivenName,
                Organisation = organisation.Name,
                attestationCase.Status,
                attestationCase.SubmittedAt,
                attestationCase.AppliedLate,
                HasDraft = db.ReasonLetters.Any(l => l.CaseId == attestationCase.Id && l.Status == ReasonLetterStatus.Draft),
            }).ToListAsync(cancellationToken);
        var cases = rows.Select(r =>
        {
            var who = WhoOf(r.Status, r.HasDraft);
            return new BoardCase(r.Id, r.Number, r.Candidate, r.Organisation, r.Status, who, IsLate(who, r.SubmittedAt, found.Cycle.Dates, today), r.AppliedLate);
        }).ToList();
        return new CycleView(
            found.Cycle.Id,
            found.Name,
            found.Cycle.Year,
            found.Cycle.Session,
            found.Cycle.Group,
            found.Cycle.Level,
            found.Cycle.Stage,
            found.Cycle.Dates,
            user.Covers(Permission.ManageCycles, found.Path),
            [.. Enum.GetValues<WhoActs>().Select(w => new BoardRow(w, cases.Count(c => c.Who == w), cases.Count(c => c.Who == w && c.IsLate)))],
            [.. cases.Where(c => c.Who != WhoActs.Nobody).OrderByDescending(c => c.IsLate).ThenBy(c => c.Who).Take(MostCases)]);
    }

    private static WhoActs WhoOf(AttestationCaseStatus status, bool hasDraft) => status switch
    {
        AttestationCaseStatus.Open => WhoActs.Candidate,
        AttestationCaseStatus.Submitted => WhoActs.SecretaryToAccept,
        AttestationCaseStatus.UnderReview => WhoActs.SecretaryToPrepare,
        AttestationCaseStatus.Voting => WhoActs.Commission,
        AttestationCaseStatus.Decided => hasDraft ? WhoActs.SecretaryToWrite : WhoActs.Nobody,
        AttestationCaseStatus.Withdrawn or AttestationCaseStatus.Refused => WhoActs.Nobody,
    };

    private static bool IsLate(WhoActs who, DateTime? submittedAt, CycleDates dates, DateOnly today) => who switch
    {
        WhoActs.Candidate => today >= dates.Test,
        WhoActs.SecretaryToAccept => submittedAt is { } at && ApplicationTerm.DueOn(Clock.LocalOf(at)) < today,
        WhoActs.SecretaryToPrepare => today >= dates.Sittings,
        WhoActs.Commission => today >= dates.Orders,
        WhoActs.SecretaryToWrite => today >= dates.Close,
        WhoActs.Nobody => false,
    };
}
