using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Originality;

/// <summary>Checks that failed or wait too long are somebody's work.</summary>
internal sealed class OriginalityToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.RunOriginality))
        {
            return [];
        }

        var count = await db.StuckChecksOf(user, time.UtcNow()).CountAsync(cancellationToken);
        return count == 0 ? [] : [new TodayItem("originality.today.stuck", [count], "/originality", Count: count)];
    }
}
