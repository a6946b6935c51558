using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Application.Assessment;

/// <summary>Reads and begins the sheets of a grading.</summary>
internal static class GradingSheets
{
    /// <summary>All sheets from which a grading follows, with their marks, those given back too.</summary>
    public static Task<List<RubricSheet>> GradingSheetsAsync(this IAppDbContext db, Grading grading, CancellationToken cancellationToken) =>
        db.RubricSheets
            .Include(s => s.Marks)
            .Where(s => s.PortfolioVersionId == grading.PortfolioVersionId && SheetRoles.OfGrading.Contains(s.Role))
            .ToListAsync(cancellationToken);

    /// <summary>Who wrote a sheet; null where there is none.</summary>
    public static Task<Guid?> AuthorOfAsync(this IAppDbContext db, Guid sheetId, CancellationToken cancellationToken) =>
        db.RubricSheets.Where(s => s.Id == sheetId).Select(s => (Guid?)s.AuthorId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The appeal against the grade of a version that is not decided yet; null usually.</summary>
    public static Task<Appeal?> OpenAppealAsync(this IAppDbContext db, Guid versionId, CancellationToken cancellationToken) =>
        db.Appeals.SingleOrDefaultAsync(
            a => (a.Status == AppealStatus.Lodged || a.Status == AppealStatus.InReview)
                && db.Gradings.Any(g => g.Id == a.GradingId && g.PortfolioVersionId == versionId),
            cancellationToken);

    /// <summary>Begins a sheet; a third one has the criteria in which two assessors differ.</summary>
    public static RubricSheet Begin(Guid id, Grading grading, SheetRole role, Guid authorId, IReadOnlyCollection<RubricSheet> known, DateTime at)
    {
        var sheet = new RubricSheet
        {
            Id = id,
            PortfolioVersionId = grading.PortfolioVersionId,
            Role = role,
            Turn = known.Count(s => s.Role == role),
            RubricId = grading.RubricId,
            AuthorId = authorId,
            StartedAt = at,
        };
        if (role == SheetRole.Third)
        {
            sheet.Restrict(Grading.Differences(known));
        }

        return sheet;
    }

    /// <summary>The criteria that are to be marked on a sheet.</summary>
    public static IReadOnlyList<CriterionView> ToMark(this RubricSheet sheet, IReadOnlyList<CriterionView> criteria) =>
        sheet.Role == SheetRole.Third ? [.. criteria.Where(c => sheet.Marks.Any(m => m.CriterionId == c.Id))] : criteria;
}
