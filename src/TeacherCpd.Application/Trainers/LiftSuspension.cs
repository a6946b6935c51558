using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A methodologist ends a suspension; what it interrupted holds again.</summary>
/// <param name="Basis">Reason; the trainer reads it.</param>
[RequirePermission(Permission.AuthoriseTrainers)]
public sealed record LiftSuspensionCommand(Guid TrainerId, Guid ProgrammeId, string Basis) : ICommand<Done>;

internal sealed class LiftSuspensionValidator : AbstractValidator<LiftSuspensionCommand>
{
    public LiftSuspensionValidator() =>
        RuleFor(c => c.Basis).NotEmpty().WithErrorCode("required").MaximumLength(AuthorisationStep.BasisLength).WithErrorCode("too_long");
}

internal sealed class LiftSuspensionHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<LiftSuspensionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LiftSuspensionCommand request, CancellationToken cancellationToken)
    {
        var trainer = await db.TrainerToChangeAsync(user, Permission.AuthoriseTrainers, request.TrainerId, cancellationToken);
        if (trainer?.For(request.ProgrammeId) is not { } authorisation)
        {
            return new NotFound();
        }

        return trainer.PersonId == user.Me ? new Accounts.NotOnOneself()
            : authorisation.Lift(new StepGround(time.Today(), request.Basis.Trim(), user.Me, time.UtcNow())) is { } error ? error
            : Done.Value;
    }
}
