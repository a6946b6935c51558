using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// An assessor takes the reflective report that waits longest of those that may be given to the person. Nobody chooses whose report
/// it is; two assessors read each, and neither sees the other's sheet.
/// </summary>
[RequirePermission(Permission.AssessTrainers)]
public sealed record TakeTrainerReportCommand : ICommand<Guid>;

/// <summary>No reflective report waits that may be given to this assessor.</summary>
public sealed record NoReportWaits() : Error("no_report_waits", ErrorKind.Conflict);

/// <summary>The assessor has open sheets enough.</summary>
/// <param name="Most">Most open ones.</param>
public sealed record TooManyReportsOpen(int Most) : Error("too_many_reports_open", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Most];
}

internal sealed class TakeTrainerReportHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TakeTrainerReportCommand, Result<Guid>>
{
    private const int MostOpen = 5;

    public async Task<Result<Guid>> Handle(TakeTrainerReportCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        if (await db.TrainerSheets.CountAsync(s => s.AuthorId == user.Me && s.SignedAt == null, cancellationToken) >= MostOpen)
        {
            return new TooManyReportsOpen(MostOpen);
        }

        var next = await db.AssessableBy(user.Me, time.Today())
            .OrderBy(r => r.StatusSince)
            .ThenBy(r => r.Number)
            .Select(r => new
            {
                r.Id,
                ReportId = r.Reports.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id).Select(p => p.Id).First(),
                Taken = db.TrainerSheets.Count(s => s.RecertificationId == r.Id),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return new NoReportWaits();
        }

        var sheet = new TrainerSheet { RecertificationId = next.Id, ReportId = next.ReportId, AuthorId = user.Me, Turn = next.Taken + 1, StartedAt = time.UtcNow() };
        db.TrainerSheets.Add(sheet);
        return sheet.Id;
    }
}
