using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>How an assessor's own signed sheet by an example stands to the agreed levels, criterion by criterion.</summary>
/// <param name="SheetId">Own sheet.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record GetDifferenceQuery(Guid SheetId) : IQuery<DifferenceView>;

/// <summary>The difference.</summary>
/// <param name="Rubric">Title of the rubric.</param>
/// <param name="Role">Practice or seed.</param>
/// <param name="Own">Own grade.</param>
/// <param name="Agreed">Agreed grade.</param>
/// <param name="Differing">Criteria that differ.</param>
/// <param name="Tolerance">Criteria that may.</param>
/// <param name="IsWithin">Whether it is within the tolerance.</param>
/// <param name="Lines">Criteria in order.</param>
/// <param name="Comment">Words of the moderators about the whole.</param>
public sealed record DifferenceView(
    LocalizedText Rubric, SheetRole Role, Grade Own, Grade Agreed, int Differing, int Tolerance, bool IsWithin, IReadOnlyList<DifferenceLine> Lines, string Comment);

/// <summary>One criterion.</summary>
/// <param name="Criterion">Criterion.</param>
/// <param name="Own">Own level.</param>
/// <param name="Agreed">Agreed level.</param>
/// <param name="Comment">Words of the moderators.</param>
public sealed record DifferenceLine(CriterionView Criterion, Grade Own, Grade Agreed, string Comment);

internal sealed class GetDifferenceHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetDifferenceQuery, Result<DifferenceView>>
{
    public async Task<Result<DifferenceView>> Handle(GetDifferenceQuery request, CancellationToken cancellationToken)
    {
        var own = await db.SheetsOf(user.Me)
            .AsNoTracking()
            .Include(s => s.Marks)
            .SingleOrDefaultAsync(s => s.Id == request.SheetId && s.SignedAt != null && SheetRoles.ByExample.Contains(s.Role), cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        var example = await db.ExamplePortfolios.AsNoTracking().SingleAsync(e => e.PortfolioVersionId == own.PortfolioVersionId, cancellationToken);
        var agreed = await db.RubricSheets.AsNoTracking().Include(s => s.Marks).SingleAsync(s => s.Id == example.AgreedSheetId, cancellationToken);
        var title = await db.Rubrics.Where(r => r.Id == example.RubricId).Select(r => r.Title).SingleAsync(cancellationToken);
        var rubric = await db.SheetRubricAsync(example.RubricId, cancellationToken);
        var comparison = SheetComparison.Of(own.Marks, agreed.Marks);
        var differences = comparison.Criteria.ToDictionary(c => c.CriterionId);
        var words = agreed.Marks.ToDictionary(m => m.CriterionId, m => m.Comment);
        return new DifferenceView(
            title,
            own.Role,
            own.Grade!.Value,
            agreed.Grade!.Value,
            comparison.Differing,
            example.Tolerance,
            comparison.IsWithin(example.Tolerance),
            [.. rubric.Criteria.Where(c => differences.ContainsKey(c.Id)).Select(c => new DifferenceLine(c, differences[c.Id].Own, differences[c.Id].Reference, words[c.Id]))],
            agreed.Comment);
    }
}
