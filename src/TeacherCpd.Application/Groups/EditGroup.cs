using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A coordinator changes dates, trainer, size or place of a group. More places go to those who wait, in their order.</summary>
/// <param name="Revision">What the form showed: if somebody changed the group since, nothing is written.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record EditGroupCommand(Guid GroupId, int Revision, GroupPlan Plan) : ICommand<Done>;

/// <summary>Somebody else changed the group while the form was open.</summary>
public sealed record GroupChangedMeanwhile() : Error("group_changed_meanwhile", ErrorKind.Conflict);

internal sealed class EditGroupValidator : AbstractValidator<EditGroupCommand>
{
    public EditGroupValidator()
    {
        RuleFor(c => c.Plan.StartsOn).NotEmpty().WithErrorCode("required").OverridePropertyName(nameof(GroupPlan.StartsOn));
        RuleFor(c => c.Plan.EndsOn).NotEmpty().WithErrorCode("required").OverridePropertyName(nameof(GroupPlan.EndsOn));
        RuleFor(c => c.Plan.TrainerId).NotEmpty().WithErrorCode("required").OverridePropertyName(nameof(GroupPlan.TrainerId));
        RuleFor(c => c.Plan.Capacity).InclusiveBetween(1, 200).WithErrorCode("out_of_range").OverridePropertyName(nameof(GroupPlan.Capacity));
        RuleFor(c => c.Plan.SmallestSize).InclusiveBetween(1, 200).WithErrorCode("out_of_range").OverridePropertyName(nameof(GroupPlan.SmallestSize));
        RuleFor(c => c.Plan.Venue).MaximumLength(200).WithErrorCode("too_long").OverridePropertyName(nameof(GroupPlan.Venue));
        RuleFor(c => c.Plan.MeetingLink)
            .MaximumLength(500).WithErrorCode("too_long")
            .Must(Links.AreWeb).WithErrorCode("link_wrong")
            .OverridePropertyName(nameof(GroupPlan.MeetingLink));
    }
}

internal sealed class EditGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EditGroupCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EditGroupCommand request, CancellationToken cancellationToken)
    {
        if (await PlaceTurn.TakeAsync(db, request.GroupId, cancellationToken) is not { } turn
            || !await db.ManagedBy(user).AnyAsync(g => g.Id == request.GroupId, cancellationToken))
        {
            return new NotFound();
        }

        var group = turn.Group;
        var plan = request.Plan with { Venue = request.Plan.Venue.OrNothing(), MeetingLink = request.Plan.MeetingLink.OrNothing() };
        if (group.Plan == plan && group.TrainerTakenOffAt is null)
        {
            return Done.Value;
        }

        if (group.Revision != request.Revision)
        {
            return new GroupChangedMeanwhile();
        }

        if (!await db.IsTrainerAsync(plan.TrainerId, cancellationToken))
        {
            return new NotATrainer();
        }

        // whoever was set before stays while only the venue or the size changes
        var asksAnew = group.TrainerTakenOffAt is not null
            || (plan.TrainerId, plan.StartsOn, plan.EndsOn) != (group.TrainerId, group.StartsOn, group.EndsOn);
        if (asksAnew
            && await db.RefuseTrainersAsync(group.ProgrammeVersionId, [(plan.TrainerId, plan.StartsOn, plan.EndsOn)], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (asksAnew)
        {
            await db.ResolveLapsesAsync(group.Id, time.UtcNow(), cancellationToken);
        }

        var now = time.UtcNow();
        return (group.Change(plan, await turn.TakenAsync(cancellationToken)) ?? await turn.PromoteAsync(now, cancellationToken)) is { } refused
            ? refused
            : Done.Value;
    }
}
