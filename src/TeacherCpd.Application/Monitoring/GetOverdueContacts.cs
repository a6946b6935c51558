using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>For a coordinator: contacts of the own branches whose day passed, the oldest first, and how many each trainer has.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetOverdueContactsQuery(int Page) : IQuery<OverdueContacts>;

/// <summary>Contacts whose day passed.</summary>
/// <param name="Contacts">The oldest first.</param>
/// <param name="Trainers">Trainers with open contacts, those with the most overdue first.</param>
/// <param name="Choices">All trainers, to pass contacts to.</param>
public sealed record OverdueContacts(DateOnly Today, Paged<OverdueContact> Contacts, IReadOnlyList<TrainerLoad> Trainers, IReadOnlyList<TrainerChoice> Choices);

/// <summary>A contact whose day passed.</summary>
public sealed record OverdueContact(Guid Id, ContactKind Kind, DateOnly DueOn, string Participant, string Trainer, string GroupCode);

/// <summary>The open contacts of a trainer.</summary>
/// <param name="Overdue">Of them those whose day passed.</param>
public sealed record TrainerLoad(Guid TrainerId, string Name, int Open, int Overdue);

internal sealed class GetOverdueContactsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetOverdueContactsQuery, Result<OverdueContacts>>
{
    public async Task<Result<OverdueContacts>> Handle(GetOverdueContactsQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var open = db.ContactsOf(user).Where(c => c.DoneAt == null);
        var loads = await open
            .GroupBy(c => c.TrainerId)
            .Select(g => new { TrainerId = g.Key, Open = g.Count(), Overdue = g.Count(c => c.DueOn < today) })
            .Join(db.Persons, l => l.TrainerId, p => p.Id, (l, p) => new { l.TrainerId, l.Open, l.Overdue, Name = p.FamilyName + " " + p.GivenName })
            .ToListAsync(cancellationToken);
        var rows = from contact in open
                   where contact.DueOn < today
                   join participant in db.Persons on contact.PersonId equals participant.Id
                   join trainer in db.Persons on contact.TrainerId equals trainer.Id
                   join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
                   join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
                   orderby contact.DueOn, contact.Id
                   select new OverdueContact(
                       contact.Id, contact.Kind, contact.DueOn, participant.FamilyName + " " + participant.GivenName, trainer.FamilyName + " " + trainer.GivenName, studyGroup.Code);
        return new OverdueContacts(
            today,
            await rows.PageAsync(loads.Sum(l => l.Overdue), request.Page, cancellationToken),
            [.. loads.OrderByDescending(l => l.Overdue).ThenByDescending(l => l.Open).ThenBy(l => l.Name, StringComparer.Ordinal).Select(l => new TrainerLoad(l.TrainerId, l.Name, l.Open, l.Overdue))],
            await db.TrainersAsync(cancellationToken));
    }
}
