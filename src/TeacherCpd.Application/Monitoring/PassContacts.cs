using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// A coordinator passes the open contacts of a trainer who leaves, or is ill, to another: of the groups of the own branches. What was
/// observed in a draft goes with them. The teachers see who is responsible now, and who was.
/// </summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record PassContactsCommand(Guid FromTrainerId, Guid ToTrainerId, string Reason) : ICommand<int>;

internal sealed class PassContactsValidator : AbstractValidator<PassContactsCommand>
{
    public PassContactsValidator()
    {
        RuleFor(c => c.ToTrainerId)
            .NotEmpty().WithErrorCode("required")
            .NotEqual(c => c.FromTrainerId).WithErrorCode("same_trainer");
        RuleFor(c => c.Reason)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(5).WithErrorCode("too_short")
            .MaximumLength(ContactChange.ReasonLength).WithErrorCode("too_long");
    }
}

internal sealed class PassContactsHandler(IAppDbContext db, CurrentUser user, SupportPlan plan, TimeProvider time) : IRequestHandler<PassContactsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(PassContactsCommand request, CancellationToken cancellationToken)
    {
        if (!await db.IsTrainerAsync(request.ToTrainerId, cancellationToken))
        {
            return new NotATrainer();
        }

        var contacts = await db.ContactsOf(user).Where(c => c.TrainerId == request.FromTrainerId && c.DoneAt == null).ToListAsync(cancellationToken);
        var now = time.UtcNow();
        var ids = contacts.ConvertAll(c => c.Id);
        foreach (var contact in contacts)
        {
            db.ContactChanges.Add(new ContactChange
            {
                ContactId = contact.Id,
                At = now,
                ById = user.Me,
                FromDay = contact.DueOn,
                ToDay = contact.DueOn,
                FromTrainerId = contact.TrainerId,
                ToTrainerId = request.ToTrainerId,
                Reason = request.Reason.Trim(),
            });
            contact.PassTo(request.ToTrainerId);
        }

        foreach (var reminder in await db.Reminders
            .Where(r => EF.Parameter(ids).Contains(r.ContactId) && r.RecipientId == request.FromTrainerId && r.Status == ReminderStatus.Pending)
            .ToListAsync(cancellationToken))
        {
            reminder.Move(ReminderStatus.Cancelled, now);
        }

        foreach (var draft in await db.SupportLessons.Where(l => EF.Parameter(ids).Contains(l.ContactId) && l.Status == LessonStatus.Draft).ToListAsync(cancellationToken))
        {
            draft.PassTo(request.ToTrainerId);
        }

        await db.PlanRemindersAsync([.. contacts.SelectMany(c => plan.RemindersOf(c, request.ToTrainerId))], now, cancellationToken);
        return contacts.Count;
    }
}
