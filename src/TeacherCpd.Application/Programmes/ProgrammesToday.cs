using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>Versions at the council, for whoever records its protocols.</summary>
internal sealed class ProgrammesToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var waiting = user.CanEverywhere(Permission.AgreeProgrammes)
            ? await db.ProgrammeVersions.CountAsync(v => v.Status == ProgrammeVersionStatus.AtCouncil, cancellationToken)
            : 0;
        return waiting == 0 ? [] : [new TodayItem("programmes.today.council", [waiting], "/programmes/papers", Count: waiting)];
    }
}
