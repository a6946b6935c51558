using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library;

/// <summary>Proposals that wait for one of the council, and what came back to who proposed it.</summary>
internal sealed class LibraryToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var waiting = new List<TodayItem>();
        if (!user.Can(Permission.ProposeMaterials) && !user.Can(Permission.ReviewMaterials))
        {
            return waiting;
        }

        var me = user.Me;
        if (user.Can(Permission.ReviewMaterials))
        {
            var sections = (await db.AllSectionsAsync(cancellationToken)).Where(user.Reviews).Select(s => s.Id).ToList();
            var proposals = await db.LibraryMaterials.CountAsync(
                m => m.OwnerId != me && sections.Contains(m.SectionId)
                    && m.Versions.Any(v => v.Status == LibraryStatus.Proposed && v.Reviews.All(r => r.ReviewerId != me)),
                cancellationToken);
            if (proposals > 0)
            {
                waiting.Add(new TodayItem("today.library_proposals", [proposals], "/library/proposals", Count: proposals));
            }

            return waiting;
        }

        var returned = await db.LibraryMaterials.CountAsync(
            m => m.OwnerId == me && m.Versions.Any(v => v.Status == LibraryStatus.Returned && !m.Versions.Any(later => later.Number > v.Number)), cancellationToken);
        if (returned > 0)
        {
            waiting.Add(new TodayItem("today.library_returned", [returned], "/library/proposals", Count: returned));
        }

        return waiting;
    }
}
