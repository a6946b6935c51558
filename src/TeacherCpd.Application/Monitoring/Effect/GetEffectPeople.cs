using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Effect;

/// <summary>The people behind a row of <see cref="GetEffectQuery"/>, each with the way from the course to the next category.</summary>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetEffectPeopleQuery(Guid ProgrammeId, int Year, Guid? RegionId, int Page) : IQuery<EffectPeople>;

/// <summary>The people of a programme.</summary>
public sealed record EffectPeople(LocalizedText Programme, int Year, Guid? RegionId, Paged<EffectPerson> People);

/// <summary>A person of a programme.</summary>
/// <param name="EnrolmentId">The enrolment.</param>
/// <param name="Done">Contacts that took place.</param>
/// <param name="Contacts">Contacts in all.</param>
/// <param name="Category">The first category that a commission gave after the course; null where none.</param>
/// <param name="CategoryOn">When.</param>
public sealed record EffectPerson(
    Guid EnrolmentId, string Name, LocalizedText? School, EnrolmentStatus Status, DateOnly EndsOn, int Done, int Contacts, string? Category, DateOnly? CategoryOn);

internal sealed class GetEffectPeopleHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetEffectPeopleQuery, Result<EffectPeople>>
{
    public async Task<Result<EffectPeople>> Handle(GetEffectPeopleQuery request, CancellationToken cancellationToken)
    {
        var title = await db.Programmes.Where(p => p.Id == request.ProgrammeId).Select(p => p.Title).SingleOrDefaultAsync(cancellationToken);
        if (title is null)
        {
            return new NotFound();
        }

        var courses = db.CoursesSeenBy(user, request.Year, request.RegionId).Where(c => c.ProgrammeId == request.ProgrammeId);
        var rows =
            from course in courses
            join person in db.Persons on course.Enrolment.PersonId equals person.Id
            orderby person.SortKey, course.Enrolment.Id
            select new EffectPerson(
                course.Enrolment.Id,
                person.FamilyName + " " + person.GivenName,
                db.Organisations.Where(o => o.Id == course.Enrolment.SchoolId).Select(o => o.Name).FirstOrDefault(),
                course.Enrolment.Status,
                course.EndsOn,
                db.SupportContacts.Count(c => c.EnrolmentId == course.Enrolment.Id && c.DoneAt != null),
                db.SupportContacts.Count(c => c.EnrolmentId == course.Enrolment.Id),
                db.CategoryRecords
                    .Where(r => r.PersonId == person.Id && r.Basis == CategoryBasis.Commission && r.AnnulledAt == null && r.GrantedOn >= course.EndsOn)
                    .OrderBy(r => r.GrantedOn).Select(r => r.Category).FirstOrDefault(),
                db.CategoryRecords
                    .Where(r => r.PersonId == person.Id && r.Basis == CategoryBasis.Commission && r.AnnulledAt == null && r.GrantedOn >= course.EndsOn)
                    .OrderBy(r => r.GrantedOn).Select(r => (DateOnly?)r.GrantedOn).FirstOrDefault());
        return new EffectPeople(title, request.Year, request.RegionId, await rows.PageAsync(await courses.CountAsync(cancellationToken), request.Page, cancellationToken));
    }
}
