using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>The report goes to the school: from now on it stands there, and each coordinator of the school is told by mail.</summary>
/// <param name="VisitId">Visit, with all stages closed.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record SendVisitReportCommand(Guid VisitId) : ICommand<int>;

internal sealed class SendVisitReportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<SendVisitReportCommand, Result<int>>
{
    public async Task<Result<int>> Handle(SendVisitReportCommand request, CancellationToken cancellationToken)
    {
        var visit = await db.VisitToManageAsync(user, request.VisitId, cancellationToken);
        if (visit is null)
        {
            return new NotFound();
        }

        if (visit.Send(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        var told = await db.CoordinatorsOf(visit.SchoolId).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var person in told)
        {
            var notice = new VisitNotice { VisitId = visit.Id, PersonId = person, WrittenAt = time.UtcNow() };
            db.VisitNotices.Add(notice);
            jobs.SendVisitNotice(notice.Id);
        }

        return told.Count;
    }
}
