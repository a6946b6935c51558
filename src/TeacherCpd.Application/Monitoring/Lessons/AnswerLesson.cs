using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>The teacher says what the feedback on a lesson is worth; the trainer and the figures get it.</summary>
/// <param name="ContactId">Contact of the teacher's own year.</param>
/// <param name="Value">What it is worth.</param>
/// <param name="Words">Words; may be empty.</param>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record AnswerLessonCommand(Guid ContactId, FeedbackValue? Value, string Words) : ICommand<Done>
{
    /// <summary>Words; a browser sends a line break as two characters, which counts as one here.</summary>
    public string Words { get; } = Words.ReplaceLineEndings("\n").Trim();
}

internal sealed class AnswerLessonValidator : AbstractValidator<AnswerLessonCommand>
{
    public AnswerLessonValidator()
    {
        RuleFor(c => c.Value).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).MaximumLength(SupportLesson.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class AnswerLessonHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AnswerLessonCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerLessonCommand request, CancellationToken cancellationToken)
    {
        var lesson = await db.SupportLessons.SingleOrDefaultAsync(
            l => l.ContactId == request.ContactId && l.PersonId == user.Me && l.Status != LessonStatus.Draft, cancellationToken);
        if (lesson is null)
        {
            return new NotFound();
        }

        if (lesson.Value == request.Value && lesson.Answer == request.Words)
        {
            // the same form a second time
            return Done.Value;
        }

        return lesson.Reply(request.Value!.Value, request.Words, time.UtcNow()) is { } error ? error : Done.Value;
    }
}
