using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>An assessor has read the own report; moderators see it from then on.</summary>
/// <param name="ReportId">Own report.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record NoteMarkingReportCommand(Guid ReportId) : ICommand<Done>;

internal sealed class NoteMarkingReportHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<NoteMarkingReportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteMarkingReportCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var report = await db.MarkingReports.SingleOrDefaultAsync(r => r.Id == request.ReportId && r.AssessorId == me, cancellationToken);
        if (report is null)
        {
            return new NotFound();
        }

        report.Read(time.UtcNow());
        return Done.Value;
    }
}
