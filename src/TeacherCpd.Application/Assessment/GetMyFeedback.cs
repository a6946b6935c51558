using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>What a teacher was told about the own portfolio: signed sheets only.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record GetMyFeedbackQuery(Guid EnrolmentId) : IQuery<MyFeedbackView>;

/// <summary>Signed sheets of a portfolio, oldest version first. Who graded is not told; who gave feedback is.</summary>
public sealed record MyFeedbackView(LocalizedText Programme, string Trainer, IReadOnlyList<MySheet> Sheets);

/// <summary>A signed sheet for one version.</summary>
public sealed record MySheet(int VersionNumber, AssessmentStage Stage, SheetView Sheet);

internal sealed class GetMyFeedbackHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyFeedbackQuery, Result<MyFeedbackView>>
{
    public async Task<Result<MyFeedbackView>> Handle(GetMyFeedbackQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var found = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId && enrolment.PersonId == me
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join trainer in db.Persons on studyGroup.TrainerId equals trainer.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { programme.Title, Trainer = trainer.FamilyName + " " + trainer.GivenName }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var versions = await db.Portfolios
            .Where(p => p.EnrolmentId == request.EnrolmentId)
            .SelectMany(p => p.Versions)
            .OrderBy(v => v.Number)
            .Select(v => new { v.Id, v.Number })
            .ToListAsync(cancellationToken);
        var sheets = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .Where(s => s.SignedAt != null && db.Portfolios.Any(p => p.EnrolmentId == request.EnrolmentId && p.Versions.Any(v => v.Id == s.PortfolioVersionId)))
            .ToListAsync(cancellationToken);
        var criteria = new Dictionary<Guid, List<CriterionView>>();
        foreach (var rubricId in sheets.Select(s => s.RubricId).Distinct())
        {
            criteria[rubricId] = await db.CriteriaAsync(rubricId, cancellationToken);
        }

        return new MyFeedbackView(
            found.Title,
            found.Trainer,
            [.. versions.Join(sheets, v => v.Id, s => s.PortfolioVersionId, (v, s) => new MySheet(v.Number, s.Stage, Sheets.View(s, criteria[s.RubricId])))]);
    }
}
