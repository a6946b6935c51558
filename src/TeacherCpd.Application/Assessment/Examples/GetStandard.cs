using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>What moderators see of the common standard: examples, whom they hold back, and reports that their assessors have seen.</summary>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record GetStandardQuery : IQuery<StandardView>;

/// <summary>The common standard.</summary>
/// <param name="Examples">Examples, those in use first.</param>
/// <param name="HeldBack">Assessors who marked examples and are held back by what came of it.</param>
/// <param name="Reports">The newest report of each assessor that moderators may see, the most severe first.</param>
/// <param name="OwnDays">Days for which only the assessor sees a report.</param>
public sealed record StandardView(IReadOnlyList<ExampleView> Examples, IReadOnlyList<HeldBackAssessor> HeldBack, IReadOnlyList<AssessorFigures> Reports, int OwnDays);

/// <summary>An example.</summary>
public sealed record ExampleView
{
    public Guid ExampleId { get; init; }

    public Guid AgreedSheetId { get; init; }

    public string ListenerCode { get; init; } = "";

    public LocalizedText Rubric { get; init; } = null!;

    public ExampleUse Use { get; init; }

    public ExampleStatus Status { get; init; }

    public int Tolerance { get; init; }

    public string AgreedWith { get; init; } = "";

    /// <summary>Assessors who signed a sheet by it.</summary>
    public int Marked { get; init; }

    /// <summary>Whether the user wrote the agreed sheet and may go on with it.</summary>
    public bool IsMine { get; init; }
}

/// <summary>An assessor whom examples hold back.</summary>
public sealed record HeldBackAssessor(Guid AssessorId, string Name, Guid RubricId, LocalizedText Rubric, int Hits, int Needed, bool IsPaused);

/// <summary>Figures of an assessor.</summary>
public sealed record AssessorFigures(string Name, MarkingFigures Figures);

internal sealed class GetStandardHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetStandardQuery, Result<StandardView>>
{
    public async Task<Result<StandardView>> Handle(GetStandardQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var examples = await (
            from example in db.ExamplePortfolios
            join version in db.PortfolioVersions on example.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join rubric in db.Rubrics on example.RubricId equals rubric.Id
            join agreed in db.RubricSheets on example.AgreedSheetId equals agreed.Id
            orderby example.StatusSince descending
            select new ExampleView
            {
                ExampleId = example.Id,
                AgreedSheetId = example.AgreedSheetId,
                ListenerCode = enrolment.ListenerCode,
                Rubric = rubric.Title,
                Use = example.Use,
                Status = example.Status,
                Tolerance = example.Tolerance,
                AgreedWith = example.AgreedWith,
                Marked = db.RubricSheets.Count(s => s.PortfolioVersionId == example.PortfolioVersionId && s.SignedAt != null && SheetRoles.ByExample.Contains(s.Role)),
                IsMine = agreed.AuthorId == me,
            }).ToListAsync(cancellationToken);
        var assessors = await (
            from person in db.Persons
            where person.Roles.Any(r => r.Role == Role.Assessor)
            orderby person.SortKey
            select new { person.Id, Name = person.FamilyName + " " + person.GivenName }).ToListAsync(cancellationToken);
        var rubrics = await db.Rubrics.Select(r => new { r.Id, r.Title }).ToDictionaryAsync(r => r.Id, r => r.Title, cancellationToken);

        // whoever has not begun is held back by nobody but themselves
        var heldBack = (await db.StandingsByMarkedAsync(cancellationToken))
            .Where(s => !s.MayMark)
            .Join(assessors, s => s.AssessorId, a => a.Id, (s, a) => new HeldBackAssessor(a.Id, a.Name, s.RubricId, rubrics[s.RubricId], s.Hits, s.Needed, s.IsPaused))
            .ToList();
        var today = time.Today();
        var reports = (await db.MarkingReports
                .AsNoTracking()
                .Where(r => !db.MarkingReports.Any(later => later.AssessorId == r.AssessorId && later.MadeOn > r.MadeOn))
                .ToListAsync(cancellationToken))
            .Where(r => r.IsShownToModerators(today))
            .Join(assessors, r => r.AssessorId, a => a.Id, (r, a) => new AssessorFigures(a.Name, MarkingFigures.Of(r)))
            .OrderByDescending(r => r.Figures.SeverityPermille);
        return new StandardView([.. examples.OrderBy(e => e.Status == ExampleStatus.Retired)], heldBack, [.. reports], MarkingReport.DaysOfOwn);
    }
}
