using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A methodologist records that a trainer was trained for a programme.</summary>
/// <param name="Basis">Name and number of the paper.</param>
[RequirePermission(Permission.AuthoriseTrainers)]
public sealed record TrainTrainerCommand(Guid TrainerId, Guid ProgrammeId, DateOnly? On, string Basis) : ICommand<Done>;

internal sealed class TrainTrainerValidator : AbstractValidator<TrainTrainerCommand>
{
    public TrainTrainerValidator(TimeProvider time)
    {
        RuleFor(c => c.ProgrammeId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.On).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Basis).NotEmpty().WithErrorCode("required").MaximumLength(AuthorisationStep.BasisLength).WithErrorCode("too_long");
    }
}

internal sealed class TrainTrainerHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TrainTrainerCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TrainTrainerCommand request, CancellationToken cancellationToken)
    {
        var trainer = await db.TrainerToChangeAsync(user, Permission.AuthoriseTrainers, request.TrainerId, cancellationToken);
        if (trainer is null || !await db.Programmes.AnyAsync(p => p.Id == request.ProgrammeId, cancellationToken))
        {
            return new NotFound();
        }

        return trainer.PersonId == user.Me ? new Accounts.NotOnOneself()
            : trainer.Train(request.ProgrammeId, new StepGround(request.On!.Value, request.Basis.Trim(), user.Me, time.UtcNow())) is { } error ? error
            : Done.Value;
    }
}
