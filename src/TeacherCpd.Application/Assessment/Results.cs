using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>What a grade means for the person, once it is told.</summary>
internal static class Results
{
    /// <summary>
    /// Tells a grade: the person is recommended, with a certificate at once, or on the way to re-assessment. After an appeal it is
    /// told again, and only ever for the better.
    /// </summary>
    public static async Task<Error?> TellAsync(this IAppDbContext db, Grading grading, DateTime now, CancellationToken cancellationToken)
    {
        var isRecommended = GradeRule.IsRecommended(grading.Grade!.Value);
        var portfolio = await db.Portfolios.SingleAsync(p => p.Versions.Any(v => v.Id == grading.PortfolioVersionId), cancellationToken);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == portfolio.EnrolmentId, cancellationToken);
        var status = isRecommended ? PortfolioStatus.Recommended : PortfolioStatus.ReAssessment;
        var outcome = isRecommended ? EnrolmentStatus.Recommended : EnrolmentStatus.NotRecommended;
        var error = (portfolio.Status == status ? null : portfolio.Move(status, now))

            // a second unsatisfactory grade leaves the person where the first one did
            ?? (enrolment.Status == outcome ? null : enrolment.Finish(outcome));
        if (error is null && isRecommended)
        {
            await db.IssueCertificateAsync(enrolment, Clock.DayOf(now), cancellationToken);
        }

        return error;
    }
}
