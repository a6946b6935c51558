using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A methodologist records that a trainer is certified for a programme for a span of days.</summary>
/// <param name="Basis">Name and number of the paper.</param>
[RequirePermission(Permission.AuthoriseTrainers)]
public sealed record CertifyTrainerCommand(Guid TrainerId, Guid ProgrammeId, DateOnly? ValidFrom, DateOnly? ValidUntil, string Basis) : ICommand<Done>;

/// <summary>Only the council certifies anew whoever is in a campaign or was not recommended.</summary>
public sealed record CouncilDecides() : Error("council_decides", ErrorKind.Conflict);

internal sealed class CertifyTrainerValidator : AbstractValidator<CertifyTrainerCommand>
{
    public CertifyTrainerValidator()
    {
        RuleFor(c => c.ValidFrom).NotNull().WithErrorCode("required");
        RuleFor(c => c.ValidUntil).NotNull().WithErrorCode("required");
        RuleFor(c => c.Basis).NotEmpty().WithErrorCode("required").MaximumLength(AuthorisationStep.BasisLength).WithErrorCode("too_long");
    }
}

internal sealed class CertifyTrainerHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CertifyTrainerCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CertifyTrainerCommand request, CancellationToken cancellationToken)
    {
        var trainer = await db.TrainerToChangeAsync(user, Permission.AuthoriseTrainers, request.TrainerId, cancellationToken);
        if (trainer?.For(request.ProgrammeId) is not { } authorisation)
        {
            return new NotFound();
        }

        if (trainer.PersonId == user.Me)
        {
            return new Accounts.NotOnOneself();
        }

        if (authorisation.Status is AuthorisationStatus.Due or AuthorisationStatus.NotRecommended)
        {
            return new CouncilDecides();
        }

        var ground = new StepGround(request.ValidFrom!.Value, request.Basis.Trim(), user.Me, time.UtcNow());
        return authorisation.Certify(request.ValidFrom.Value, request.ValidUntil!.Value, ground) is { } error ? error : Done.Value;
    }
}
