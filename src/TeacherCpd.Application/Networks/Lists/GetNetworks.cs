using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>The yearly lists that the user writes, and the networks in which the own schools stand.</summary>
/// <param name="YearStart">Calendar year in which the school year begins; null for all.</param>
/// <param name="Page">Page of the lists, from 1.</param>
[RequirePermission(Permission.SeeNetworks)]
public sealed record GetNetworksQuery(int? YearStart, int Page) : IQuery<NetworksView>;

/// <summary>Lists and networks.</summary>
/// <param name="Lists">Lists of the regions in reach, the newest year first.</param>
/// <param name="Regions">Regions whose lists the user writes; empty for a school.</param>
/// <param name="Networks">Networks of the schools in reach, for whoever writes no lists.</param>
/// <param name="Years">Years that have lists, the newest first.</param>
/// <param name="ThisYear">The school year of today.</param>
public sealed record NetworksView(
    Paged<NetworkListRow> Lists, IReadOnlyList<NamedChoice> Regions, IReadOnlyList<NetworkPlace> Networks, IReadOnlyList<int> Years, int ThisYear);

/// <summary>A list of a region.</summary>
/// <param name="Leading">Leading schools.</param>
/// <param name="Partners">Partner schools, each once.</param>
public sealed record NetworkListRow(
    Guid Id, LocalizedText Region, int YearStart, NetworkListStatus Status, string? OrderNumber, DateOnly? OrderedOn, int Leading, int Partners);

/// <summary>A network in which a school of the user stands.</summary>
/// <param name="LeadingId">Entry of the leading school.</param>
/// <param name="Leader">Leading school.</param>
/// <param name="Partners">How many it leads.</param>
/// <param name="Leads">Whether a school of the user leads.</param>
public sealed record NetworkPlace(Guid LeadingId, int YearStart, LocalizedText Leader, int Partners, bool Leads);

internal sealed class GetNetworksHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetNetworksQuery, Result<NetworksView>>
{
    private const int MostNetworks = 100;

    public async Task<Result<NetworksView>> Handle(GetNetworksQuery request, CancellationToken cancellationToken)
    {
        var regions = await db.Organisations
            .Within(user.Scopes(Permission.ApproveNetworks))
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var all = db.ListsOf(user);
        var lists = all.Where(l => request.YearStart == null || l.YearStart == request.YearStart);
        var rows =
            from list in lists
            join region in db.Organisations on list.RegionId equals region.Id
            orderby list.YearStart descending, region.SortKey, list.MadeAt descending, list.Id
            select new NetworkListRow(
                list.Id,
                region.Name,
                list.YearStart,
                list.Status,
                list.OrderNumber,
                list.OrderedOn,
                list.Schools.Count,
                db.PartnerSchools.Where(p => db.LeadingSchools.Any(s => s.Id == p.LeadingId && s.ListId == list.Id)).Select(p => p.SchoolId).Distinct().Count());
        return new NetworksView(
            await rows.PageAsync(await lists.CountAsync(cancellationToken), request.Page, cancellationToken),
            regions,
            regions.Count > 0 ? [] : await NetworksAsync(request.YearStart, cancellationToken),
            await all.Select(l => l.YearStart).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken),
            NetworkQueries.SchoolYearOf(time.Today()));
    }

    private Task<List<NetworkPlace>> NetworksAsync(int? year, CancellationToken cancellationToken)
    {
        var schools = db.Organisations.Within(user.Scopes(Permission.SeeNetworks)).Select(o => o.Id);
        return (
            from list in db.NetworkLists
            where list.Status == NetworkListStatus.Approved && (year == null || list.YearStart == year)
            from leading in list.Schools
            where schools.Contains(leading.SchoolId) || leading.Partners.Any(p => schools.Contains(p.SchoolId))
            join leader in db.Organisations on leading.SchoolId equals leader.Id
            orderby list.YearStart descending, leader.SortKey, leading.Id
            select new NetworkPlace(leading.Id, list.YearStart, leader.Name, leading.Partners.Count, schools.Contains(leading.SchoolId)))
            .Take(MostNetworks)
            .ToListAsync(cancellationToken);
    }
}
