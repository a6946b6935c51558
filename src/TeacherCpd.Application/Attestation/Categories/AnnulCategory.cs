using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>A category that was entered wrongly is taken back; it stays in the history with the reason.</summary>
/// <param name="RecordId">Record.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Reason">What was wrong, and by which paper it is corrected.</param>
[RequirePermission(Permission.KeepCategories)]
public sealed record AnnulCategoryCommand(Guid RecordId, Guid PersonId, string Reason) : ICommand<Done>;

internal sealed class AnnulCategoryValidator : AbstractValidator<AnnulCategoryCommand>
{
    public AnnulCategoryValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(CategoryRecord.GroundMaxLength).WithErrorCode("too_long");
}

internal sealed class AnnulCategoryHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AnnulCategoryCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnnulCategoryCommand request, CancellationToken cancellationToken)
    {
        if (await db.KeepAsync(user, request.PersonId, time.Today(), cancellationToken) is { } refused)
        {
            return refused;
        }

        var record = await db.CategoryRecords.IgnoreQueryFilters().SingleOrDefaultAsync(r => r.Id == request.RecordId && r.PersonId == request.PersonId, cancellationToken);
        return record is null ? new NotFound() : record.Annul(request.Reason.Trim(), time.UtcNow()) is { } notNow ? notNow : Done.Value;
    }
}
