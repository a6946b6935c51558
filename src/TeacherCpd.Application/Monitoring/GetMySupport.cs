using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The teacher's own year after each course.</summary>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record GetMySupportQuery : IQuery<MySupport>;

/// <summary>The contacts, earliest first.</summary>
/// <param name="Results">What the own learners reached, by contact.</param>
public sealed record MySupport(DateOnly Today, IReadOnlyList<ContactLine> Contacts, ILookup<Guid, ClassResults> Results);

internal sealed class GetMySupportHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMySupportQuery, Result<MySupport>>
{
    public async Task<Result<MySupport>> Handle(GetMySupportQuery request, CancellationToken cancellationToken)
    {
        var contacts = await (
            from contact in db.SupportContacts
            join trainer in db.Persons on contact.TrainerId equals trainer.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where contact.PersonId == user.Me
            orderby contact.DueOn, contact.Id
            select new ContactLine(contact.Id, contact.Kind, contact.DueOn, trainer.FamilyName + " " + trainer.GivenName, programme.Title, contact.DoneAt, contact.Outcome,
                db.SupportLessons.Where(l => l.ContactId == contact.Id && l.Status != LessonStatus.Draft).Select(l => (LessonStatus?)l.Status).FirstOrDefault(),
                db.SupportEvents.Where(e => e.Participants.Any(p => p.ContactId == contact.Id)).Select(e => e.Link).FirstOrDefault(),
                db.SupportEvents.Where(e => e.Participants.Any(p => p.ContactId == contact.Id)).Select(e => e.Recording).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var results = await (
            from result in db.ClassResults.AsNoTracking()
            join contact in db.SupportContacts on result.ContactId equals contact.Id
            where contact.PersonId == user.Me
            orderby result.Class, result.Id
            select result).ToListAsync(cancellationToken);
        return new MySupport(time.Today(), contacts, results.ToLookup(r => r.ContactId));
    }
}
