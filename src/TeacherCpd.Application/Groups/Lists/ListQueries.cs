using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Parts of queries that the use cases of lists share.</summary>
internal static class ListQueries
{
    /// <summary>The user's own lists of a group that the user manages.</summary>
    public static IQueryable<EnrolmentList> ListsOf(this IAppDbContext db, CurrentUser user, Guid groupId)
    {
        var me = user.Me;
        var groups = db.ManagedBy(user);
        return db.EnrolmentLists.Where(l => l.GroupId == groupId && l.OwnerId == me && groups.Any(g => g.Id == l.GroupId));
    }
}
