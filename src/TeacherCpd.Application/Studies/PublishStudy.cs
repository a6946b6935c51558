using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Publishes the results of a study: everybody who is signed in sees them.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record PublishStudyCommand(Guid StudyId) : ICommand<Done>;

internal sealed class PublishStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PublishStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PublishStudyCommand request, CancellationToken cancellationToken)
    {
        var study = await db.StudiesRunBy(user).SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        return study is null ? new NotFound()
            : study.Status == StudyStatus.Published ? Done.Value
            : study.Publish(time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
