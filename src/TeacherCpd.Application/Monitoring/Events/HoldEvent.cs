using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Events;

/// <summary>
/// A trainer records a group consultation or webinar with those who took part: their contacts took place by it, and are reminded of no more.
/// A form that arrives twice records it once.
/// </summary>
/// <param name="EventId">Id that the form carries.</param>
/// <param name="Heading">What it was about.</param>
/// <param name="ContactIds">Open contacts of the trainer, of the same kind.</param>
[RequirePermission(Permission.RecordContacts)]
public sealed record HoldEventCommand(
    Guid EventId, ContactKind Kind, string Heading, DateOnly? HeldOn, string? Sign, string? Link, string? Recording, IReadOnlyList<Guid> ContactIds) : ICommand<Done>;

internal sealed class HoldEventValidator : AbstractValidator<HoldEventCommand>
{
    public HoldEventValidator(TimeProvider time)
    {
        RuleFor(c => c.Kind).Must(SupportEvent.Kinds.Contains).WithErrorCode("required");
        RuleFor(c => c.Heading)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(5).WithErrorCode("too_short")
            .MaximumLength(SupportEvent.TitleLength).WithErrorCode("too_long");
        RuleFor(c => c.HeldOn)
            .NotNull().WithErrorCode("required")
            .Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Sign).Must(sign => string.IsNullOrEmpty(sign) || LessonSign.IsKnown(sign)).WithErrorCode("required");
        RuleFor(c => c.Link).MaximumLength(SupportEvent.LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
        RuleFor(c => c.Recording).MaximumLength(SupportEvent.LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
        RuleFor(c => c.ContactIds).NotEmpty().WithErrorCode("nobody_chosen");
    }
}

internal sealed class HoldEventHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<HoldEventCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(HoldEventCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"support-event/{request.EventId}", cancellationToken);
        if (await db.SupportEvents.AnyAsync(e => e.Id == request.EventId && e.TrainerId == user.Me, cancellationToken))
        {
            return Done.Value;
        }

        var ids = request.ContactIds.Distinct().ToList();
        var contacts = await db.SupportContacts
            .Where(c => EF.Parameter(ids).Contains(c.Id) && c.TrainerId == user.Me && c.Kind == request.Kind)
            .ToListAsync(cancellationToken);
        if (contacts.Count != ids.Count)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var held = new SupportEvent
        {
            Id = request.EventId,
            TrainerId = user.Me,
            Kind = request.Kind,
            Title = request.Heading.Trim(),
            HeldOn = request.HeldOn!.Value,
            Sign = request.Sign.OrNothing(),
            Link = request.Link.OrNothing(),
        };
        held.Record(request.Recording.OrNothing());
        foreach (var contact in contacts)
        {
            if (held.Attended(contact, now) is { } error)
            {
                return error;
            }
        }

        db.SupportEvents.Add(held);
        foreach (var reminder in await db.Reminders.Where(r => EF.Parameter(ids).Contains(r.ContactId) && r.Status == ReminderStatus.Pending).ToListAsync(cancellationToken))
        {
            reminder.Move(ReminderStatus.Cancelled, now);
        }

        return Done.Value;
    }
}
