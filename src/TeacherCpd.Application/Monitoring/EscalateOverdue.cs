using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Writes down which contacts are overdue for so long that the coordinators of their branch are told, each once. Answers how many it
/// wrote; whoever calls it goes on until there are none.
/// </summary>
[SystemOnly]
public sealed record EscalateOverdueCommand : ICommand<int>;

/// <summary>After how many days a contact that did not take place is told to the coordinators.</summary>
/// <param name="Days">Days after the contact, from 1.</param>
public sealed record EscalationTerm(int Days);

internal sealed class EscalateOverdueHandler(IAppDbContext db, EscalationTerm term, TimeProvider time) : IRequestHandler<EscalateOverdueCommand, Result<int>>
{
    private const int MostAtOnce = 1_000;

    // what was forgotten longer ago than a year of support is no news
    private const int MostDays = 366;

    public async Task<Result<int>> Handle(EscalateOverdueCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("overdue-contacts", cancellationToken);
        var today = time.Today();
        var (from, to) = (today.AddDays(-MostDays), today.AddDays(-term.Days));
        var overdue = await (
            from contact in db.SupportContacts
            where contact.DoneAt == null && contact.DueOn >= @from && contact.DueOn <= to
                && !db.Reminders.Any(r => r.ContactId == contact.Id && r.Kind == ReminderKind.Escalation)
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id
            where db.Persons.Any(p => p.Roles.Any(r => r.Role == Role.Coordinator && (r.OrganisationId == branch.Id || r.OrganisationId == branch.ParentId)))
            orderby contact.DueOn, contact.Id
            select new { contact.Id, BranchId = branch.Id, branch.ParentId })
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        var places = overdue.SelectMany(c => new[] { c.BranchId, c.ParentId }).OfType<Guid>().Distinct().ToList();
        var coordinators = (await (
            from person in db.Persons
            from role in person.Roles
            where role.Role == Role.Coordinator && places.Contains(role.OrganisationId)
            select new { PersonId = person.Id, role.OrganisationId })
            .ToListAsync(cancellationToken)).ToLookup(r => (Guid?)r.OrganisationId, r => r.PersonId);
        foreach (var contact in overdue)
        {
            // those of the branch itself, and only where there are none those above it
            var told = coordinators[contact.BranchId].Any() ? coordinators[contact.BranchId] : coordinators[contact.ParentId];
            db.Reminders.AddRange(told.Distinct().Select(person => new Reminder { ContactId = contact.Id, RecipientId = person, Kind = ReminderKind.Escalation, DueOn = today }));
        }

        return overdue.Count;
    }
}
