using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>
/// The report of a visit: for the school and the departments above it once it was sent, before that for whoever plans the visit or carries it out.
/// </summary>
/// <param name="VisitId">Visit.</param>
[SignedIn]
public sealed record GetVisitReportQuery(Guid VisitId) : IQuery<VisitReport>;

/// <summary>A report.</summary>
/// <param name="Visitor">Centre or branch that visited.</param>
/// <param name="SentAt">When it went to the school (UTC); null before: what stands now may change.</param>
/// <param name="Stages">Closed stages in their order.</param>
/// <param name="Shares">Shares of its numbers, numerator and denominator.</param>
/// <param name="Contradictions">Shares whose part is larger than its whole.</param>
/// <param name="IsInHand">Whether the user works on the visit.</param>
public sealed record VisitReport(
    Guid VisitId,
    string Title,
    LocalizedText School,
    LocalizedText Visitor,
    DateOnly StartsOn,
    DateTime? SentAt,
    IReadOnlyList<VisitReportStage> Stages,
    IReadOnlyList<VisitShare> Shares,
    IReadOnlyList<VisitRatio> Contradictions,
    bool IsInHand);

/// <summary>A closed stage.</summary>
public sealed record VisitReportStage(VisitStageKind Kind, string Outcome, DateTime ClosedAt, IReadOnlyList<(VisitCountKind Kind, int Number)> Counts);

internal sealed class GetVisitReportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetVisitReportQuery, Result<VisitReport>>
{
    public async Task<Result<VisitReport>> Handle(GetVisitReportQuery request, CancellationToken cancellationToken)
    {
        var inHand = await db.VisitsInHand(user).AnyAsync(v => v.Id == request.VisitId, cancellationToken);
        var seen = inHand ? db.SchoolVisits : await db.VisitsReportedAsync(user, cancellationToken);
        var visit = await seen.AsNoTracking().Whole().SingleOrDefaultAsync(v => v.Id == request.VisitId, cancellationToken);
        if (visit is null)
        {
            return new NotFound();
        }

        var names = await db.OrganisationNamesAsync([visit.SchoolId, visit.OrganisationId], cancellationToken);
        var numbers = visit.Numbers();
        return new VisitReport(
            visit.Id,
            visit.Title,
            names[visit.SchoolId],
            names[visit.OrganisationId],
            visit.StartsOn,
            visit.Status == SchoolVisitStatus.Sent ? visit.EndedAt : null,
            [
                .. visit.Stages.Where(s => s.ClosedAt is not null).OrderBy(s => s.Kind).Select(s => new VisitReportStage(
                    s.Kind, s.Outcome!, s.ClosedAt!.Value, [.. s.Counts.OrderBy(c => c.Kind).Select(c => (c.Kind, c.Number))])),
            ],
            [.. VisitFigures.Shares([numbers]).Where(s => s.Visits > 0)],
            [.. VisitFigures.Contradictions(numbers)],
            inHand);
    }
}
