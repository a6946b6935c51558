using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The contacts for which a trainer is responsible: the open ones by date, or those that took place.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetContactsQuery(bool IsDone, int Page) : IQuery<ContactList>;

/// <summary>Contacts of a trainer.</summary>
/// <param name="Today">The day in Kazakhstan: earlier ones are overdue.</param>
public sealed record ContactList(DateOnly Today, Paged<ContactLine> Contacts);

/// <summary>A contact.</summary>
/// <param name="Other">The participant, for the trainer; the trainer, for the participant.</param>
/// <param name="Lesson">State of the observation of the lesson; null where there is none.</param>
/// <param name="Link">Materials of the event by which it took place; null where there are none.</param>
/// <param name="Recording">Recording of that event; null where there is none.</param>
public sealed record ContactLine(
    Guid Id,
    ContactKind Kind,
    DateOnly DueOn,
    string Other,
    LocalizedText Programme,
    DateTime? DoneAt,
    string? Outcome,
    LessonStatus? Lesson = null,
    string? Link = null,
    string? Recording = null);

internal sealed class GetContactsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetContactsQuery, Result<ContactList>>
{
    public async Task<Result<ContactList>> Handle(GetContactsQuery request, CancellationToken cancellationToken)
    {
        var mine = db.SupportContacts.Where(c => c.TrainerId == user.Me && (c.DoneAt != null) == request.IsDone);
        var rows = from contact in mine
                   join person in db.Persons on contact.PersonId equals person.Id
                   join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
                   join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
                   join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
                   join programme in db.Programmes on version.ProgrammeId equals programme.Id
                   orderby contact.DueOn, contact.Id
                   select new ContactLine(contact.Id, contact.Kind, contact.DueOn, person.FamilyName + " " + person.GivenName, programme.Title, contact.DoneAt, contact.Outcome);
        return new ContactList(time.Today(), await rows.PageAsync(await mine.CountAsync(cancellationToken), request.Page, cancellationToken));
    }
}
