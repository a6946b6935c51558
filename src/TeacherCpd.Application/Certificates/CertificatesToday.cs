using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Application.Certificates;

/// <summary>A teacher's certificates of the last 30 days.</summary>
internal sealed class CertificatesToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int DaysNew = 30;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var since = time.Today().AddDays(-DaysNew);
        var issued = await db.Certificates
            .Where(c => c.PersonId == me && (c.ReissuedOn ?? c.IssuedOn) >= since && c.Status == CertificateStatus.Valid)
            .OrderByDescending(c => c.IssuedOn)
            .Select(c => new { c.Serial, c.ProgrammeTitle })
            .ToListAsync(cancellationToken);
        return issued.ConvertAll(c => new TodayItem("today.certificate", [c.ProgrammeTitle, c.Serial], "/my/certificates"));
    }
}
