using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Whoever leads the group writes what was said about a lesson; the notes of the observers stand from now on.</summary>
[SignedIn]
public sealed record RecordDiscussionCommand(Guid StudyId, Guid LessonId, string? Discussion) : ICommand<Done>;

internal sealed class RecordDiscussionValidator : AbstractValidator<RecordDiscussionCommand>
{
    public RecordDiscussionValidator() =>
        RuleFor(c => c.Discussion).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.WordsLength).WithErrorCode("too_long");
}

internal sealed class RecordDiscussionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordDiscussionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordDiscussionCommand request, CancellationToken cancellationToken)
    {
        var study = await db.LedStudyAsync(user, request.StudyId, cancellationToken);
        return (study.Error ?? study.Value.RecordDiscussion(request.LessonId, request.Discussion.Lines())) is { } refused ? refused : Done.Value;
    }
}
