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
public sealed record AssessmentView(BlindPortfolio Portfolio, SheetView Sheet);

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
            join person in db.Persons on enrolment.PersonId equals person.Id
            select new
            {
                enrolment.ListenerCode,
                enrolment.PersonId,
                person.FamilyName,
                person.GivenName,
                person.Patronymic,
            }).SingleAsync(cancellationToken);
        var schools = await db.Persons
            .Where(p => p.Id == work.PersonId)
            .SelectMany(p => p.Employments)
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => o.Name)
            .ToListAsync(cancellationToken);
        string[] names = [work.FamilyName, work.GivenName, work.Patronymic ?? ""];
        List<string> phrases = [.. schools.SelectMany(s => new[] { s.Kk, s.Ru, s.En })];
        var hiddenPlaces = 0;
        var parts = await db.PartTextsAsync(sheet.PortfolioVersionId, Hide, cancellationToken);
        return new AssessmentView(
            new BlindPortfolio(work.ListenerCode, parts, hiddenPlaces),
            Sheets.View(sheet, await db.CriteriaAsync(sheet.RubricId, cancellationToken)));

        IReadOnlyList<HiddenRange> Hide(string text)
        {
            var found = NameHider.Find(text, names, phrases);
            hiddenPlaces += found.Count;
            return found;
        }
    }
}
