using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>With whom a cycle is planned.</summary>
/// <param name="SchoolId">Which school of the user; null: the first.</param>
[RequirePermission(Permission.PlanLessonStudies)]
public sealed record GetLessonStudyFormQuery(Guid? SchoolId) : IQuery<LessonStudyForm>;

/// <summary>Choices for a cycle.</summary>
/// <param name="Me">The user.</param>
/// <param name="People">Pedagogues of the school.</param>
/// <param name="From">Usual first day.</param>
/// <param name="To">Usual last day.</param>
public sealed record LessonStudyForm(Guid Me, Guid SchoolId, IReadOnlyList<NamedChoice> Schools, IReadOnlyList<Colleague> People, DateOnly From, DateOnly To);

internal sealed class GetLessonStudyFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetLessonStudyFormQuery, Result<LessonStudyForm>>
{
    private const int MostSchools = 100;

    public async Task<Result<LessonStudyForm>> Handle(GetLessonStudyFormQuery request, CancellationToken cancellationToken)
    {
        var schools = await db.Organisations
            .Within(user.Scopes(Permission.PlanLessonStudies))
            .Where(o => o.Kind == OrganisationKind.School)
            .OrderBy(o => o.SortKey)
            .Take(MostSchools)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var school = request.SchoolId is { } wanted ? schools.Find(s => s.Id == wanted) : schools.FirstOrDefault();
        if (school is null)
        {
            return new NotFound();
        }

        var today = time.Today();
        return new LessonStudyForm(user.Me, school.Id, schools, await db.ColleaguesAsync(school.Id, today, cancellationToken), today, SchoolYear.EndOf(today));
    }
}
