using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// The responsible trainer records that a contact took place; its reminders are no longer needed. The observation of a lesson is recorded
/// with its sheet instead, see <see cref="Lessons.SignLessonCommand"/>.
/// </summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record CompleteContactCommand(Guid ContactId, string Outcome) : ICommand<Done>
{
    /// <summary>What came of it; a browser sends a line break as two characters, which counts as one here.</summary>
    public string Outcome { get; } = Outcome.ReplaceLineEndings("\n").Trim();
}

/// <summary>A lesson that was observed is recorded with its sheet.</summary>
public sealed record LessonNeedsSheet() : Error("lesson_needs_sheet", ErrorKind.Conflict);

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

        if (contact.Kind == ContactKind.Observation)
        {
            return new LessonNeedsSheet();
        }

        if (contact.Outcome == request.Outcome)
        {
            // the same form a second time
            return Done.Value;
        }

        if (contact.Complete(request.Outcome, time.UtcNow()) is { } error)
        {
            return error;
        }

        await db.CancelRemindersAsync(contact.Id, time.UtcNow(), cancellationToken);
        return Done.Value;
    }
}
