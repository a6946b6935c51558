using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Records a contract with an attracted trainer.</summary>
/// <param name="ContractId">Id that the form carries: sending it twice records one contract.</param>
[RequirePermission(Permission.ManageTrainers)]
public sealed record AddTrainerContractCommand(
    Guid ContractId, Guid TrainerId, string Number, ContractKind Kind, DateOnly? ValidFrom, DateOnly? ValidUntil) : ICommand<Done>;

internal sealed class AddTrainerContractValidator : AbstractValidator<AddTrainerContractCommand>
{
    public AddTrainerContractValidator()
    {
        RuleFor(c => c.Number).NotEmpty().WithErrorCode("required").MaximumLength(TrainerContract.NumberLength).WithErrorCode("too_long");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.ValidFrom).NotNull().WithErrorCode("required");
        RuleFor(c => c.ValidUntil)
            .NotNull().WithErrorCode("required")
            .Must((c, until) => until is null || c.ValidFrom is null || until >= c.ValidFrom).WithErrorCode("ends_before_it_begins");
    }
}

internal sealed class AddTrainerContractHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddTrainerContractCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddTrainerContractCommand request, CancellationToken cancellationToken)
    {
        var trainer = await db.TrainerToChangeAsync(user, Permission.ManageTrainers, request.TrainerId, cancellationToken);
        if (trainer is null)
        {
            return new NotFound();
        }

        if (trainer.Contracts.All(c => c.Id != request.ContractId))
        {
            trainer.Add(new TrainerContract
            {
                Id = request.ContractId,
                TrainerId = trainer.Id,
                Number = request.Number.Trim(),
                Kind = request.Kind,
                ValidFrom = request.ValidFrom!.Value,
                ValidUntil = request.ValidUntil!.Value,
            });
        }

        return Done.Value;
    }
}
