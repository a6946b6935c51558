using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A coordinator sends a person on to another group of the same programme, with a place there. Both enrolments stay and
/// name each other.
/// </summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record TransferEnrolmentCommand(Guid EnrolmentId, Guid ToGroupId, string Reason) : ICommand<Guid>;

/// <summary>The person can go on only in another open group of the same programme in which they are not yet.</summary>
public sealed record NotAGroupToGoTo() : Error("not_a_group_to_go_to", ErrorKind.Invalid)
{
    public override string Field => nameof(TransferEnrolmentCommand.ToGroupId);
}

/// <summary>Every place of the group is taken.</summary>
/// <param name="Capacity">Places of the group.</param>
public sealed record GroupFull(int Capacity) : Error("group_full", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Capacity];
}

internal sealed class TransferEnrolmentValidator : AbstractValidator<TransferEnrolmentCommand>
{
    public TransferEnrolmentValidator()
    {
        RuleFor(c => c.ToGroupId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1000).WithErrorCode("too_long");
    }
}

internal sealed class TransferEnrolmentHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TransferEnrolmentCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TransferEnrolmentCommand request, CancellationToken cancellationToken)
    {
        var groupId = await db.Enrolments.Where(e => e.Id == request.EnrolmentId).Select(e => e.GroupId).SingleOrDefaultAsync(cancellationToken);
        if (await PlaceTurn.TakeAsync(db, groupId, cancellationToken) is not { } from
            || !await db.ManagedBy(user).AnyAsync(g => g.Id == groupId, cancellationToken))
        {
            return new NotFound();
        }

        // the other group stands in the same line, since it is of the same programme
        var to = await PlaceTurn.TakeAsync(db, request.ToGroupId, cancellationToken);
        var there = to is null
            ? null
            : await db.Enrolments.SingleOrDefaultAsync(e => e.GroupId == request.ToGroupId && db.Enrolments.Any(o => o.Id == request.EnrolmentId && o.PersonId == e.PersonId), cancellationToken);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == request.EnrolmentId, cancellationToken);
        if (there is not null && there.TransferredFromId == enrolment.Id)
        {
            return there.Id;
        }

        if (to is null
            || there is not null
            || to.ProgrammeId != from.ProgrammeId
            || to.Group.Id == from.Group.Id
            || to.Group.Status is GroupStatus.Closed or GroupStatus.Cancelled
            || !await db.ManagedBy(user).AnyAsync(g => g.Id == request.ToGroupId, cancellationToken))
        {
            return new NotAGroupToGoTo();
        }

        if (await db.HasHandedInAsync(enrolment.Id, cancellationToken))
        {
            return new PortfolioUnderWay();
        }

        if (await to.TakenAsync(cancellationToken) >= to.Group.Capacity)
        {
            return new GroupFull(to.Group.Capacity);
        }

        var now = time.UtcNow();
        if (enrolment.TransferAway(request.Reason.Trim(), now) is { } refused)
        {
            return refused;
        }

        var work = enrolment.SchoolId is { } school ? new Workplace(school, "", enrolment.RegionId) : null;
        var next = db.Enrol(to.Group, enrolment.PersonId, EnrolmentOrigin.Transfer, work, now, transferredFrom: enrolment.Id);
        var sameQuota = (to.Group.StartsOn.Year, to.Group.Language, to.Group.Funding) == (from.Group.StartsOn.Year, from.Group.Language, from.Group.Funding);
        return (db.GivePlace(next, now) ?? await from.ReleaseAsync(enrolment, hadPlace: true, now, cancellationToken, keepsQuota: sameQuota)) is { } wrong
            ? wrong
            : next.Id;
    }
}
