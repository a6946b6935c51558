using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>A time away that was entered wrongly is taken back; it stays in the history with the reason.</summary>
[RequirePermission(Permission.KeepCategories)]
public sealed record AnnulPauseCommand(Guid PauseId, Guid PersonId, string Reason) : ICommand<Done>;

internal sealed class AnnulPauseValidator : AbstractValidator<AnnulPauseCommand>
{
    public AnnulPauseValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(CategoryRecord.GroundMaxLength).WithErrorCode("too_long");
}

internal sealed class AnnulPauseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AnnulPauseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnnulPauseCommand request, CancellationToken cancellationToken)
    {
        if (await db.KeepAsync(user, request.PersonId, time.Today(), cancellationToken) is { } refused)
        {
            return refused;
        }

        var pause = await db.CategoryPauses.SingleOrDefaultAsync(p => p.Id == request.PauseId && p.PersonId == request.PersonId, cancellationToken);
        return pause is null ? new NotFound() : pause.Annul(request.Reason.Trim(), time.UtcNow()) is { } notNow ? notNow : Done.Value;
    }
}
