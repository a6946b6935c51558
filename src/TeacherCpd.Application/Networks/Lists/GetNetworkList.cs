using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>A yearly list of a region: its networks, and what is to be looked at before it is approved.</summary>
/// <param name="ListId">List.</param>
/// <param name="Text">Words of the name of a school to write in; null for none.</param>
/// <param name="Page">Page of the networks, from 1; null for all of them, as a file has them.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record GetNetworkListQuery(Guid ListId, string? Text, int? Page) : IQuery<NetworkListView>;

/// <summary>A list.</summary>
/// <param name="Networks">A page of its networks, by the name of the leading school.</param>
/// <param name="Schools">Schools of the region, of which the leading ones are a share.</param>
/// <param name="Findings">What is to be looked at; told, not refused.</param>
/// <param name="Found">Schools that can be written in.</param>
/// <param name="Later">The list that took its place; null for none.</param>
public sealed record NetworkListView(
    Guid Id,
    LocalizedText Region,
    PlanYear Year,
    NetworkListStatus Status,
    string? OrderNumber,
    DateOnly? OrderedOn,
    string? WithdrawnWhy,
    Guid? Later,
    Paged<NetworkRow> Networks,
    int Schools,
    IReadOnlyList<NetworkFindingLine> Findings,
    IReadOnlyList<SchoolChoice> Found);

/// <summary>A network of the list.</summary>
public sealed record NetworkRow(Guid LeadingId, LocalizedText Leader, IReadOnlyList<LocalizedText> Partners);

/// <summary>Something to be looked at.</summary>
public sealed record NetworkFindingLine(NetworkFindingKind Kind, LocalizedText School);

internal sealed class GetNetworkListHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetNetworkListQuery, Result<NetworkListView>>
{
    private const int MostFindings = 100;

    public async Task<Result<NetworkListView>> Handle(GetNetworkListQuery request, CancellationToken cancellationToken)
    {
        var list = await db.ListsOf(user).AsNoTracking().Whole().SingleOrDefaultAsync(l => l.Id == request.ListId, cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        var region = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == list.RegionId, cancellationToken);
        var ids = list.Schools.Select(s => s.SchoolId).Concat(list.Schools.SelectMany(s => s.Partners).Select(p => p.SchoolId)).Distinct().ToList();
        var schools = await db.Organisations
            .Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.SortKey, o.Path })
            .ToDictionaryAsync(o => o.Id, cancellationToken);
        var rows = list.Schools
            .OrderBy(s => schools[s.SchoolId].SortKey, StringComparer.Ordinal)
            .ThenBy(s => s.Id)
            .Select(s => new NetworkRow(
                s.Id,
                schools[s.SchoolId].Name,
                [.. s.Partners.OrderBy(p => schools[p.SchoolId].SortKey, StringComparer.Ordinal).Select(p => schools[p.SchoolId].Name)]))
            .ToList();
        var size = request.Page is null ? Math.Max(1, rows.Count) : Paging.Size;
        var page = new Paged<NetworkRow>([], 1, rows.Count, size);
        var number = Math.Clamp(request.Page ?? 1, 1, page.Pages);
        var path = region.Path;
        var ofRegion = db.Organisations.Within([path]);
        return new NetworkListView(
            list.Id,
            region.Name,
            list.Year,
            list.Status,
            list.OrderNumber,
            list.OrderedOn,
            list.WithdrawnWhy,
            list.ReplacedById,
            page with { Number = number, Items = [.. rows.Skip((number - 1) * size).Take(size)] },
            await ofRegion.CountAsync(o => o.Kind == OrganisationKind.School, cancellationToken),
            [.. NetworkCheck.Findings(list, id => schools[id].Path.StartsWith(path, StringComparison.Ordinal))
                .Select(f => new NetworkFindingLine(f.Kind, schools[f.SchoolId].Name))
                .Take(MostFindings)],
            list.Status == NetworkListStatus.Draft ? await db.FindSchoolsAsync(db.Organisations, request.Text, cancellationToken) : []);
    }
}
