using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>By which template and to which school a visit can be planned.</summary>
/// <param name="Text">Words of the name of the school; null for none.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record GetVisitFormQuery(string? Text) : IQuery<VisitForm>;

/// <summary>Choices for a visit.</summary>
/// <param name="Templates">Templates in use, by their titles.</param>
/// <param name="Found">Schools in reach of the words.</param>
/// <param name="Today">Today.</param>
public sealed record VisitForm(IReadOnlyList<VisitTemplateChoice> Templates, IReadOnlyList<SchoolChoice> Found, DateOnly Today);

/// <summary>A template to choose.</summary>
public sealed record VisitTemplateChoice(Guid Id, string Title);

internal sealed class GetVisitFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetVisitFormQuery, Result<VisitForm>>
{
    private const int MostTemplates = 50;

    public async Task<Result<VisitForm>> Handle(GetVisitFormQuery request, CancellationToken cancellationToken)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.ManageVisits)).Select(o => o.Id);
        var schools = await db.CoachSchoolsAsync(user, Permission.ManageVisits, cancellationToken);
        return new VisitForm(
            await db.VisitTemplates
                .Where(t => t.RetiredAt == null && places.Contains(t.OrganisationId))
                .OrderByDescending(t => t.WrittenAt)
                .ThenBy(t => t.Id)
                .Take(MostTemplates)
                .Select(t => new VisitTemplateChoice(t.Id, t.Title))
                .ToListAsync(cancellationToken),
            await db.FindSchoolsAsync(schools, request.Text, cancellationToken),
            time.Today());
    }
}
