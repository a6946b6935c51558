using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// An assessor signs the sheet: it gets its grade, and the person is recommended, with a certificate at once, or on
/// the way to re-assessment.
/// </summary>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record SignAssessmentCommand(Guid SheetId) : ICommand<Grade>;

internal sealed class SignAssessmentHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<SignAssessmentCommand, Result<Grade>>
{
    public async Task<Result<Grade>> Handle(SignAssessmentCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var sheet = await db.SheetsOf(user.Me).Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        var criteria = await db.CriteriaAsync(sheet.RubricId, cancellationToken);
        if (sheet.Sign([.. criteria.Select(c => c.Id)], now) is { } notYet)
        {
            return notYet;
        }

        var grade = sheet.Grade!.Value;
        var isRecommended = GradeRule.IsRecommended(grade);
        var portfolio = await db.Portfolios.SingleAsync(p => p.Versions.Any(v => v.Id == sheet.PortfolioVersionId), cancellationToken);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == portfolio.EnrolmentId, cancellationToken);
        var outcome = isRecommended ? EnrolmentStatus.Recommended : EnrolmentStatus.NotRecommended;
        var error = portfolio.Move(isRecommended ? PortfolioStatus.Recommended : PortfolioStatus.ReAssessment, now)

            // a second unsatisfactory grade leaves the person where the first one did
            ?? (enrolment.Status == outcome ? null : enrolment.Finish(outcome));
        if (error is not null)
        {
            return error;
        }

        if (isRecommended)
        {
            await db.IssueCertificateAsync(enrolment, time.Today(), cancellationToken);
        }

        return grade;
    }
}
