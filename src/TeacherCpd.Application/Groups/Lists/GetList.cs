using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>A group for which a list is sent, with a list that was sent: what would become of its rows, or what became of them.</summary>
/// <param name="ListId">List; null to send one.</param>
/// <param name="State">Only rows of this state; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetListQuery(Guid GroupId, Guid? ListId, ListRowState? State = null, int Page = 1) : IQuery<ListPage>;

/// <summary>The group and the list.</summary>
/// <param name="TakesPeople">Whether the group takes people.</param>
/// <param name="Open">The user's lists that wait to be confirmed.</param>
/// <param name="List">The list; null where none is asked for.</param>
public sealed record ListPage(Guid GroupId, string Code, LocalizedText Title, bool TakesPeople, IReadOnlyList<OpenList> Open, ListView? List);

/// <summary>A list that waits to be confirmed.</summary>
public sealed record OpenList(Guid Id, string FileName, int RowCount, DateTime CreatedAt);

/// <summary>A list.</summary>
/// <param name="ExpiresAt">Until when its rows are kept (UTC).</param>
/// <param name="Counts">Rows of each state before the import, what was done after it.</param>
/// <param name="HasFaultFile">Whether rows that fail are there to be taken away.</param>
/// <param name="LeftOut">Headings of columns that were left out.</param>
/// <param name="Rows">A page of the rows; null once the list is closed.</param>
public sealed record ListView(
    Guid Id,
    string FileName,
    EnrolmentListStatus Status,
    DateTime ExpiresAt,
    string? Basis,
    ListOutcome Counts,
    bool HasFaultFile,
    IReadOnlyList<string> LeftOut,
    Paged<ListRowView>? Rows);

/// <summary>A row of the preview.</summary>
/// <param name="Number">Number of the row in the file.</param>
/// <param name="Name">Who.</param>
/// <param name="Iin">National number as given.</param>
/// <param name="IsNew">Whether the register does not know the person.</param>
public sealed record ListRowView(int Number, string Name, string Iin, LocalizedText? Region, bool IsNew, ListRowState State, IReadOnlyList<ListRemark> Remarks);

internal sealed class GetListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetListQuery, Result<ListPage>>
{
    private const int RowsAPage = 100;

    public async Task<Result<ListPage>> Handle(GetListQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from g in db.ManagedBy(user)
            where g.Id == request.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { Group = g, ProgrammeId = programme.Id, programme.Title, version.TeamSize })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var group = found.Group;
        var page = new ListPage(group.Id, group.Code, found.Title, group.TakesApplications(time.Today()), [], null);
        if (request.ListId is null)
        {
            return page with
            {
                Open = await db.ListsOf(user, group.Id)
                    .Where(l => l.Status == EnrolmentListStatus.Previewed)
                    .OrderByDescending(l => l.CreatedAt)
                    .Select(l => new OpenList(l.Id, l.FileName, l.RowCount, l.CreatedAt))
                    .ToListAsync(cancellationToken),
            };
        }

        var list = await db.ListsOf(user, group.Id).AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.ListId, cancellationToken);
        var json = await db.EnrolmentListRows.Where(r => r.ListId == request.ListId).Select(r => r.Json).SingleOrDefaultAsync(cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        var view = new ListView(list.Id, list.FileName, list.Status, list.ExpiresAt, list.Basis, list.Outcome, list.Failed > 0 && json is not null, [], null);
        if (list.Status != EnrolmentListStatus.Previewed || json is null)
        {
            return page with { List = view };
        }

        var content = ListContent.Of(json);
        var check = await ListCheck.RunAsync(db, group, found.ProgrammeId, found.TeamSize, content, time.Today(), cancellationToken);
        check.Forecast(group, await PlaceTurn.PlacesOfAsync(db, group, found.ProgrammeId, [], cancellationToken), time.UtcNow());
        var counts = check.Rows.CountBy(r => r.State).ToDictionary();
        var wrong = counts.GetValueOrDefault(ListRowState.Wrong);
        return page with
        {
            List = view with
            {
                Counts = new ListOutcome(counts.GetValueOrDefault(ListRowState.Ready), counts.GetValueOrDefault(ListRowState.Waiting), wrong),
                HasFaultFile = wrong > 0,
                LeftOut = content.LeftOut,
                Rows = Page([.. check.Rows.Where(r => request.State is null || r.State == request.State)], content, request.Page),
            },
        };
    }

    private static Paged<ListRowView> Page(List<ListRow> rows, ListContent content, int number)
    {
        var shown = Math.Clamp(number, 1, Math.Max(1, (rows.Count + RowsAPage - 1) / RowsAPage));
        return new Paged<ListRowView>(
            [.. rows.Skip((shown - 1) * RowsAPage).Take(RowsAPage).Select(r => new ListRowView(
                r.Line.Number,
                r.Name.Full,
                content.Cell(r.Line, ListColumn.Iin),
                r.Region,
                r.PersonId is null,
                r.State,
                r.Remarks))],
            shown,
            rows.Count,
            RowsAPage);
    }
}
