using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Closes a study: it takes no more answers, and those who run and oversee it see the results.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record CloseStudyCommand(Guid StudyId) : ICommand<Done>;

internal sealed class CloseStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CloseStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseStudyCommand request, CancellationToken cancellationToken)
    {
        var study = await db.StudiesRunBy(user).SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        return study is null ? new NotFound()
            : study.Status == StudyStatus.Closed ? Done.Value
            : study.Close(time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
