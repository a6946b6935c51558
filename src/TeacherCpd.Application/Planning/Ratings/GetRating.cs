using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>A rating with its sums and places, beside those of another year where both have one rubric.</summary>
/// <param name="RatingId">Rating.</param>
/// <param name="Band">Band of size that is shown, from 1; null: all.</param>
/// <param name="BesideId">Rating of another year to compare with; null for none.</param>
[RequirePermission(Permission.ManageRatings)]
public sealed record GetRatingQuery(Guid RatingId, int? Band, Guid? BesideId) : IQuery<RatingView>;

/// <summary>A rating.</summary>
/// <param name="Faults">Sizes that belong to two bands or to none.</param>
/// <param name="Others">Ratings of other years; of another version of the rubric they cannot be compared.</param>
/// <param name="Beside">Year that stands beside; null for none.</param>
public sealed record RatingView(
    Guid Id,
    string Title,
    string Kind,
    int Year,
    IReadOnlyList<string> Blocks,
    IReadOnlyList<SizeBand> Bands,
    IReadOnlyList<BandFault> Faults,
    IReadOnlyList<RatedRow> Rows,
    IReadOnlyList<OtherRating> Others,
    int? Beside);

/// <summary>An organisation.</summary>
/// <param name="Place">Place among all; equal points share it.</param>
/// <param name="BandPlaces">Place in each band to which it belongs by its size: none where the size is not known, two where bands overlap.</param>
/// <param name="Tenths">Points of each block in tenths; null for blank.</param>
/// <param name="Sum">Sum of the points in tenths.</param>
/// <param name="Stated">Stated total in tenths; null for none.</param>
/// <param name="Before">Sum of the year beside; null for none.</param>
public sealed record RatedRow(
    string Name, int? Learners, int Place, IReadOnlyDictionary<int, int> BandPlaces, IReadOnlyList<int?> Tenths, int Sum, int? Stated, int? Before)
{
    /// <summary>What of the stated total the parts do not explain, in tenths; null where nothing is stated or nothing is left.</summary>
    public int? Remainder => Stated is { } stated && stated != Sum ? stated - Sum : null;
}

/// <summary>A rating of another year.</summary>
public sealed record OtherRating(Guid Id, int Year, bool IsComparable);

internal sealed class GetRatingHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRatingQuery, Result<RatingView>>
{
    public async Task<Result<RatingView>> Handle(GetRatingQuery request, CancellationToken cancellationToken)
    {
        if (await db.RatingInReachAsync(user, request.RatingId, cancellationToken) is not var (rating, rubric))
        {
            return new NotFound();
        }

        var others = await db.Ratings
            .Where(r => r.Id != rating.Id && db.RatingRubrics.Any(x => x.Id == r.RubricId && x.OrganisationId == rubric.OrganisationId && x.Kind == rubric.Kind))
            .OrderByDescending(r => r.Year)
            .Select(r => new OtherRating(r.Id, r.Year, r.RubricId == rubric.Id))
            .ToListAsync(cancellationToken);
        var beside = request.BesideId is { } wanted ? others.Find(o => o.Id == wanted) : null;
        if (request.BesideId is not null && beside is not { IsComparable: true })
        {
            return beside is null ? new NotFound() : new RatingsOfTwoRubrics();
        }

        var before = beside is null ? [] : await db.Ratings
            .Where(r => r.Id == beside.Id)
            .SelectMany(r => r.Rows)
            .Select(r => new { r.Key, Sum = r.Points.Sum(p => p.Tenths) })
            .ToDictionaryAsync(r => r.Key, r => r.Sum, cancellationToken);
        List<RatingBlock> blocks = [.. rubric.Blocks.OrderBy(b => b.Position)];
        List<RatingBand> bands = [.. rubric.Bands.OrderBy(b => b.Position)];
        var sums = rating.Rows.ToDictionary(r => r.Id, r => RatingRules.Sum(r.Points.Select(p => (int?)p.Tenths)));
        var places = RatingRules.Places(sums.Select(s => (s.Key, s.Value)));
        var inBand = bands.ToDictionary(
            b => b.Position, b => RatingRules.Places(rating.Rows.Where(r => r.Learners is { } size && b.Size.Contains(size)).Select(r => (r.Id, sums[r.Id]))));
        return new RatingView(
            rating.Id,
            rubric.Title,
            rubric.Kind,
            rating.Year,
            [.. blocks.Select(b => b.Name)],
            [.. bands.Select(b => b.Size)],
            RatingRules.Check(bands.Select(b => b.Size)),
            [.. rating.Rows
                .Where(r => request.Band is not { } band || (inBand.TryGetValue(band, out var some) && some.ContainsKey(r.Id)))
                .OrderBy(r => places[r.Id]).ThenBy(r => SortKey.Of(r.Name), StringComparer.Ordinal)
                .Select(r => new RatedRow(
                    r.Name,
                    r.Learners,
                    places[r.Id],
                    inBand.Where(b => b.Value.ContainsKey(r.Id)).ToDictionary(b => b.Key, b => b.Value[r.Id]),
                    [.. blocks.Select(b => r.Points.Where(p => p.BlockId == b.Id).Select(p => (int?)p.Tenths).SingleOrDefault())],
                    sums[r.Id],
                    r.StatedTenths,
                    before.TryGetValue(r.Key, out var last) ? last : null))],
            others,
            beside?.Year);
    }
}
