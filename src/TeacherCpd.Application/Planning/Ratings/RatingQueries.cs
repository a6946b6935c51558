using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>Parts of queries that the use cases of ratings share.</summary>
internal static class RatingQueries
{
    /// <summary>The versions of rubrics of the organisations for which the user rates, with blocks and bands.</summary>
    public static IQueryable<RatingRubric> RubricsOf(this IAppDbContext db, CurrentUser user)
    {
        var reach = db.Organisations.Within(user.Scopes(Permission.ManageRatings)).Select(o => o.Id);
        return db.RatingRubrics.Where(r => reach.Contains(r.OrganisationId)).Include(r => r.Blocks).Include(r => r.Bands).AsSplitQuery();
    }

    /// <summary>A rating with all its points and its rubric; null where it is not in reach.</summary>
    public static async Task<(Rating Rating, RatingRubric Rubric)?> RatingInReachAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var rating = await db.Ratings.Include(r => r.Rows).ThenInclude(r => r.Points).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        var rubric = rating is null ? null : await db.RubricsOf(user).SingleOrDefaultAsync(r => r.Id == rating.RubricId, cancellationToken);
        return rubric is null ? null : (rating!, rubric);
    }
}
