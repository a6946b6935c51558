using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary plans a sitting. Its agenda is every case that is ready; more can be added until it is closed.</summary>
/// <param name="SittingId">Id that the form carries: sending it twice plans one sitting.</param>
/// <param name="PlannedOn">Day.</param>
/// <param name="Place">Where.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record PlanSittingCommand(Guid SittingId, Guid CommissionId, DateOnly? PlannedOn, string? Place) : ICommand<Guid>;

/// <summary>The day is over, or the commission has no powers on it.</summary>
public sealed record SittingOutOfTerm() : Error("sitting_out_of_term", ErrorKind.Conflict)
{
    public override string Field => nameof(PlanSittingCommand.PlannedOn);
}

internal sealed class PlanSittingValidator : AbstractValidator<PlanSittingCommand>
{
    public PlanSittingValidator()
    {
        RuleFor(c => c.PlannedOn).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Place).MaximumLength(Sitting.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class PlanSittingHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<PlanSittingCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(PlanSittingCommand request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.CommissionId && c.SecretaryId == user.Me, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        if (await db.Sittings.AnyAsync(s => s.Id == request.SittingId, cancellationToken))
        {
            return request.SittingId;
        }

        var (today, now, on) = (time.Today(), time.UtcNow(), request.PlannedOn!.Value);
        if (on < today || !commission.HasPowersOn(on))
        {
            return new SittingOutOfTerm();
        }

        if (!commission.Serving.Any(m => m.IsChair))
        {
            return new ChairNotOneOfTheMembers();
        }

        var sitting = new Sitting { Id = request.SittingId, CommissionId = commission.Id, PlannedOn = on, Place = request.Place.OrNothing() };
        await db.AddReadyAsync(sitting, cancellationToken);
        db.Sittings.Add(sitting);
        foreach (var member in commission.Serving)
        {
            db.Tell(jobs, member.PersonId, AttestationNoticeKind.SittingPlanned, sitting.Id, commission.Name.Kk, on, now);
        }

        return sitting.Id;
    }
}
