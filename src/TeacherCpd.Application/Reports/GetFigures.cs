using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Effect;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// The figures that a reader looks at first, as the roles allow: how the year goes beside the two before it, against a target where a document
/// names one. Each is a figure of a report, counted by the same rule, and opens it.
/// </summary>
/// <param name="PlaceId">Region; null for all in reach.</param>
[SignedIn]
public sealed record GetFiguresQuery(Guid? PlaceId) : IQuery<FiguresView>;

/// <summary>The figures.</summary>
/// <param name="Regions">Regions to choose; empty where there is one only.</param>
/// <param name="PlaceId">Region that was chosen.</param>
/// <param name="Figures">Figures.</param>
public sealed record FiguresView(IReadOnlyList<FigurePlace> Regions, Guid? PlaceId, IReadOnlyList<KeyFigure> Figures);

/// <summary>A figure.</summary>
/// <param name="Report">Report whose figure it is, and which it opens.</param>
/// <param name="TextKey">Key of its name.</param>
/// <param name="Years">The figure of each year, the latest last; one entry where it is the state of today.</param>
/// <param name="TargetPerMille">What a document asks for, in tenths of a per cent; null for no target.</param>
/// <param name="Document">The document that asks for it.</param>
public sealed record KeyFigure(string Report, string TextKey, IReadOnlyList<FigureOfYear> Years, int? TargetPerMille = null, string? Document = null)
{
    /// <summary>The figure of the latest year.</summary>
    public FigureOfYear Now => Years[^1];

    /// <summary>Whether it is a share; a count otherwise.</summary>
    public bool IsShare => Years[^1].Cell.Whole is not null;
}

/// <summary>A figure of a year.</summary>
public sealed record FigureOfYear(int Year, ReportCell Cell);

internal sealed class GetFiguresHandler(IAppDbContext db, CurrentUser user, IMediator mediator, EscalationTerm term, TimeProvider time)
    : IRequestHandler<GetFiguresQuery, Result<FiguresView>>
{
    private const int YearsShown = 3;

    public async Task<Result<FiguresView>> Handle(GetFiguresQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var filter = new ReportFilter(today.Year) { PlaceId = request.PlaceId };
        var moderates = user.Can(Permission.ModerateAssessments);
        var scopes = user.Scopes(Permission.SeeTraining).Concat(user.Scopes(Permission.SeeCategories)).Distinct().ToList();
        var all = moderates ? db.Organisations : db.Organisations.Within(scopes);
        var regions = await all
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new FigurePlace(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        if (request.PlaceId is { } place && regions.TrueForAll(r => r.Id != place))
        {
            return new NotFound();
        }

        var figures = new List<KeyFigure>();
        if ((user.Can(Permission.SeeTraining) || moderates)
            && await db.ReachAsync(user, Permission.SeeTraining, filter, cancellationToken, overAll: moderates) is { } reach)
        {
            if (user.Can(Permission.SeeTraining))
            {
                figures.Add(await TraineesAsync(reach, today.Year, cancellationToken));
            }

            figures.Add(await RecommendedAsync(reach, today.Year, cancellationToken));
        }

        if (user.Can(Permission.SeeTraining))
        {
            figures.Add(await InTimeAsync(today, request.PlaceId, cancellationToken));
            if ((await mediator.Send(new GetTrainingQuery(request.PlaceId, null, 1), cancellationToken)) is { Error: null, Value.Counts: var counts })
            {
                figures.Add(new KeyFigure("training-due", "figure.overdue", [new(today.Year, new ReportCell(counts.Overdue, counts.Total))]));
            }
        }

        if (user.Can(Permission.SeeCategories)
            && (await mediator.Send(new GetCategoryFiguresQuery(request.PlaceId, today.Year), cancellationToken)) is { Error: null, Value: var categories })
        {
            figures.Add(new KeyFigure(
                "from-moderator",
                "figure.from_moderator",
                [new(today.Year, new ReportCell(categories.FromModerator, categories.Teachers))],
                categories.Target?.Percent * 10,
                categories.Target?.Document));
        }

        return new FiguresView(regions.Count > 1 ? regions : [], request.PlaceId, figures);
    }

    // one question for all years: those that are shown, each with its figure
    private static KeyFigure Of(string report, string textKey, int year, Func<int, ReportCell> cell) =>
        new(report, textKey, [.. Enumerable.Range(year - YearsShown + 1, YearsShown).Select(y => new FigureOfYear(y, cell(y)))]);

    private static DateOnly FirstDay(int year) => new(year - YearsShown + 1, 1, 1);

    private static DateOnly LastDay(int year) => new(year, 12, 31);

    private async Task<KeyFigure> TraineesAsync(ReportReach reach, int year, CancellationToken cancellationToken)
    {
        var counts = await db.Trainees(reach, db.Groups, FirstDay(year), LastDay(year))
            .GroupBy(t => t.Group.StartsOn.Year)
            .Select(g => new { Year = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Year, g => g.Count, cancellationToken);
        return Of("trainees-by-level", "figure.trainees", year, y => new ReportCell(counts.GetValueOrDefault(y), null));
    }

    private async Task<KeyFigure> RecommendedAsync(ReportReach reach, int year, CancellationToken cancellationToken)
    {
        // results are told at a moment; the year is that of Kazakhstan
        var (last, before) = (Clock.BeginOf(new DateOnly(year, 1, 1)), Clock.BeginOf(new DateOnly(year - 1, 1, 1)));
        var grades = await db.Results(reach, db.Groups, FirstDay(year), LastDay(year))
            .Where(r => r.IsFirst)
            .GroupBy(r => new { Year = r.Grading.ReleasedAt >= last ? year : r.Grading.ReleasedAt >= before ? year - 1 : year - 2, r.Grading.Grade })
            .Select(g => new { g.Key.Year, g.Key.Grade, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return Of("assessed", "figure.recommended", year, y => new ReportCell(
            grades.Where(g => g.Year == y && GradeRule.IsRecommended(g.Grade!.Value)).Sum(g => g.Count),
            grades.Where(g => g.Year == y).Sum(g => g.Count)));
    }

    private async Task<KeyFigure> InTimeAsync(DateOnly today, Guid? regionId, CancellationToken cancellationToken)
    {
        var over = today.AddDays(-term.Days);
        var counts = await (
            from course in db.CoursesSeenBy(user, FirstDay(today.Year), LastDay(today.Year), regionId)
            join contact in db.SupportContacts on course.Enrolment.Id equals contact.EnrolmentId
            where contact.DaysLate != null || contact.DueOn < over
            group contact by new { course.StartsOn.Year, InTime = contact.DaysLate <= term.Days } into same
            select new { same.Key.Year, same.Key.InTime, Count = same.Count() })
            .ToListAsync(cancellationToken);
        return Of("effect", "figure.in_time", today.Year, y => new ReportCell(
            counts.Where(c => c.Year == y && c.InTime).Sum(c => c.Count), counts.Where(c => c.Year == y).Sum(c => c.Count)));
    }
}
