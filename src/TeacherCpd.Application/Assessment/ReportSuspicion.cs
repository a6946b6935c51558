using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// An assessor who doubts that a work is the teacher's own says so while grading it: a case is opened, or the one that awaits its
/// verdict is joined. The assessor learns nothing of whose work it is, and nobody learns who the assessor is.
/// </summary>
/// <param name="SheetId">Own sheet that is not signed.</param>
/// <param name="Words">What was seen.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record ReportSuspicionCommand(Guid SheetId, string Words) : ICommand<Done>;

internal sealed class ReportSuspicionValidator : AbstractValidator<ReportSuspicionCommand>
{
    public ReportSuspicionValidator() =>
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(OriginalityCase.WordsLength).WithErrorCode("too_long");
}

internal sealed class ReportSuspicionHandler(IAppDbContext db, CurrentUser user, CaseTerms terms, TimeProvider time)
    : IRequestHandler<ReportSuspicionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReportSuspicionCommand request, CancellationToken cancellationToken)
    {
        var work = await db.WorkPlaces()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                w => db.SheetsOf(user.Me).Any(s => s.Id == request.SheetId && s.SignedAt == null && s.PortfolioVersionId == w.VersionId),
                cancellationToken);
        if (work is null)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        await db.OpenOrJoinAsync(
            work,
            terms,
            caseId => new CaseGround { CaseId = caseId, Kind = CaseGroundKind.Suspicion, Words = request.Words.Trim(), By = user.Me, At = now },
            now,
            cancellationToken);
        return Done.Value;
    }
}
