using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>What the form of a lesson sends, whether it is kept or signed.</summary>
internal interface ILessonEntry
{
    /// <summary>The planned contact.</summary>
    Guid ContactId { get; }

    /// <summary>What was written.</summary>
    LessonNotes Notes { get; }

    /// <summary>Revision of the draft that the form was shown with; null where there was none.</summary>
    int? Shown { get; }
}

internal abstract class LessonEntryValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : ILessonEntry
{
    protected LessonEntryValidator(TimeProvider time)
    {
        RuleFor(c => c.Notes.LessonOn).Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Notes.Subject).MaximumLength(SupportLesson.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.Notes.Class).MaximumLength(SupportLesson.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.Notes.Topic).MaximumLength(SupportLesson.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.Notes.NextSteps).MaximumLength(SupportLesson.WordsLength).WithErrorCode("too_long");
        RuleForEach(c => c.Notes.Marks)
            .ChildRules(mark => mark.RuleFor(m => m.Feedback).MaximumLength(SupportLesson.WordsLength).WithErrorCode("too_long"));
    }
}

internal static class LessonEntries
{
    /// <summary>The observation of a trainer's own contact with what was just written; a new one where there is none.</summary>
    public static async Task<Result<SupportLesson>> WriteLessonAsync(
        this IAppDbContext db, ILessonEntry entry, SupportContact contact, DateTime at, CancellationToken cancellationToken)
    {
        var lesson = await db.SupportLessons.Include(l => l.Marks).Include(l => l.Signs).AsSplitQuery().SingleOrDefaultAsync(l => l.ContactId == contact.Id, cancellationToken);
        if (contact.DoneAt is not null && lesson is null or { Status: LessonStatus.Draft })
        {
            // recorded in words, before there were sheets
            return new ContactAlreadyDone();
        }

        if (lesson is null)
        {
            lesson = new SupportLesson { ContactId = contact.Id, PersonId = contact.PersonId, ObserverId = contact.TrainerId };
            db.SupportLessons.Add(lesson);
        }
        else if (lesson.Status == LessonStatus.Draft && lesson.Revision != entry.Shown && !IsSame(lesson.Notes, entry.Notes))
        {
            return new LessonWrittenElsewhere();
        }

        return lesson.Write(entry.Notes, at) is { } error ? error : lesson;
    }

    /// <summary>The contact for the observation of a lesson that a trainer is responsible for, in its turn.</summary>
    public static async Task<Result<SupportContact>> LessonContactAsync(this IAppDbContext db, Guid contactId, Guid trainerId, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"lesson/{contactId}", cancellationToken);
        var contact = await db.SupportContacts.SingleOrDefaultAsync(
            c => c.Id == contactId && c.TrainerId == trainerId && c.Kind == ContactKind.Observation, cancellationToken);
        return contact is null ? new NotFound() : contact;
    }

    /// <summary>Whether two notes say the same: a form that a phone sent twice changes nothing.</summary>
    public static bool IsSame(LessonNotes one, LessonNotes other) =>
        (one.LessonOn, one.Subject, one.Class, one.Topic, one.NextSteps) == (other.LessonOn, other.Subject, other.Class, other.Topic, other.NextSteps)
        && Written(one).SequenceEqual(Written(other))
        && one.Signs.ToHashSet(StringComparer.Ordinal).SetEquals(other.Signs);

    private static IOrderedEnumerable<LessonMark> Written(LessonNotes notes) => notes.Marks.Where(m => m.Level is not null || m.Feedback.Length > 0).OrderBy(m => m.Parameter);
}
