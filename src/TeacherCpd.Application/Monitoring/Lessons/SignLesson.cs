using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>
/// The responsible trainer signs the observation of a lesson: the contact took place, its reminders are no longer needed, and the teacher
/// reads the feedback. A form that arrives twice, as from a phone that was without a connection, signs once.
/// </summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record SignLessonCommand(Guid ContactId, LessonNotes Notes, int? Shown) : ICommand<Done>, ILessonEntry;

internal sealed class SignLessonValidator : LessonEntryValidator<SignLessonCommand>
{
    private const int LeastWords = 5;

    public SignLessonValidator(TimeProvider time)
        : base(time)
    {
        RuleFor(c => c.Notes.LessonOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.Notes.Subject).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Notes.Class).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Notes.Topic).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Notes.NextSteps)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(LeastWords).WithErrorCode("too_short");
        RuleForEach(c => c.Notes.Marks)
            .ChildRules(mark =>
            {
                mark.RuleFor(m => m.Level).NotNull().WithErrorCode("required");
                mark.RuleFor(m => m.Feedback).NotEmpty().WithErrorCode("required").MinimumLength(LeastWords).WithErrorCode("too_short");
            });
    }
}

internal sealed class SignLessonHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SignLessonCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SignLessonCommand request, CancellationToken cancellationToken)
    {
        var found = await db.LessonContactAsync(request.ContactId, user.Me, cancellationToken);
        if (found.Error is { } none)
        {
            return none;
        }

        var contact = found.Value;
        var before = await db.SupportLessons.Include(l => l.Marks).Include(l => l.Signs).AsSplitQuery()
            .SingleOrDefaultAsync(l => l.ContactId == contact.Id && l.Status != LessonStatus.Draft, cancellationToken);
        if (before is not null && LessonEntries.IsSame(before.Notes, request.Notes))
        {
            return Done.Value;
        }

        var lesson = await db.WriteLessonAsync(request, contact, time.UtcNow(), cancellationToken);
        if ((lesson.Error ?? lesson.Value.Sign(time.UtcNow()) ?? contact.Complete(lesson.Value.NextSteps, lesson.Value.LessonOn ?? time.Today(), time.UtcNow())) is { } error)
        {
            return error;
        }

        await db.CancelRemindersAsync(contact.Id, time.UtcNow(), cancellationToken);
        return Done.Value;
    }
}
