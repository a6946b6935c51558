using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Somebody of the group agrees that the school and those above it read the report; with the last of them it is shared.</summary>
[SignedIn]
public sealed record AgreeToShareCommand(Guid StudyId) : ICommand<Done>;

internal sealed class AgreeToShareHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AgreeToShareCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AgreeToShareCommand request, CancellationToken cancellationToken)
    {
        var study = await db.OwnStudyAsync(user, request.StudyId, cancellationToken);
        return (study.Error ?? study.Value.AgreeToShare(user.Me, time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
