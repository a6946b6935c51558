using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Originality;

/// <summary>Checks that failed or wait too long, and results that went over the threshold, are somebody's work.</summary>
internal sealed class OriginalityToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        List<TodayItem> items = [];
        if (user.Can(Permission.RunOriginality) && await db.StuckChecksOf(user, time.UtcNow()).CountAsync(cancellationToken) is > 0 and var stuck)
        {
            items.Add(new TodayItem("originality.today.stuck", [stuck], "/originality", Count: stuck));
        }

        if ((user.Can(Permission.RunOriginality) || user.Can(Permission.GiveFeedback)) && await db.CrossingsOf(user).CountAsync(cancellationToken) is > 0 and var crossed)
        {
            items.Add(new TodayItem("originality.today.crossed", [crossed], "/originality/cases", Count: crossed));
        }

        return items;
    }
}
