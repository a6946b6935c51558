using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A course in which an applicant has a place, in the days of the one applied for.</summary>
/// <param name="StartsOn">First day of the other course.</param>
/// <param name="EndsOn">Last day of the other course.</param>
/// <param name="SameTime">Beginning (UTC) of its first session at the time of one of the course applied for; null where only the days are shared.</param>
public sealed record CourseClash(string GroupCode, LocalizedText Title, DateOnly StartsOn, DateOnly EndsOn, DateTime? SameTime);

/// <summary>What whoever decides on applications is told of the other courses of the applicants: a warning, no refusal.</summary>
internal static class CourseClashes
{
    /// <summary>The courses of people that meet those they apply for, the first on top. Two queries for all of them.</summary>
    /// <param name="db">Records.</param>
    /// <param name="applications">Who applies for which group.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<ILookup<(Guid PersonId, Guid GroupId), CourseClash>> CourseClashesAsync(
        this IAppDbContext db, IReadOnlyCollection<(Guid PersonId, Guid GroupId)> applications, CancellationToken cancellationToken)
    {
        var asked = applications.ToHashSet();
        var people = asked.Select(a => a.PersonId).Distinct().ToList();
        var wanted = asked.Select(a => a.GroupId).Distinct().ToList();
        var meeting = people.Count == 0 ? [] : await (
            from enrolment in db.Enrolments
            where EF.Parameter(people).Contains(enrolment.PersonId) && enrolment.Status == EnrolmentStatus.Accepted
            join other in db.Groups on enrolment.GroupId equals other.Id
            from mine in db.Groups
            where EF.Parameter(wanted).Contains(mine.Id) && mine.Id != other.Id && mine.StartsOn <= other.EndsOn && other.StartsOn <= mine.EndsOn
            join version in db.ProgrammeVersions on other.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby other.StartsOn, other.Code
            select new { enrolment.PersonId, Mine = mine.Id, Other = other.Id, other.Code, programme.Title, other.StartsOn, other.EndsOn })
            .ToListAsync(cancellationToken);
        meeting.RemoveAll(m => !asked.Contains((m.PersonId, m.Mine)));
        var (mineIds, otherIds) = (meeting.Select(m => m.Mine).Distinct().ToList(), meeting.Select(m => m.Other).Distinct().ToList());
        var sameTime = meeting.Count == 0 ? [] : await (
            from mine in db.Sessions
            where EF.Parameter(mineIds).Contains(mine.GroupId)
            from other in db.Sessions
            where EF.Parameter(otherIds).Contains(other.GroupId) && mine.GroupId != other.GroupId && mine.Begins < other.Ends && other.Begins < mine.Ends
            group other.Begins by new { Mine = mine.GroupId, Other = other.GroupId } into pair
            select new { pair.Key.Mine, pair.Key.Other, First = pair.Min() })
            .ToDictionaryAsync(p => (p.Mine, p.Other), p => (DateTime?)p.First, cancellationToken);
        return meeting.ToLookup(
            m => (m.PersonId, m.Mine),
            m => new CourseClash(m.Code, m.Title, m.StartsOn, m.EndsOn, sameTime.GetValueOrDefault((m.Mine, m.Other))));
    }
}
