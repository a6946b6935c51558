using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// How many of those on the lists came, group by group, for groups that have begun and for which attendance is recorded
/// (2022 report, L4727 to L4733: 300 were listed, 229 came).
/// </summary>
/// <param name="Year">Year in which the groups began.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetNoShowsQuery(int Year, int Page) : IQuery<NoShows>;

/// <summary>Lists against attendance.</summary>
/// <param name="Ordered">People with a place, of all groups found.</param>
/// <param name="Came">Of them, those who came at least once.</param>
/// <param name="Groups">A page of the groups, those with most who did not come first.</param>
public sealed record NoShows(int Year, int Ordered, int Came, Paged<NoShowRow> Groups)
{
    /// <summary>Share of those who came, in tenths of a per cent; null where nobody was listed.</summary>
    public int? CamePerMille => Ordered == 0 ? null : (int)((1000L * Came + Ordered / 2) / Ordered);
}

/// <summary>A group of the report.</summary>
public sealed record NoShowRow(Guid GroupId, string Code, LocalizedText Title, DateOnly StartsOn, int Ordered, int Came)
{
    /// <summary>How many did not come.</summary>
    public int Missing => Ordered - Came;
}

internal sealed class GetNoShowsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetNoShowsQuery, Result<NoShows>>
{
    public async Task<Result<NoShows>> Handle(GetNoShowsQuery request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var groups = db.ManagedBy(user).Where(g => g.StartsOn >= first && g.StartsOn <= last
            && db.Sessions.Any(s => s.GroupId == g.Id && db.AttendanceMarks.Any(m => m.SessionId == s.Id)));

        // all groups of the year at once: to order them by their counts every one has to be counted anyway
        var rows = await (
            from g in groups
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            select new
            {
                g.Id,
                g.Code,
                version.ProgrammeId,
                g.StartsOn,
                Ordered = db.Enrolments.WithPlace().Count(e => e.GroupId == g.Id),
                Came = db.Enrolments.WithPlace().Count(e => e.GroupId == g.Id
                    && db.AttendanceMarks.Any(m => m.EnrolmentId == e.Id && m.Presence != Presence.Absent)),
            })
            .ToListAsync(cancellationToken);
        var titles = await db.Programmes.Select(p => new { p.Id, p.Title }).ToDictionaryAsync(p => p.Id, p => p.Title, cancellationToken);
        var number = Math.Clamp(request.Page, 1, new Paged<NoShowRow>([], 1, rows.Count).Pages);
        var shown = rows
            .OrderByDescending(r => r.Ordered - r.Came)
            .ThenBy(r => r.Code, StringComparer.Ordinal)
            .Skip((number - 1) * Paging.Size)
            .Take(Paging.Size)
            .Select(r => new NoShowRow(r.Id, r.Code, titles[r.ProgrammeId], r.StartsOn, r.Ordered, r.Came));
        return new NoShows(request.Year, rows.Sum(r => r.Ordered), rows.Sum(r => r.Came), new Paged<NoShowRow>([.. shown], number, rows.Count));
    }
}
