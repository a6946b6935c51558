using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Application.Assessment;

/// <summary>A remark as it is shown.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Number on the sheet, from 1, as in the text.</param>
/// <param name="Quote">The passage; to an assessor with names hidden.</param>
/// <param name="Words">What is said about it.</param>
public sealed record RemarkView(Guid Id, int Number, string Quote, string Words);

/// <summary>Parts of queries that the use cases of remarks share.</summary>
internal static class Remarks
{
    /// <summary>A sheet of the user, with its marks, on which remarks may be made while it is a draft; null where there is none.</summary>
    public static async Task<RubricSheet?> SheetToRemarkOnAsync(this IAppDbContext db, CurrentUser user, Guid sheetId, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var sheets = (user.Can(Permission.GiveFeedback), user.Can(Permission.AssessPortfolios)) switch
        {
            (true, true) => db.RubricSheets.Where(s => (s.Role == SheetRole.Feedback && s.AuthorId == me) || db.SheetsOf(me).Any(o => o.Id == s.Id)),
            (true, false) => db.RubricSheets.Where(s => s.Role == SheetRole.Feedback && s.AuthorId == me),
            (false, true) => db.SheetsOf(me),
            _ => db.RubricSheets.Where(s => false),
        };
        return await sheets.Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == sheetId, cancellationToken);
    }

    /// <summary>The remarks of sheets, in the order in which they were made.</summary>
    public static async Task<ILookup<Guid, PassageRemark>> RemarksAsync(this IAppDbContext db, IReadOnlyList<Guid> sheetIds, CancellationToken cancellationToken) =>
        (await db.PassageRemarks
            .AsNoTracking()
            .Where(r => EF.Parameter(sheetIds).Contains(r.SheetId))
            .OrderBy(r => r.MadeAt)
            .ThenBy(r => r.Id)
            .ToListAsync(cancellationToken)).ToLookup(r => r.SheetId);

    /// <summary>What must not be read in the texts of a version: the names of its author and of the author's schools.</summary>
    public static async Task<Func<string, IReadOnlyList<HiddenRange>>> HiderAsync(this IAppDbContext db, Guid versionId, CancellationToken cancellationToken)
    {
        var person = await (
            from version in db.PortfolioVersions
            where version.Id == versionId
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join author in db.Persons on enrolment.PersonId equals author.Id
            select new { author.Id, author.FamilyName, author.GivenName, author.Patronymic }).SingleAsync(cancellationToken);
        var schools = await db.Persons
            .Where(p => p.Id == person.Id)
            .SelectMany(p => p.Employments)
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => o.Name)
            .ToListAsync(cancellationToken);
        string[] names = [person.FamilyName, person.GivenName, person.Patronymic ?? ""];
        List<string> phrases = [.. schools.SelectMany(s => new[] { s.Kk, s.Ru, s.En })];
        return text => NameHider.Find(text, names, phrases);
    }

    /// <summary>The remarks of one sheet on a criterion, numbered through the sheet.</summary>
    /// <param name="remarks">All remarks of the sheet in order.</param>
    /// <param name="criterionId">Criterion.</param>
    /// <param name="hide">Finds what must not be read; null: nothing.</param>
    public static IReadOnlyList<RemarkView> On(this IEnumerable<PassageRemark> remarks, Guid criterionId, Func<string, IReadOnlyList<HiddenRange>>? hide) =>
        [.. remarks
            .Select((remark, index) => (Remark: remark, Number: index + 1))
            .Where(r => r.Remark.CriterionId == criterionId)
            .Select(r => new RemarkView(
                r.Remark.Id,
                r.Number,
                hide is null ? r.Remark.Quote : MarkedText.Plain(r.Remark.Quote, hide(r.Remark.Quote)),
                r.Remark.Words))];
}
