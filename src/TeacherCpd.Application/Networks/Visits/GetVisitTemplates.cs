using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>The templates of visits of the own centre or branch.</summary>
[RequirePermission(Permission.ManageVisits)]
public sealed record GetVisitTemplatesQuery : IQuery<VisitTemplatesView>;

/// <summary>Templates.</summary>
/// <param name="Templates">Those in use first.</param>
/// <param name="Organisations">For which a new one may be written.</param>
public sealed record VisitTemplatesView(IReadOnlyList<VisitTemplateRow> Templates, IReadOnlyList<NamedChoice> Organisations);

/// <summary>A template.</summary>
public sealed record VisitTemplateRow(Guid Id, string Title, LocalizedText Organisation, bool IsRetired, IReadOnlyList<VisitStagePlan> Stages);

internal sealed class GetVisitTemplatesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetVisitTemplatesQuery, Result<VisitTemplatesView>>
{
    private const int Most = 50;

    public async Task<Result<VisitTemplatesView>> Handle(GetVisitTemplatesQuery request, CancellationToken cancellationToken)
    {
        var scopes = user.Scopes(Permission.ManageVisits);
        var places = db.Organisations.Within(scopes).Select(o => o.Id);
        var templates = await db.VisitTemplates.AsNoTracking()
            .Include(t => t.Stages)
            .Where(t => places.Contains(t.OrganisationId))
            .OrderBy(t => t.RetiredAt != null)
            .ThenByDescending(t => t.WrittenAt)
            .ThenBy(t => t.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var names = await db.OrganisationNamesAsync(templates.Select(t => t.OrganisationId), cancellationToken);
        return new VisitTemplatesView(
            [.. templates.Select(t => new VisitTemplateRow(
                t.Id, t.Title, names[t.OrganisationId], t.RetiredAt is not null,
                [.. t.Stages.OrderBy(s => s.Kind).Select(s => new VisitStagePlan(s.Kind, s.DueAfterDays, s.Task))]))],
            await db.Organisations.Tops(scopes).OrderBy(o => o.SortKey).Select(o => new NamedChoice(o.Id, o.Name)).ToListAsync(cancellationToken));
    }
}
