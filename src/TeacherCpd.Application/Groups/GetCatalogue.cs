using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups;

/// <summary>The groups that take applications.</summary>
/// <param name="Text">Words of the programme's code, title or another spelling; null or empty: all.</param>
/// <param name="Teaching">Language of teaching; null: all.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Language">Language of the titles that are searched.</param>
[OpenToAll]
public sealed record GetCatalogueQuery(string? Text, Language? Teaching, int Page, Language Language) : IQuery<Paged<CatalogueRow>>;

/// <summary>A group of the catalogue.</summary>
public sealed record CatalogueRow(
    Guid Id,
    string Code,
    string ProgrammeCode,
    LocalizedText Title,
    int? Hours,
    Language Language,
    DateOnly StartsOn,
    DateOnly EndsOn,
    LocalizedText Branch,
    int PlacesLeft);

internal sealed class GetCatalogueHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetCatalogueQuery, Result<Paged<CatalogueRow>>>
{
    public async Task<Result<Paged<CatalogueRow>>> Handle(GetCatalogueQuery request, CancellationToken cancellationToken)
    {
        var groups = db.Groups.Recruiting(time.Today());
        if (request.Teaching is { } teaching)
        {
            groups = groups.Where(g => g.Language == teaching);
        }

        if (!string.IsNullOrWhiteSpace(request.Text))
        {
            var programmes = await db.Programmes.Select(p => new { p.Id, p.Code, p.Title, p.Aliases }).ToListAsync(cancellationToken);
            var found = programmes
                .Where(p => ProgrammeSearch.Finds(request.Text, request.Language, p.Code, p.Title, p.Aliases))
                .Select(p => p.Id)
                .ToList();
            groups = groups.Where(g => db.ProgrammeVersions.Any(v => v.Id == g.ProgrammeVersionId && found.Contains(v.ProgrammeId)));
        }

        var total = await groups.CountAsync(cancellationToken);
        return await db.CatalogueRows(groups).PageAsync(total, request.Page, cancellationToken);
    }
}
