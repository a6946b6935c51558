using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// Teachers by category (table 26 of the 2022 report), people who took part in seminars by category (table 23), and the share from
/// moderator up against the targets of the documents. Sums are computed, never kept.
/// </summary>
/// <param name="PlaceId">Region; null for all that is in reach.</param>
/// <param name="Year">Year of the seminars and the target.</param>
[RequirePermission(Permission.SeeCategories)]
public sealed record GetCategoryFiguresQuery(Guid? PlaceId, int Year) : IQuery<CategoryFigures>;

/// <summary>Figures about categories.</summary>
/// <param name="CountedOn">Day of the count.</param>
/// <param name="Regions">Regions to choose among.</param>
/// <param name="Teachers">All teachers of the place: a row each in the lists of training.</param>
/// <param name="Levels">By level, as table 26 groups them; adds up to <paramref name="Teachers"/>.</param>
/// <param name="Categories">By single category, those without a record and those whose term is over apart.</param>
/// <param name="Seminars">People of the place who took part in a confirmed seminar, webinar or master class of the year, by category held today.</param>
/// <param name="FromModerator">Holders of a valid category from moderator up.</param>
/// <param name="Target">Target of the place's own document for the year; null where it names none.</param>
public sealed record CategoryFigures(
    DateOnly CountedOn,
    int Year,
    IReadOnlyList<FigurePlace> Regions,
    FigurePlace? Place,
    int Teachers,
    IReadOnlyList<Share<CategoryLevel>> Levels,
    IReadOnlyList<CategoryCount> Categories,
    IReadOnlyList<ParticipantCount> Seminars,
    int FromModerator,
    int FromModeratorPerMille,
    CategoryTarget? Target);

/// <summary>A place of the figures.</summary>
public sealed record FigurePlace(Guid Id, LocalizedText Name);

/// <summary>How many hold a category.</summary>
/// <param name="Category">Category; null where none is recorded.</param>
/// <param name="TermOver">Of them, those whose term is over.</param>
public sealed record CategoryCount(string? Category, int Count, int TermOver);

/// <summary>Participants who hold a category; null for none.</summary>
/// <param name="PerMille">Share of all participants in tenths of a per cent, rounded half up.</param>
public sealed record ParticipantCount(string? Category, int Count, int PerMille);

/// <summary>Levels as table 26 groups present and former categories.</summary>
public enum CategoryLevel
{
    /// <summary>Master or researcher, or the former highest.</summary>
    Highest,

    /// <summary>Expert, or the former first.</summary>
    Expert,

    /// <summary>Moderator, or the former second.</summary>
    Moderator,

    /// <summary>A category of heads or deputies.</summary>
    Leader,

    /// <summary>The lowest step of the ladder.</summary>
    LowestStep,

    /// <summary>None recorded.</summary>
    None,
}

internal sealed class GetCategoryFiguresHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetCategoryFiguresQuery, Result<CategoryFigures>>
{
    private static readonly string[] Counted = ["moderator", "expert", "researcher", "master"];

    private static readonly DevelopmentKind[] SeminarKinds = [DevelopmentKind.Seminar, DevelopmentKind.Webinar, DevelopmentKind.MasterClass];

    public async Task<Result<CategoryFigures>> Handle(GetCategoryFiguresQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var scope = db.Organisations.Within(user.Scopes(Permission.SeeCategories)).Select(o => o.Id);
        var everywhere = user.CanEverywhere(Permission.SeeCategories);
        var regions = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Region && scope.Contains(o.Id))
            .OrderBy(o => o.SortKey)
            .Select(o => new { o.Id, o.Name, o.Code })
            .ToListAsync(cancellationToken);
        var region = regions.Find(r => r.Id == request.PlaceId);
        if (request.PlaceId is not null && region is null)
        {
            return new NotFound();
        }

        var staff = db.TrainingStates.Where(s => (everywhere || scope.Contains(s.OrganisationId)) && (region == null || s.RegionId == region.Id));
        var counts = await (
            from s in staff
            join record in db.Newest() on s.PersonId equals record.PersonId into held
            from category in held.DefaultIfEmpty()
            group s by new { Category = category == null ? null : category.Category, Over = category != null && category.ValidUntil != null && category.ValidUntil < today } into same
            select new { same.Key.Category, same.Key.Over, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var took = await (
            from s in staff
            where db.DevelopmentActivities.Any(a =>
                a.PersonId == s.PersonId && a.Status == ActivityStatus.Confirmed && SeminarKinds.Contains(a.Kind) && a.To >= first && a.To <= last)
            join record in db.Newest() on s.PersonId equals record.PersonId into held
            from category in held.DefaultIfEmpty()
            group s by category == null ? null : category.Category into same
            select new { same.Key, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var all = counts.Sum(c => c.Count);
        var from = counts.Where(c => !c.Over && Counted.Contains(c.Category)).Sum(c => c.Count);
        return new CategoryFigures(
            today,
            request.Year,
            [.. regions.Select(r => new FigurePlace(r.Id, r.Name))],
            region is null ? null : new FigurePlace(region.Id, region.Name),
            all,
            Levels([.. counts.Select(c => (c.Category, c.Count))]),
            [.. counts
                .GroupBy(c => c.Category)
                .OrderBy(g => LevelOf(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CategoryCount(g.Key, g.Sum(c => c.Count), g.Where(c => c.Over).Sum(c => c.Count)))],
            [.. took
                .OrderByDescending(c => LevelOf(c.Key)).ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new ParticipantCount(c.Key, c.Count, Rounded.PerMille(c.Count, took.Sum(t => t.Count))))],
            from,
            Rounded.PerMille(from, all),
            everywhere || region is not null ? CategoryTargets.Of(region?.Code, request.Year) : null);
    }

    private static CategoryLevel LevelOf(string? category) => category switch
    {
        null => CategoryLevel.None,
        "master" or "researcher" or "highest" => CategoryLevel.Highest,
        "expert" or "first" => CategoryLevel.Expert,
        "moderator" or "second" => CategoryLevel.Moderator,
        _ when CategoryRecord.IsLowestStep(category) => CategoryLevel.LowestStep,
        _ => CategoryLevel.Leader,
    };

    private static List<Share<CategoryLevel>> Levels(List<(string? Category, int Count)> counts)
    {
        var all = counts.Sum(c => c.Count);
        return [.. Enum.GetValues<CategoryLevel>()
            .Select(level => (Level: level, Count: counts.Where(c => LevelOf(c.Category) == level).Sum(c => c.Count)))
            .Select(l => new Share<CategoryLevel>(l.Level, l.Count, Rounded.PerMille(l.Count, all)))];
    }
}
