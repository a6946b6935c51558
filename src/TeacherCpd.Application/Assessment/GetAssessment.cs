using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor's own sheet with the portfolio beside it, blind.</summary>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record GetAssessmentQuery(Guid SheetId) : IQuery<AssessmentView>;

/// <summary>Portfolio and sheet, side by side.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Sheet">The own sheet.</param>
/// <param name="DecidesAlone">Whether the signature is all that the grade waits for, and it is told at once.</param>
/// <param name="Earlier">To a moderator: the signed sheets of the assessors; to others none.</param>
/// <param name="Appeal">What the teacher wrote against the first grade, names hidden; null where there is no appeal.</param>
/// <param name="Bank">Texts that the user keeps to use again; empty where the sheet is signed.</param>
public sealed record AssessmentView(
    BlindPortfolio Portfolio, SheetView Sheet, bool DecidesAlone, IReadOnlyList<SheetView> Earlier, string? Appeal, IReadOnlyList<KeptComment> Bank);

/// <summary>All that an assessor sees of a portfolio. It has no place for a name, a school, a file name or a group.</summary>
/// <param name="ListenerCode">Code that stands for the person.</param>
/// <param name="Parts">The parts in order; names of the person in their texts are hidden.</param>
/// <param name="HiddenPlaces">How many places are hidden.</param>
public sealed record BlindPortfolio(string ListenerCode, IReadOnlyList<PartText> Parts, int HiddenPlaces);

internal sealed class GetAssessmentHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetAssessmentQuery, Result<AssessmentView>>
{
    public async Task<Result<AssessmentView>> Handle(GetAssessmentQuery request, CancellationToken cancellationToken)
    {
        var sheet = await db.SheetsOf(user.Me)
            .AsNoTracking()
            .Include(s => s.Marks)
            .SingleOrDefaultAsync(s => s.Id == request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        var work = await (
            from version in db.PortfolioVersions
            where version.Id == sheet.PortfolioVersionId
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            select new { enrolment.ListenerCode, enrolment.GroupId }).SingleAsync(cancellationToken);
        var find = await db.HiderAsync(sheet.PortfolioVersionId, cancellationToken);
        var hiddenPlaces = 0;
        var rubric = await db.SheetRubricAsync(sheet.RubricId, cancellationToken);
        var plan = await db.GroupPlans().Where(p => p.GroupId == work.GroupId).Select(p => p.Plan).AsNoTracking().SingleAsync(cancellationToken);
        var earlier = sheet.Role == SheetRole.Moderation
            ? await db.RubricSheets
                .AsNoTracking()
                .Include(s => s.Marks)
                .Where(s => s.PortfolioVersionId == sheet.PortfolioVersionId && s.SignedAt != null && SheetRoles.OfGrading.Contains(s.Role) && s.Role != SheetRole.Moderation)
                .OrderBy(s => s.SignedAt)
                .ToListAsync(cancellationToken)
            : [];
        var remarks = await db.RemarksAsync([sheet.Id, .. earlier.Select(s => s.Id)], cancellationToken);
        var parts = await db.PartTextsAsync(sheet.PortfolioVersionId, Hide, remarks[sheet.Id], cancellationToken);
        var appeal = sheet.Role == SheetRole.Appeal
            ? await db.Appeals
                .Where(a => db.Gradings.Any(g => g.Id == a.GradingId && g.PortfolioVersionId == sheet.PortfolioVersionId))
                .Select(a => a.Reasons)
                .SingleAsync(cancellationToken)
            : null;
        return new AssessmentView(
            new BlindPortfolio(work.ListenerCode, parts, hiddenPlaces),
            Sheets.View(sheet, rubric, remarks[sheet.Id], find),
            sheet.Role.Shown() == SheetRole.First && plan is { Marking: Marking.OneAssessor, ModerationPercent: 0, ReleasesTogether: false },
            earlier.ConvertAll(s => Sheets.View(s, rubric, remarks[s.Id], find)),
            appeal is null ? null : MarkedText.Plain(appeal, find(appeal)),
            sheet.SignedAt is null ? await db.BankAsync(user.Me, cancellationToken) : []);

        IReadOnlyList<HiddenRange> Hide(string text)
        {
            var found = find(text);
            hiddenPlaces += found.Count;
            return found;
        }
    }
}
