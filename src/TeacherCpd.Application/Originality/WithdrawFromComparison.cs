using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Takes a report out of the comparison: nothing that is checked from now on is compared with it. Its own check, and those
/// that have named it, stay as they are.
/// </summary>
/// <param name="CheckId">A check of the report.</param>
/// <param name="Reason">Why, for the audit: a file handed in by mistake, a decision of a court.</param>
[RequirePermission(Permission.ManageOriginality)]
public sealed record WithdrawFromComparisonCommand(Guid CheckId, string Reason) : ICommand<Done>;

internal sealed class WithdrawFromComparisonValidator : AbstractValidator<WithdrawFromComparisonCommand>
{
    public WithdrawFromComparisonValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(ComparisonWithdrawal.ReasonLength).WithErrorCode("too_long");
}

internal sealed class WithdrawFromComparisonHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<WithdrawFromComparisonCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawFromComparisonCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageOriginality))
        {
            return new Forbidden();
        }

        var document = await db.IndexedDocuments.SingleOrDefaultAsync(
            d => db.OriginalityChecks.Any(c => c.Id == request.CheckId && c.MaterialId == d.DocumentId), cancellationToken);
        if (document is null)
        {
            return new NotFound();
        }

        if (document.Status == IndexedDocumentStatus.Compared)
        {
            document.Status = IndexedDocumentStatus.Withdrawn;
            db.ComparisonWithdrawals.Add(new ComparisonWithdrawal
            {
                MaterialId = document.DocumentId,
                Reason = request.Reason.Trim(),
                At = time.UtcNow(),
                By = user.Me,
            });
        }

        return Done.Value;
    }
}
