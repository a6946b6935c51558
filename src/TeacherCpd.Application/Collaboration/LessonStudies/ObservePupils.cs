using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Somebody of the group writes what the case pupils did in a lesson that they watched.</summary>
/// <param name="Notes">What was seen, in the order of the letters; empty takes a note back.</param>
[SignedIn]
public sealed record ObservePupilsCommand(Guid StudyId, Guid LessonId, IReadOnlyList<string?> Notes) : ICommand<Done>;

internal sealed class ObservePupilsValidator : AbstractValidator<ObservePupilsCommand>
{
    public ObservePupilsValidator()
    {
        RuleFor(c => c.Notes)
            .Must(n => n.Count <= LessonStudy.PupilCount).WithErrorCode("too_many_lines")
            .Must(n => n.Any(words => !string.IsNullOrWhiteSpace(words))).WithErrorCode("required");
        RuleForEach(c => c.Notes).MaximumLength(LessonStudy.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class ObservePupilsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ObservePupilsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ObservePupilsCommand request, CancellationToken cancellationToken)
    {
        var study = await db.OwnStudyAsync(user, request.StudyId, cancellationToken);
        if (study.Error is { } none)
        {
            return none;
        }

        var now = time.UtcNow();
        for (var i = 0; i < request.Notes.Count; i++)
        {
            if (study.Value.Observe(request.LessonId, user.Me, LessonStudy.LetterOf(i), request.Notes[i].Lines(), now) is { } refused)
            {
                return refused;
            }
        }

        return Done.Value;
    }
}
