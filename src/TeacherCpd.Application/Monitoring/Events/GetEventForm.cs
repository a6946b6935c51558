using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Events;

/// <summary>What a trainer needs to record an event of a kind: the own open contacts of that kind, those that are due first.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetEventFormQuery(ContactKind Kind) : IQuery<EventForm>;

/// <summary>The form of an event.</summary>
/// <param name="Contacts">Open contacts, at most <see cref="MostContacts"/>.</param>
public sealed record EventForm(DateOnly Today, IReadOnlyList<EventContact> Contacts)
{
    /// <summary>Most contacts to choose from.</summary>
    public const int MostContacts = 200;
}

/// <summary>An open contact.</summary>
public sealed record EventContact(Guid Id, DateOnly DueOn, string Participant, string GroupCode);

internal sealed class GetEventFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetEventFormQuery, Result<EventForm>>
{
    public async Task<Result<EventForm>> Handle(GetEventFormQuery request, CancellationToken cancellationToken) =>
        new EventForm(time.Today(), await (
            from contact in db.SupportContacts
            where contact.TrainerId == user.Me && contact.Kind == request.Kind && contact.DoneAt == null
            join participant in db.Persons on contact.PersonId equals participant.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            orderby contact.DueOn, participant.SortKey
            select new EventContact(contact.Id, contact.DueOn, participant.FamilyName + " " + participant.GivenName, studyGroup.Code))
            .Take(EventForm.MostContacts)
            .ToListAsync(cancellationToken));
}
