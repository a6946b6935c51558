using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The responsible trainer records that a contact took place; its reminders are no longer needed.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record CompleteContactCommand(Guid ContactId, string Outcome) : ICommand<Done>;

internal sealed class CompleteContactValidator : AbstractValidator<CompleteContactCommand>
{
    public CompleteContactValidator() =>
        RuleFor(c => c.Outcome)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(5).WithErrorCode("too_short")
            .MaximumLength(2000).WithErrorCode("too_long");
}

internal sealed class CompleteContactHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<CompleteContactCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompleteContactCommand request, CancellationToken cancellationToken)
    {
        var contact = await db.SupportContacts.SingleOrDefaultAsync(c => c.Id == request.ContactId && c.TrainerId == user.Me, cancellationToken);
        if (contact is null)
        {
            return new NotFound();
        }

        if (contact.Complete(request.Outcome.Trim(), time.UtcNow()) is { } error)
        {
            return error;
        }

        foreach (var reminder in await db.Reminders
            .Where(r => r.ContactId == contact.Id && r.Status == ReminderStatus.Pending)
            .ToListAsync(cancellationToken))
        {
            reminder.Move(ReminderStatus.Cancelled, time.UtcNow());
        }

        return Done.Value;
    }
}
