using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// The responsible trainer plans a contact for another day, and says why. Reminders of the day before are no longer needed; those of the
/// new day go out, also where the same went out for the old one.
/// </summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record MoveContactCommand(Guid ContactId, DateOnly DueOn, string Reason) : ICommand<Done>;

/// <summary>The day is outside of the year of support, or nobody works on it.</summary>
/// <param name="First">First day that is possible.</param>
/// <param name="Last">Last day that is possible.</param>
public sealed record DayNotInYear(DateOnly First, DateOnly Last) : Error("day_not_in_year", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [First, Last];

    /// <inheritdoc/>
    public override string Field => nameof(MoveContactCommand.DueOn);
}

/// <summary>A contact of this kind is planned for the same day already.</summary>
public sealed record ContactDayTaken() : Error("contact_day_taken", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => nameof(MoveContactCommand.DueOn);
}

internal sealed class MoveContactValidator : AbstractValidator<MoveContactCommand>
{
    public MoveContactValidator() =>
        RuleFor(c => c.Reason)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(5).WithErrorCode("too_short")
            .MaximumLength(ContactChange.ReasonLength).WithErrorCode("too_long");
}

internal sealed class MoveContactHandler(IAppDbContext db, CurrentUser user, SupportPlan plan, TimeProvider time) : IRequestHandler<MoveContactCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MoveContactCommand request, CancellationToken cancellationToken)
    {
        var contact = await db.SupportContacts.SingleOrDefaultAsync(c => c.Id == request.ContactId && c.TrainerId == user.Me, cancellationToken);
        if (contact is null)
        {
            return new NotFound();
        }

        if (contact.DueOn == request.DueOn)
        {
            return Done.Value;
        }

        var last = await db.LastDayAsync(contact, cancellationToken);
        var today = time.Today();
        if (request.DueOn < today || request.DueOn > last || !WorkingDays.Contain(request.DueOn))
        {
            return new DayNotInYear(today, last);
        }

        if (await db.SupportContacts.AnyAsync(c => c.EnrolmentId == contact.EnrolmentId && c.Kind == contact.Kind && c.DueOn == request.DueOn, cancellationToken))
        {
            return new ContactDayTaken();
        }

        var now = time.UtcNow();
        db.ContactChanges.Add(new ContactChange
        {
            ContactId = contact.Id,
            At = now,
            ById = user.Me,
            FromDay = contact.DueOn,
            ToDay = request.DueOn,
            FromTrainerId = contact.TrainerId,
            ToTrainerId = contact.TrainerId,
            Reason = request.Reason.Trim(),
        });
        if (contact.MoveTo(request.DueOn) is { } error)
        {
            return error;
        }

        await db.CancelRemindersAsync(contact.Id, now, cancellationToken);
        await db.PlanRemindersAsync(plan.RemindersOf(contact), now, cancellationToken);
        return Done.Value;
    }
}

internal static class ContactDays
{
    /// <summary>The last day for which a contact may be planned: a year after the group was closed.</summary>
    public static async Task<DateOnly> LastDayAsync(this IAppDbContext db, SupportContact contact, CancellationToken cancellationToken)
    {
        var closed = await (
            from enrolment in db.Enrolments
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where enrolment.Id == contact.EnrolmentId
            select new { studyGroup.ClosedAt, studyGroup.EndsOn })
            .SingleAsync(cancellationToken);
        return SupportPlan.YearAfter(closed.ClosedAt is { } at ? Clock.DayOf(at) : closed.EndsOn).Last;
    }
}
