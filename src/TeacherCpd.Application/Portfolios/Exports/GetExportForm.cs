using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>What an export can be narrowed to, and how large it would be with a filter.</summary>
[SignedIn]
public sealed record GetExportFormQuery(ExportFilter Filter) : IQuery<ExportForm>;

/// <summary>The form of an export.</summary>
/// <param name="Size">Portfolios and bytes with the filter.</param>
/// <param name="Programmes">Programmes of groups in reach.</param>
/// <param name="Groups">Groups in reach, the latest first, at most <see cref="MostGroups"/> and the chosen one.</param>
/// <param name="Regions">Regions.</param>
/// <param name="Assessors">Assessors; null for who may not narrow by them.</param>
/// <param name="ShowsNames">Whether names of the own branches' people are in it.</param>
/// <param name="LastYear">This year.</param>
public sealed record ExportForm(
    ExportSize Size,
    IReadOnlyList<ExportChoice> Programmes,
    IReadOnlyList<ExportChoice> Groups,
    IReadOnlyList<ExportChoice> Regions,
    IReadOnlyList<ExportChoice>? Assessors,
    bool ShowsNames,
    int LastYear)
{
    /// <summary>Groups to choose from.</summary>
    public const int MostGroups = 300;
}

/// <summary>Something to choose: a code or the name of a person, or a text, or both.</summary>
public sealed record ExportChoice(Guid Id, string? Code, LocalizedText? Name);

internal sealed class GetExportFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetExportFormQuery, Result<ExportForm>>
{
    public async Task<Result<ExportForm>> Handle(GetExportFormQuery request, CancellationToken cancellationToken)
    {
        var everywhere = user.Can(Permission.ModerateAssessments);
        if (!user.MayExport() || (request.Filter.AssessorId is not null && !everywhere))
        {
            return new Forbidden();
        }

        var branches = db.Organisations.Within(user.Scopes(Permission.ManageGroups));
        var inReach = db.Groups.Where(g => everywhere || branches.Any(b => b.Id == g.BranchId));
        var chosen = request.Filter.GroupId;
        var groups = await inReach
            .OrderByDescending(g => g.Id == chosen)
            .ThenByDescending(g => g.StartsOn)
            .ThenBy(g => g.Code)
            .Take(ExportForm.MostGroups)
            .Select(g => new ExportChoice(g.Id, g.Code, null))
            .ToListAsync(cancellationToken);
        var programmes = await db.Programmes
            .Where(p => inReach.Any(g => db.ProgrammeVersions.Any(v => v.Id == g.ProgrammeVersionId && v.ProgrammeId == p.Id)))
            .OrderBy(p => p.Code)
            .Select(p => new ExportChoice(p.Id, p.Code, p.Title))
            .ToListAsync(cancellationToken);
        var regions = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new ExportChoice(o.Id, null, o.Name))
            .ToListAsync(cancellationToken);
        var assessors = everywhere
            ? await db.Persons
                .Where(p => p.Roles.Any(r => r.Role == Role.Assessor || r.Role == Role.Moderator))
                .OrderBy(p => p.SortKey)
                .Select(p => new ExportChoice(p.Id, p.FamilyName + " " + p.GivenName, null))
                .ToListAsync(cancellationToken)
            : null;
        return new ExportForm(
            await db.SizeAsync(user, request.Filter, time.UtcNow(), cancellationToken),
            programmes,
            groups,
            regions,
            assessors,
            user.Can(Permission.ManageGroups),
            time.Today().Year);
    }
}
