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
/// A person without a part in the case gives the verdict. A work that is refused leaves its place on the way to a grade: another
/// version has to be handed in, as after an unsatisfactory grade.
/// </summary>
/// <param name="CaseId">Case.</param>
/// <param name="Verdict">Verdict; null: nothing was chosen.</param>
/// <param name="Reasons">Reasons, which the teacher reads.</param>
[RequirePermission(Permission.DecideOriginality)]
public sealed record DecideOriginalityCaseCommand(Guid CaseId, OriginalityVerdict? Verdict, string Reasons) : ICommand<Done>;

/// <summary>The work cannot be refused any more: it is graded, and a certificate is issued.</summary>
public sealed record WorkIsRecommended() : Error("work_is_recommended", ErrorKind.Conflict);

/// <summary>A version is being checked: it is refused or not once its figures are there.</summary>
public sealed record WorkIsBeingChecked() : Error("work_is_being_checked", ErrorKind.Conflict);

internal sealed class DecideOriginalityCaseValidator : AbstractValidator<DecideOriginalityCaseCommand>
{
    public DecideOriginalityCaseValidator()
    {
        RuleFor(c => c.Verdict).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Reasons).NotEmpty().WithErrorCode("required").MaximumLength(OriginalityCase.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class DecideOriginalityCaseHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<DecideOriginalityCaseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DecideOriginalityCaseCommand request, CancellationToken cancellationToken)
    {
        if (await db.CaseToDecideAsync(user, request.CaseId, cancellationToken) is not { } found)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var verdict = request.Verdict!.Value;
        var error = found.Case.Decide(verdict, request.Reasons.Trim(), user.Me, found.Work.Parts, found.Work.Plan.AppealDays, time.Today(), now)
            ?? (verdict == OriginalityVerdict.Refused ? await RefuseAsync(found, now, cancellationToken) : null);
        if (error is not null)
        {
            return error;
        }

        db.Tell(found.Case, found.Work.PersonId, CaseNoticeKind.Decided, now);
        return Done.Value;
    }

    private async Task<Error?> RefuseAsync(CaseWork found, DateTime now, CancellationToken cancellationToken)
    {
        var portfolio = await db.Portfolios.SingleAsync(p => p.Id == found.Work.PortfolioId, cancellationToken);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == found.Work.EnrolmentId, cancellationToken);
        switch (portfolio.Status)
        {
            case PortfolioStatus.Recommended:
                return new WorkIsRecommended();
            case PortfolioStatus.FormativeCheck or PortfolioStatus.SummativeCheck:
                return new WorkIsBeingChecked();
            case PortfolioStatus.ReAssessment or PortfolioStatus.Refused:
                // another version is due as it is
                return null;
        }

        found.Case.Remember(portfolio.Status, enrolment.Status);
        return portfolio.Move(PortfolioStatus.Refused, now)
            ?? (enrolment.Status == EnrolmentStatus.NotRecommended ? null : enrolment.Finish(EnrolmentStatus.NotRecommended));
    }
}
