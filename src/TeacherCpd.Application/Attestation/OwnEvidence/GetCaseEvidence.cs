using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The evidence of one of the own cases, to be put to criteria.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetCaseEvidenceQuery(Guid CaseId) : IQuery<CaseEvidenceForm>;

/// <summary>The evidence of a case.</summary>
/// <param name="IsOpen">Whether it may still be changed.</param>
/// <param name="Sheet">Criteria with what stands at them.</param>
/// <param name="Free">Own items that stand at no criterion of this case, with the criterion they usually belong to.</param>
/// <param name="Suggested">Points that follow from records of the product, by criterion: mean of observations, hours of courses.</param>
public sealed record CaseEvidenceForm(
    Guid Id,
    string Number,
    string Claimed,
    bool IsOpen,
    CaseSheet Sheet,
    IReadOnlyList<FreeEvidence> Free,
    IReadOnlyDictionary<string, int> Suggested);

/// <summary>An item that may be put to a criterion.</summary>
/// <param name="Consented">Whether the person allows its use: else it cannot be.</param>
/// <param name="Criterion">Criterion it usually belongs to; null where none is usual.</param>
public sealed record FreeEvidence(Guid Id, EvidenceKind Kind, string Title, DateOnly On, bool Consented, string? Criterion);

internal sealed class GetCaseEvidenceHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetCaseEvidenceQuery, Result<CaseEvidenceForm>>
{
    public async Task<Result<CaseEvidenceForm>> Handle(GetCaseEvidenceQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var own = await db.AttestationCases.AsNoTracking()
            .Include(c => c.Scores)
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == me, cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, own, time.Today(), cancellationToken);
        var sheet = await db.SheetOfAsync(own, evaluation, cancellationToken);
        var items = await db.EvidenceItems.AsNoTracking()
            .Where(i => i.PersonId == me)
            .OrderByDescending(i => i.On)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);
        var used = own.Evidence.Select(e => e.ItemId).ToHashSet();
        var asks = evaluation.Sheet?.Sheet.Criteria
            .Where(c => evaluation.Criteria.Contains(c.Number) && EvidenceKinds.Of(c) is not null)
            .DistinctBy(EvidenceKinds.Of)
            .ToDictionary(c => EvidenceKinds.Of(c)!.Value, c => c.Number) ?? [];
        return new CaseEvidenceForm(
            own.Id,
            own.Number,
            own.ClaimedCategory,
            own.EvidenceIsOpen,
            sheet,
            [.. items.Where(i => !used.Contains(i.Id)).Select(i => new FreeEvidence(i.Id, i.Kind, i.Title, i.On, i.ConsentedAt is not null, asks.GetValueOrDefault(i.Kind)))],
            Suggested(evaluation, sheet, own));
    }

    // what the records of the product say already; everything else is the candidate's own claim
    private static Dictionary<string, int> Suggested(Evaluation evaluation, CaseSheet sheet, AttestationCase own)
    {
        var suggested = new Dictionary<string, int>();
        foreach (var criterion in evaluation.Sheet?.Sheet.Criteria.Where(c => evaluation.Criteria.Contains(c.Number)) ?? [])
        {
            if (EvidenceKinds.Of(criterion) == EvidenceKind.Observation && evaluation.Question.Ladder == Ladder.Teacher && sheet.Year?.Points is { } mean)
            {
                suggested[criterion.Number] = mean;
            }
            else if (criterion.HoursFor(own.ClaimedCategory, evaluation.Question.Organisation ?? EducationType.School) is { } hours
                && evaluation.Courses.Sum(c => c.Counted) >= hours
                && criterion.Points.TryGetValue(own.ClaimedCategory, out var points))
            {
                suggested[criterion.Number] = points;
            }
        }

        return suggested;
    }
}
