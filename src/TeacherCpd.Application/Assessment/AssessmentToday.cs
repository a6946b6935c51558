using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor's open sheets, and the portfolios that wait for assessors and moderators.</summary>
internal sealed class AssessmentToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.AssessPortfolios))
        {
            return [];
        }

        var me = user.Me;
        var open = await db.SheetsOf(me).CountAsync(s => s.SignedAt == null, cancellationToken);
        var waiting = await (await db.WaitingForAsync(me, await db.StandingsAsync(me, cancellationToken), cancellationToken)).CountAsync(cancellationToken);
        var items = new List<TodayItem>();
        if (open > 0)
        {
            items.Add(new TodayItem("today.open_sheets", [open], "/assessment", Count: open));
        }

        if (waiting > 0)
        {
            items.Add(new TodayItem("today.assessment", [waiting], "/assessment", Count: waiting));
        }

        if (user.Can(Permission.ModerateAssessments))
        {
            var toModerate = await db.WaitingForModerator(me).CountAsync(cancellationToken);
            if (toModerate > 0)
            {
                items.Add(new TodayItem("today.moderation", [toModerate], "/moderation", Count: toModerate));
            }
        }

        return items;
    }
}
