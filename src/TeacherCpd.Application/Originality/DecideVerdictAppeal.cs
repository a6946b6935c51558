using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// A person without a part in the case, and not the one who gave the verdict, decides the appeal. Where the verdict is set
/// aside, the work goes back to where it was, unless another version was handed in meanwhile.
/// </summary>
/// <param name="CaseId">Case.</param>
/// <param name="Outcome">Outcome; null: nothing was chosen.</param>
/// <param name="Reasons">Reasons, which the teacher reads.</param>
[RequirePermission(Permission.DecideOriginality)]
public sealed record DecideVerdictAppealCommand(Guid CaseId, AppealOutcome? Outcome, string Reasons) : ICommand<Done>;

internal sealed class DecideVerdictAppealValidator : AbstractValidator<DecideVerdictAppealCommand>
{
    public DecideVerdictAppealValidator()
    {
        RuleFor(c => c.Outcome).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Reasons).NotEmpty().WithErrorCode("required").MaximumLength(OriginalityCase.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class DecideVerdictAppealHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<DecideVerdictAppealCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DecideVerdictAppealCommand request, CancellationToken cancellationToken)
    {
        if (await db.CaseToDecideAsync(user, request.CaseId, cancellationToken) is not { } found)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var outcome = request.Outcome!.Value;
        var error = found.Case.Close(outcome, request.Reasons.Trim(), user.Me, found.Work.Parts, now)
            ?? (outcome == AppealOutcome.SetAside ? await RestoreAsync(found, now, cancellationToken) : null);
        if (error is not null)
        {
            return error;
        }

        db.Tell(found.Case, found.Work.PersonId, CaseNoticeKind.Closed, now);
        return Done.Value;
    }

    private async Task<Error?> RestoreAsync(CaseWork found, DateTime now, CancellationToken cancellationToken)
    {
        if (found.Case is not { PortfolioBefore: { } before, EnrolmentBefore: { } place })
        {
            return null;
        }

        var portfolio = await db.Portfolios.SingleAsync(p => p.Id == found.Work.PortfolioId, cancellationToken);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == found.Work.EnrolmentId, cancellationToken);
        if (portfolio.Status == PortfolioStatus.Refused && portfolio.Move(before, now) is { } error)
        {
            return error;
        }

        // a version that was handed in meanwhile and graded has its own outcome
        return place == EnrolmentStatus.Accepted && enrolment.Status == EnrolmentStatus.NotRecommended && portfolio.Status != PortfolioStatus.ReAssessment
            ? enrolment.Resume()
            : null;
    }
}
