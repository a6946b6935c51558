using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A coordinator or methodologist enters a known person into the trainer pool. The person receives the role of a trainer.</summary>
/// <param name="TrainerId">Id that the form carries: sending it twice enters one trainer.</param>
/// <param name="Iin">National number of the person.</param>
/// <param name="BranchId">Branch or centre that the trainer belongs to.</param>
[RequirePermission(Permission.ManageTrainers)]
public sealed record RegisterTrainerCommand(Guid TrainerId, string Iin, TrainerSource Source, Guid BranchId, TeachingLanguages Languages) : ICommand<Guid>;

/// <summary>The person is in the pool already.</summary>
public sealed record AlreadyInPool() : Error("already_in_pool", ErrorKind.Conflict)
{
    public override string Field => nameof(RegisterTrainerCommand.Iin);
}

internal sealed class RegisterTrainerValidator : AbstractValidator<RegisterTrainerCommand>
{
    public RegisterTrainerValidator()
    {
        RuleFor(c => c.TrainerId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Iin).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BranchId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Source).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Languages).NotEqual(TeachingLanguages.None).WithErrorCode("required");
    }
}

internal sealed class RegisterTrainerHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RegisterTrainerCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RegisterTrainerCommand request, CancellationToken cancellationToken)
    {
        if (await db.Trainers.AnyAsync(t => t.Id == request.TrainerId, cancellationToken))
        {
            return request.TrainerId;
        }

        var branch = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.BranchId, cancellationToken);
        if (branch is not { Kind: OrganisationKind.Branch or OrganisationKind.Centre } || !user.Covers(Permission.ManageTrainers, branch.Path))
        {
            return new NotFound();
        }

        var iin = Iin.Parse(request.Iin.Trim());
        var person = iin.IsOk ? await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Iin == iin.Value.Value, cancellationToken) : null;
        if (person is null)
        {
            return new PersonNotKnown();
        }

        if (person.Id == user.Me)
        {
            return new NotOnOneself();
        }

        if (await db.Trainers.AnyAsync(t => t.PersonId == person.Id, cancellationToken))
        {
            return new AlreadyInPool();
        }

        if (person.Roles.All(r => r.Role != Role.Trainer))
        {
            person.Receives(Role.Trainer, branch.Id);
        }

        db.Trainers.Add(Trainer.Register(request.TrainerId, person.Id, request.Source, branch.Id, request.Languages, time.UtcNow()));
        return request.TrainerId;
    }
}
