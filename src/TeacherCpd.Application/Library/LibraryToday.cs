using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library;

/// <summary>Proposals that wait for one of the council.</summary>
internal sealed class LibraryToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.ReviewMaterials))
        {
            return [];
        }

        var me = user.Me;
        var sections = (await db.AllSectionsAsync(cancellationToken)).Where(user.Reviews).Select(s => s.Id).ToList();
        var proposals = await db.LibraryMaterials.CountAsync(
            m => m.OwnerId != me && sections.Contains(m.SectionId)
                && m.Versions.Any(v => v.Status == LibraryStatus.Proposed && v.Reviews.All(r => r.ReviewerId != me)),
            cancellationToken);
        return proposals == 0 ? [] : [new TodayItem("today.library_proposals", [proposals], "/library/proposals", Count: proposals)];
    }
}
