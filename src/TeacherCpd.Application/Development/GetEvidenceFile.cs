using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Development;

/// <summary>The file that shows an activity, for the teacher and for those who decide about it.</summary>
[SignedIn]
public sealed record GetEvidenceFileQuery(Guid ActivityId) : IQuery<MaterialFile>;

internal sealed class GetEvidenceFileHandler(IAppDbContext db, CurrentUser user, IFileStore files, TimeProvider time)
    : IRequestHandler<GetEvidenceFileQuery, Result<MaterialFile>>
{
    public async Task<Result<MaterialFile>> Handle(GetEvidenceFileQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var reach = db.ActivitiesInReach(user, time.Today()).Select(a => a.Id);
        var file = await db.DevelopmentActivities
            .Where(a => a.Id == request.ActivityId && a.FileSha256 != null && (a.PersonId == me || reach.Contains(a.Id)))
            .Select(a => new { a.FileSha256, a.FileContentType, a.FileName })
            .SingleOrDefaultAsync(cancellationToken);
        return file is null
            ? new NotFound()
            : new MaterialFile(await files.OpenAsync(file.FileSha256!, cancellationToken), file.FileContentType!, file.FileName!);
    }
}
