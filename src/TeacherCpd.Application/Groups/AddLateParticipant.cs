using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A coordinator adds somebody who was not on the list, also after the beginning: on the ground of a document, which is
/// recorded (2022 report, L4733 to L4737). The places of the group are the limit; quotas are those who plan's to settle.
/// </summary>
/// <param name="Iin">National number of a person whom the system knows.</param>
/// <param name="Basis">Letter or order, with number and date.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record AddLateParticipantCommand(Guid GroupId, string Iin, string Basis) : ICommand<Guid>;

/// <summary>The system knows nobody with the number.</summary>
public sealed record PersonNotKnown() : Error("person_not_known", ErrorKind.Invalid)
{
    public override string Field => nameof(AddLateParticipantCommand.Iin);
}

/// <summary>The person is in the group, or was and left.</summary>
/// <param name="Status">How the person is there.</param>
public sealed record InTheGroupAlready(EnrolmentStatus Status) : Error("in_the_group_already", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Status];

    public override string Field => nameof(AddLateParticipantCommand.Iin);
}

internal sealed class AddLateParticipantValidator : AbstractValidator<AddLateParticipantCommand>
{
    public AddLateParticipantValidator() =>
        RuleFor(c => c.Basis).NotEmpty().WithErrorCode("required").MaximumLength(400).WithErrorCode("too_long");
}

internal sealed class AddLateParticipantHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AddLateParticipantCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddLateParticipantCommand request, CancellationToken cancellationToken)
    {
        var iin = Iin.Parse(request.Iin);
        if (iin.Error is { } wrong)
        {
            return new InvalidInput([new FieldFault(nameof(request.Iin), wrong.Code, wrong.Args)]);
        }

        if (await PlaceTurn.TakeAsync(db, request.GroupId, cancellationToken) is not { } turn
            || !await db.ManagedBy(user).AnyAsync(g => g.Id == request.GroupId, cancellationToken))
        {
            return new NotFound();
        }

        if (turn.Group.Status is GroupStatus.Closed or GroupStatus.Cancelled)
        {
            return new GroupOver();
        }

        var person = await db.Persons.Where(p => p.Iin == iin.Value.Value).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (person is not { } personId)
        {
            return new PersonNotKnown();
        }

        var there = await db.Enrolments.AsNoTracking().SingleOrDefaultAsync(e => e.GroupId == request.GroupId && e.PersonId == personId, cancellationToken);
        if (there is not null)
        {
            return there is { Origin: EnrolmentOrigin.Late, Status: EnrolmentStatus.Accepted } ? there.Id : new InTheGroupAlready(there.Status);
        }

        if (await turn.TakenAsync(cancellationToken) >= turn.Group.Capacity)
        {
            return new GroupFull(turn.Group.Capacity);
        }

        var now = time.UtcNow();
        var work = (await db.WorkplacesAsync([personId], time.Today(), cancellationToken)).GetValueOrDefault(personId);
        var enrolment = db.Enrol(turn.Group, personId, EnrolmentOrigin.Late, work, now, basis: request.Basis.Trim());
        return db.GivePlace(enrolment, now) is { } refused ? refused : enrolment.Id;
    }
}
