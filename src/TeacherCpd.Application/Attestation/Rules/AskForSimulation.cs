using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>Two editions are to be tried on all people.</summary>
/// <param name="SimulationId">Id that the form carries: sending it twice asks once.</param>
/// <param name="On">Day for which both are asked.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record AskForSimulationCommand(Guid SimulationId, Guid BeforeId, Guid AfterId, DateOnly? On) : ICommand<Guid>;

internal sealed class AskForSimulationValidator : AbstractValidator<AskForSimulationCommand>
{
    public AskForSimulationValidator() => RuleFor(c => c.On).NotEmpty().WithErrorCode("required");
}

internal sealed class AskForSimulationHandler(IAppDbContext db, IBackgroundJobs jobs, CurrentUser user, TimeProvider time)
    : IRequestHandler<AskForSimulationCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AskForSimulationCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageRules))
        {
            return new Forbidden();
        }

        if (await db.RuleSimulations.AnyAsync(s => s.Id == request.SimulationId, cancellationToken))
        {
            return request.SimulationId;
        }

        var known = await db.RuleSets.CountAsync(r => (r.Id == request.BeforeId || r.Id == request.AfterId) && r.Status != RuleSetStatus.Discarded, cancellationToken);
        if (known != 2)
        {
            return new NotFound();
        }

        db.RuleSimulations.Add(new RuleSimulation
        {
            Id = request.SimulationId,
            BeforeId = request.BeforeId,
            AfterId = request.AfterId,
            On = request.On!.Value,
            AskedById = user.Me,
            AskedAt = time.UtcNow(),
        });
        jobs.RunSimulation(request.SimulationId);
        return request.SimulationId;
    }
}
