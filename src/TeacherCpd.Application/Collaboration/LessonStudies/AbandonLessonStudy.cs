using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Whoever leads the group gives the cycle up, with a reason.</summary>
[SignedIn]
public sealed record AbandonLessonStudyCommand(Guid StudyId, string? Reason) : ICommand<Done>;

internal sealed class AbandonLessonStudyValidator : AbstractValidator<AbandonLessonStudyCommand>
{
    public AbandonLessonStudyValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.QuestionLength).WithErrorCode("too_long");
}

internal sealed class AbandonLessonStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AbandonLessonStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AbandonLessonStudyCommand request, CancellationToken cancellationToken)
    {
        var study = await db.LedStudyAsync(user, request.StudyId, cancellationToken);
        return (study.Error ?? study.Value.Abandon(request.Reason.Lines(), time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
