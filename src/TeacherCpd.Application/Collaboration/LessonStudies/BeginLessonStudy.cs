using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Whoever leads the group begins the cycle.</summary>
[SignedIn]
public sealed record BeginLessonStudyCommand(Guid StudyId) : ICommand<Done>;

internal sealed class BeginLessonStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<BeginLessonStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(BeginLessonStudyCommand request, CancellationToken cancellationToken)
    {
        var study = await db.LedStudyAsync(user, request.StudyId, cancellationToken);
        if (study is { Error: null, Value.Status: LessonStudyStatus.Running })
        {
            return Done.Value;
        }

        return (study.Error ?? study.Value.Begin(time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
