using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Networks.Events;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>One network: a leading school, its partners, their coaches and what they held in the year.</summary>
/// <param name="LeadingId">Entry of the leading school.</param>
/// <param name="Text">Words of the name of a school to join; null for none.</param>
[RequirePermission(Permission.SeeNetworks)]
public sealed record GetNetworkQuery(Guid LeadingId, string? Text) : IQuery<NetworkView>;

/// <summary>A network.</summary>
/// <param name="Schools">Its schools, the leading one first.</param>
/// <param name="Events">Events that coaches of its schools hold in the year for two or more of them.</param>
/// <param name="Found">Schools that can join.</param>
/// <param name="MaySeeList">Whether the user writes the list of the region.</param>
/// <param name="MayWrite">Whether partners can be written in now.</param>
public sealed record NetworkView(
    Guid LeadingId,
    Guid ListId,
    LocalizedText Region,
    PlanYear Year,
    NetworkListStatus Status,
    IReadOnlyList<NetworkSchool> Schools,
    IReadOnlyList<NetworkEventRow> Events,
    IReadOnlyList<SchoolChoice> Found,
    bool MaySeeList,
    bool MayWrite);

/// <summary>A school of a network.</summary>
/// <param name="Coaches">People of it who are school coaches.</param>
public sealed record NetworkSchool(Guid Id, LocalizedText Name, bool Leads, int Coaches);

/// <summary>An event for schools of a network.</summary>
public sealed record NetworkEventRow(Guid Id, CoachEventKind Kind, string Topic, DateOnly From, DateOnly To, LocalizedText School, CoachEventStatus Status, int Participants);

internal sealed class GetNetworkHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetNetworkQuery, Result<NetworkView>>
{
    private const int MostEvents = 50;

    public async Task<Result<NetworkView>> Handle(GetNetworkQuery request, CancellationToken cancellationToken)
    {
        var list = await db.NetworkLists.AsNoTracking()
            .Include(l => l.Schools.Where(s => s.Id == request.LeadingId)).ThenInclude(s => s.Partners)
            .AsSplitQuery()
            .SingleOrDefaultAsync(l => l.Schools.Any(s => s.Id == request.LeadingId), cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        var leading = list.Schools.Single();
        List<Guid> ids = [leading.SchoolId, .. leading.Partners.Select(p => p.SchoolId)];
        var schools = await db.Organisations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id)).OrderBy(o => o.SortKey).ToListAsync(cancellationToken);
        var region = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == list.RegionId, cancellationToken);
        var writes = user.Covers(Permission.ApproveNetworks, region.Path);
        if (!writes && !(list.Status == NetworkListStatus.Approved && schools.Exists(s => user.Covers(Permission.SeeNetworks, s.Path))))
        {
            return new NotFound();
        }

        var coaches = await db.SchoolCoaches
            .Where(c => EF.Parameter(ids).Contains(c.SchoolId))
            .GroupBy(c => c.SchoolId)
            .Select(g => new { g.Key, Count = g.Select(c => c.PersonId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var mayWrite = writes && list.Status == NetworkListStatus.Draft;
        return new NetworkView(
            leading.Id,
            list.Id,
            region.Name,
            list.Year,
            list.Status,
            [.. schools.OrderBy(s => s.Id == leading.SchoolId ? 0 : 1).Select(s => new NetworkSchool(s.Id, s.Name, s.Id == leading.SchoolId, coaches.GetValueOrDefault(s.Id)))],
            await EventsAsync(ids, list.Year, cancellationToken),
            mayWrite ? await db.FindSchoolsAsync(db.Organisations, request.Text, cancellationToken) : [],
            writes,
            mayWrite);
    }

    private Task<List<NetworkEventRow>> EventsAsync(List<Guid> ids, PlanYear year, CancellationToken cancellationToken)
    {
        var (first, last) = (year.First, year.Last);
        return (
            from held in db.EventsSeen(user)
            where EF.Parameter(ids).Contains(held.SchoolId) && held.From >= first && held.From <= last
                && held.Schools.Count(s => EF.Parameter(ids).Contains(s.SchoolId)) > 1
            join school in db.Organisations on held.SchoolId equals school.Id
            orderby held.From descending, held.Id
            select new NetworkEventRow(held.Id, held.Kind, held.Topic, held.From, held.To, school.Name, held.Status, held.Schools.Sum(s => s.Participants ?? 0)))
            .Take(MostEvents)
            .ToListAsync(cancellationToken);
    }
}
