using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>The rows of a list that cannot be taken, or were not, as given and with the reason: to be corrected and sent again.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetListFaultsQuery(Guid GroupId, Guid ListId) : IQuery<ListFaults>;

/// <summary>Rows with their reasons.</summary>
/// <param name="Columns">What each column is.</param>
/// <param name="Headings">Headings as given.</param>
public sealed record ListFaults(string FileName, IReadOnlyList<ListColumn> Columns, IReadOnlyList<string> Headings, IReadOnlyList<ListLine> Lines);

internal sealed class GetListFaultsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetListFaultsQuery, Result<ListFaults>>
{
    public async Task<Result<ListFaults>> Handle(GetListFaultsQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from list in db.ListsOf(user, request.GroupId)
            where list.Id == request.ListId
            join rows in db.EnrolmentListRows on list.Id equals rows.ListId
            join g in db.Groups on list.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            select new { list.FileName, list.Status, rows.Json, Group = g, version.ProgrammeId, version.TeamSize })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var content = ListContent.Of(found.Json);
        if (found.Status == EnrolmentListStatus.Previewed)
        {
            var check = await ListCheck.RunAsync(db, found.Group, found.ProgrammeId, found.TeamSize, content, time.Today(), cancellationToken);
            content = content with { Lines = FaultsOf(check) };
        }

        return new ListFaults(found.FileName, content.Columns, content.Headings, content.Lines);
    }

    /// <summary>The rows that cannot be taken, with the reasons.</summary>
    public static IReadOnlyList<ListLine> FaultsOf(ListCheck check) =>
        [.. check.Rows.Where(r => r.IsWrong).Select(r => r.Line with { Why = r.Why() })];
}
