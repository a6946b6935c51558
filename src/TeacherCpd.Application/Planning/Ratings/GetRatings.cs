using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>The rubrics by which the user rates, with their ratings by year.</summary>
[RequirePermission(Permission.ManageRatings)]
public sealed record GetRatingsQuery : IQuery<RatingsView>;

/// <summary>Rubrics and ratings.</summary>
public sealed record RatingsView(IReadOnlyList<RubricLine> Rubrics, IReadOnlyList<NamedChoice> Organisations, int ThisYear);

/// <summary>A version of a rubric.</summary>
/// <param name="Faults">Sizes that belong to two bands or to none.</param>
/// <param name="Ratings">Its ratings, the newest year first.</param>
public sealed record RubricLine(
    Guid Id, string Title, string Kind, int FromYear, IReadOnlyList<string> Blocks, IReadOnlyList<SizeBand> Bands, IReadOnlyList<BandFault> Faults, IReadOnlyList<RatingLine> Ratings);

/// <summary>A rating.</summary>
public sealed record RatingLine(Guid Id, int Year, int Rows);

internal sealed class GetRatingsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetRatingsQuery, Result<RatingsView>>
{
    private const int Most = 50;

    public async Task<Result<RatingsView>> Handle(GetRatingsQuery request, CancellationToken cancellationToken)
    {
        var rubrics = await db.RubricsOf(user).AsNoTracking().OrderByDescending(r => r.FromYear).ThenBy(r => r.Id).Take(Most).ToListAsync(cancellationToken);
        var ids = rubrics.Select(r => r.Id).ToList();
        var ratings = (await db.Ratings.Where(r => ids.Contains(r.RubricId)).Select(r => new { r.RubricId, Line = new RatingLine(r.Id, r.Year, r.Rows.Count) }).ToListAsync(cancellationToken))
            .ToLookup(r => r.RubricId, r => r.Line);
        return new RatingsView(
            [.. rubrics.Select(r => new RubricLine(
                r.Id,
                r.Title,
                r.Kind,
                r.FromYear,
                [.. r.Blocks.OrderBy(b => b.Position).Select(b => b.Name)],
                [.. r.Bands.OrderBy(b => b.Position).Select(b => b.Size)],
                RatingRules.Check(r.Bands.Select(b => b.Size)),
                [.. ratings[r.Id].OrderByDescending(l => l.Year)]))],
            await db.Organisations.Tops(user.Scopes(Permission.ManageRatings)).OrderBy(o => o.SortKey).Select(o => new NamedChoice(o.Id, o.Name)).ToListAsync(cancellationToken),
            time.Today().Year);
    }
}
