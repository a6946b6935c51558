using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Changes what the register says of a trainer. Those who were trained as something else stay counted as that.</summary>
[RequirePermission(Permission.ManageTrainers)]
public sealed record ChangeTrainerCommand(Guid TrainerId, TrainerSource Source, Guid BranchId, TeachingLanguages Languages) : ICommand<Done>;

internal sealed class ChangeTrainerValidator : AbstractValidator<ChangeTrainerCommand>
{
    public ChangeTrainerValidator()
    {
        RuleFor(c => c.BranchId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Source).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Languages).NotEqual(TeachingLanguages.None).WithErrorCode("required");
    }
}

internal sealed class ChangeTrainerHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ChangeTrainerCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeTrainerCommand request, CancellationToken cancellationToken)
    {
        var trainer = await db.TrainerToChangeAsync(user, Permission.ManageTrainers, request.TrainerId, cancellationToken);
        var branch = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.BranchId, cancellationToken);
        if (trainer is null || branch is not { Kind: OrganisationKind.Branch or OrganisationKind.Centre } || !user.Covers(Permission.ManageTrainers, branch.Path))
        {
            return new NotFound();
        }

        trainer.Change(request.Source, branch.Id, request.Languages);
        return Done.Value;
    }
}
