using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// An assessor or moderator signs the sheet. The grade follows when all sheets are there that the plan asks for; it is told at
/// once, or with those of the group.
/// </summary>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record SignAssessmentCommand(Guid SheetId) : ICommand<SignedSheet>;

/// <summary>What came of a signature.</summary>
/// <param name="Role">What the sheet was for.</param>
/// <param name="Grade">Grade of the sheet; null for one of some criteria only.</param>
/// <param name="IsTold">Whether the grade of the sheet is the result, and is told.</param>
public sealed record SignedSheet(SheetRole Role, Grade? Grade, bool IsTold)
{
    /// <summary>Whether it was an example, from which nobody gets a grade.</summary>
    public bool IsExample => !SheetRoles.OfGrading.Contains(Role);
}

/// <summary>An originality case holds the work: it is graded after the verdict.</summary>
public sealed record WorkOnHold() : Error("work_on_hold", ErrorKind.Conflict);

internal sealed class SignAssessmentHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<SignAssessmentCommand, Result<SignedSheet>>
{
    public async Task<Result<SignedSheet>> Handle(SignAssessmentCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        var sheet = await db.SheetsOf(user.Me).Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        if (await db.HoldingCases().AnyAsync(c => c.VersionId == sheet.PortfolioVersionId, cancellationToken))
        {
            return new WorkOnHold();
        }

        var rule = (await db.SheetRubricAsync(sheet.RubricId, cancellationToken)).Rule;
        if (sheet.Sign(rule, now) is { } notYet)
        {
            return notYet;
        }

        if (!SheetRoles.OfGrading.Contains(sheet.Role))
        {
            return await SettleExampleAsync(sheet, now, cancellationToken) is { } refused ? refused : new SignedSheet(sheet.Role, sheet.Grade, false);
        }

        var grading = await db.Gradings.SingleAsync(g => g.PortfolioVersionId == sheet.PortfolioVersionId, cancellationToken);
        var error = sheet.Role == SheetRole.Appeal
            ? await DecideAppealAsync(sheet, grading, now, cancellationToken)
            : await SettleAsync(grading, rule, now, cancellationToken);
        return error is null ? new SignedSheet(sheet.Role, sheet.Grade, sheet.Role == SheetRole.First && grading.Status == GradingStatus.Released) : error;
    }

    private async Task<Error?> SettleExampleAsync(RubricSheet sheet, DateTime now, CancellationToken cancellationToken) =>
        sheet.Role == SheetRole.Agreed
            ? (await db.ExamplePortfolios.SingleAsync(e => e.AgreedSheetId == sheet.Id, cancellationToken)).Move(ExampleStatus.InUse, now)
            : null;

    private async Task<Error?> SettleAsync(Grading grading, GradeRule rule, DateTime now, CancellationToken cancellationToken)
    {
        var place = await (
            from version in db.PortfolioVersions
            where version.Id == grading.PortfolioVersionId
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join of in db.GroupPlans() on enrolment.GroupId equals of.GroupId
            select new { enrolment.GroupId, of.Plan.ModerationPercent, of.Plan.ReleasesTogether }).SingleAsync(cancellationToken);
        var graded = place.ModerationPercent == 0 ? 0 : await db.GradingsOf(place.GroupId).CountAsync(g => g.Before != null, cancellationToken);
        var sheets = await db.GradingSheetsAsync(grading, cancellationToken);
        var first = sheets.Single(s => s is { Role: SheetRole.First, ReturnedAt: null }).AuthorId;
        var report = await db.MarkingReports.Where(r => r.AssessorId == first).OrderByDescending(r => r.MadeOn).FirstOrDefaultAsync(cancellationToken);
        var isSampled = ModerationSample.Takes(graded, place.ModerationPercent, place.GroupId);
        var error = grading.Settle(sheets, rule, isSampled, report is { IsSevere: true }, now);
        if (error is not null || grading.Status != GradingStatus.Graded || place.ReleasesTogether)
        {
            return error;
        }

        return grading.Release(now) ?? await db.TellAsync(grading, now, cancellationToken);
    }

    private async Task<Error?> DecideAppealAsync(RubricSheet sheet, Grading grading, DateTime now, CancellationToken cancellationToken)
    {
        var grade = sheet.Grade!.Value;
        var isBetter = grading.Improve(grade);
        var appeal = await db.OpenAppealAsync(sheet.PortfolioVersionId, cancellationToken);
        return appeal?.Decide(grade, isBetter, now) ?? (isBetter ? await db.TellAsync(grading, now, cancellationToken) : null);
    }
}
