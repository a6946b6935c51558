using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Whoever leads the group writes what the group learned.</summary>
[SignedIn]
public sealed record ConcludeLessonStudyCommand(Guid StudyId, string? Conclusions) : ICommand<Done>;

internal sealed class ConcludeLessonStudyValidator : AbstractValidator<ConcludeLessonStudyCommand>
{
    private const int LeastWords = 20;

    public ConcludeLessonStudyValidator() => RuleFor(c => c.Conclusions)
        .NotEmpty().WithErrorCode("required")
        .MinimumLength(LeastWords).WithErrorCode("too_short")
        .MaximumLength(LessonStudy.WordsLength).WithErrorCode("too_long");
}

internal sealed class ConcludeLessonStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ConcludeLessonStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ConcludeLessonStudyCommand request, CancellationToken cancellationToken)
    {
        var study = await db.LedStudyAsync(user, request.StudyId, cancellationToken);
        if (study.Error is null && study.Value.Status == LessonStudyStatus.Concluded && study.Value.Conclusions == request.Conclusions.Lines())
        {
            // the same form a second time
            return Done.Value;
        }

        return (study.Error ?? study.Value.Conclude(request.Conclusions.Lines(), time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
