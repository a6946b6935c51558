using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Originality;

/// <summary>A case, for the teacher whose work it is, the trainer of the group, and those who have a permission over its branch.</summary>
[SignedIn]
public sealed record GetOriginalityCaseQuery(Guid CaseId) : IQuery<OriginalityCaseView>;

/// <summary>A case.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Number to quote.</param>
/// <param name="Status">State.</param>
/// <param name="IsOwn">Whether it is the reader's own.</param>
/// <param name="EnrolmentId">For the owner, to go back to the portfolio.</param>
/// <param name="Teacher">Name of the teacher.</param>
/// <param name="GroupCode">Group.</param>
/// <param name="Receipt">Receipt number of the version.</param>
/// <param name="Stage">Stage of the version.</param>
/// <param name="HoldsWork">Whether the work is not assessed before the verdict.</param>
/// <param name="StatementDueOn">Last day of the statement.</param>
/// <param name="AppealDueOn">Last day of an appeal; null before the verdict.</param>
/// <param name="Checks">The checks of the version, the first round first.</param>
/// <param name="Steps">What happened, the oldest first.</param>
/// <param name="Verdict">The verdict; null until there is one.</param>
/// <param name="Outcome">What the appeal came to; null until it is decided.</param>
/// <param name="Act">What the reader may do now; null: nothing.</param>
/// <param name="HasPart">Whether the reader would decide but for a part in the case.</param>
public sealed record OriginalityCaseView(
    Guid Id,
    string Number,
    OriginalityCaseStatus Status,
    bool IsOwn,
    Guid? EnrolmentId,
    string Teacher,
    string GroupCode,
    string Receipt,
    AssessmentStage Stage,
    bool HoldsWork,
    DateOnly StatementDueOn,
    DateOnly? AppealDueOn,
    IReadOnlyList<CaseCheckView> Checks,
    IReadOnlyList<CaseStep> Steps,
    OriginalityVerdict? Verdict,
    AppealOutcome? Outcome,
    CaseAct? Act,
    bool HasPart);

/// <summary>What somebody may do in a case.</summary>
public enum CaseAct
{
    /// <summary>The teacher: give the statement.</summary>
    State,

    /// <summary>The teacher: appeal.</summary>
    Appeal,

    /// <summary>Give the verdict.</summary>
    Decide,

    /// <summary>Decide the appeal.</summary>
    Close,
}

/// <summary>A check of the version.</summary>
public sealed class CaseCheckView
{
    public Guid Id { get; init; }

    public Guid MaterialId { get; init; }

    public MaterialKind Kind { get; init; }

    public int Part { get; init; }

    public CheckRound Round { get; init; }

    public CheckStatus Status { get; init; }

    public DateTime? FinishedAt { get; init; }

    public int? Permille { get; init; }

    public int? ReviewedPermille { get; init; }
}

/// <summary>Kinds of steps of a case.</summary>
public enum CaseStepKind
{
    /// <summary>A check reached the threshold.</summary>
    Threshold,

    /// <summary>The trainer, a coordinator or a moderator saw a reason.</summary>
    ByHand,

    /// <summary>An independent assessor suspects it.</summary>
    Suspicion,

    /// <summary>A person confirmed a passage.</summary>
    PassageConfirmed,

    /// <summary>A person dismissed a passage.</summary>
    PassageDismissed,

    /// <summary>The teacher gave the statement.</summary>
    Statement,

    /// <summary>The verdict.</summary>
    Verdict,

    /// <summary>The teacher appealed.</summary>
    Appeal,

    /// <summary>The appeal was decided.</summary>
    Outcome,

    /// <summary>A mail about it was sent, or not.</summary>
    Notice,
}

/// <summary>Something that happened in a case.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Kind">What.</param>
/// <param name="Words">What was said; null where nothing was.</param>
/// <param name="Who">Who; null for the system and for assessors, who are never named.</param>
/// <param name="Permille">Figure of a check, of a thousand.</param>
/// <param name="Value">Verdict, outcome, or kind of a mail, whose name stands in the texts.</param>
/// <param name="State">State of a mail.</param>
public sealed record CaseStep(DateTime At, CaseStepKind Kind, string? Words = null, string? Who = null, int? Permille = null, Enum? Value = null, ReminderStatus? State = null);

internal sealed class GetOriginalityCaseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetOriginalityCaseQuery, Result<OriginalityCaseView>>
{
    public async Task<Result<OriginalityCaseView>> Handle(GetOriginalityCaseQuery request, CancellationToken cancellationToken)
    {
        var @case = await db.OriginalityCases.AsNoTracking().Include(c => c.Grounds).SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        var work = @case is null ? null : await db.WorkPlaces().AsNoTracking().SingleAsync(w => w.VersionId == @case.VersionId, cancellationToken);
        var isOwn = work?.PersonId == user.Me;
        if (@case is null || !(isOwn || work!.IsJudgedBy(user) || user.Covers(Permission.DecideOriginality, work.BranchPath)))
        {
            return new NotFound();
        }

        var checks = await ChecksAsync(@case.VersionId, cancellationToken);
        var materials = checks.Select(c => c.MaterialId).Distinct().ToList();
        var reviews = await db.PassageReviews.AsNoTracking().Where(r => EF.Parameter(materials).Contains(r.MaterialId)).ToListAsync(cancellationToken);
        var notices = await db.CaseNotices.AsNoTracking().Where(n => n.CaseId == @case.Id).ToListAsync(cancellationToken);
        var names = await NamesAsync(@case, work!, reviews, cancellationToken);
        var (act, hasPart) = ActOf(@case, work!, isOwn);
        return new OriginalityCaseView(
            @case.Id,
            @case.Number,
            @case.Status,
            isOwn,
            isOwn ? work!.EnrolmentId : null,
            names[work!.PersonId],
            work.GroupCode,
            work.Receipt,
            work.Stage,
            @case.HoldsWork,
            @case.StatementDueOn,
            @case.AppealDueOn,
            checks,
            [.. CaseSteps.Of(@case, reviews, notices, names).OrderBy(s => s.At)],
            @case.Verdict,
            @case.Outcome,
            act,
            hasPart);
    }

    private (CaseAct? Act, bool HasPart) ActOf(OriginalityCase @case, WorkPlace work, bool isOwn)
    {
        var today = time.Today();
        if (isOwn)
        {
            return @case.Status switch
            {
                OriginalityCaseStatus.Open when today <= @case.StatementDueOn => (CaseAct.State, false),
                OriginalityCaseStatus.Decided when today <= @case.AppealDueOn => (CaseAct.Appeal, false),
                _ => (null, false),
            };
        }

        CaseAct? act = @case.Status switch
        {
            _ when !user.Covers(Permission.DecideOriginality, work.BranchPath) => null,
            OriginalityCaseStatus.Heard => CaseAct.Decide,
            OriginalityCaseStatus.Open when today > @case.StatementDueOn => CaseAct.Decide,
            OriginalityCaseStatus.Appealed => CaseAct.Close,
            _ => null,
        };
        var hasPart = act is not null && (!@case.IsIndependent(user.Me, work.Parts) || (act == CaseAct.Close && @case.DecidedBy == user.Me));
        return (hasPart ? null : act, hasPart);
    }

    private async Task<List<CaseCheckView>> ChecksAsync(Guid versionId, CancellationToken cancellationToken)
    {
        var checks = await (
            from check in db.OriginalityChecks
            where check.VersionId == versionId
            join material in db.PortfolioMaterials on check.MaterialId equals material.Id
            select new CaseCheckView
            {
                Id = check.Id,
                MaterialId = material.Id,
                Kind = material.Kind,
                Part = material.Part,
                Round = check.Round,
                Status = check.Status,
                FinishedAt = check.FinishedAt,
                Permille = check.SimilarityPermille,
                ReviewedPermille = check.ReviewedPermille,
            }).ToListAsync(cancellationToken);
        return [.. checks.OrderBy(c => c.Kind).ThenBy(c => c.Part).ThenBy(c => c.Round)];
    }

    // whoever suspects stays unknown: assessors are in no list of names
    private async Task<Dictionary<Guid, string>> NamesAsync(
        OriginalityCase @case, WorkPlace work, List<PassageReview> reviews, CancellationToken cancellationToken)
    {
        List<Guid?> ids =
        [
            work.PersonId, @case.DecidedBy, @case.ClosedBy,
            .. @case.Grounds.Where(g => g.Kind == CaseGroundKind.ByHand).Select(g => g.By),
            .. reviews.Select(r => r.By),
        ];
        var known = ids.OfType<Guid>().Distinct().ToList();
        return await db.Persons
            .Where(p => EF.Parameter(known).Contains(p.Id))
            .Select(p => new { p.Id, p.FamilyName, p.GivenName })
            .ToDictionaryAsync(p => p.Id, p => $"{p.FamilyName} {p.GivenName}", cancellationToken);
    }
}
