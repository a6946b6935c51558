using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>One contact of the trainer, to be recorded.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetContactQuery(Guid ContactId) : IQuery<ContactView>;

/// <summary>A contact with what became of its plan.</summary>
/// <param name="Wish">What the participant wished to look at; null where nothing.</param>
/// <param name="Last">The last day to which it can be moved.</param>
/// <param name="Changes">Earlier plans, the oldest first.</param>
/// <param name="Results">What learners reached, by class.</param>
public sealed record ContactView(
    ContactLine Contact, string? Wish, DateOnly Today, DateOnly Last, IReadOnlyList<ContactChangeLine> Changes, IReadOnlyList<ClassResults> Results);

/// <summary>A change of the plan.</summary>
/// <param name="FromTrainer">Who was responsible before; null where that stayed.</param>
/// <param name="ToTrainer">Who is since; null where that stayed.</param>
public sealed record ContactChangeLine(DateTime At, string By, DateOnly FromDay, DateOnly ToDay, string? FromTrainer, string? ToTrainer, string Reason);

internal sealed class GetContactHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetContactQuery, Result<ContactView>>
{
    public async Task<Result<ContactView>> Handle(GetContactQuery request, CancellationToken cancellationToken)
    {
        var line = await (
            from contact in db.SupportContacts
            join person in db.Persons on contact.PersonId equals person.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where contact.Id == request.ContactId && contact.TrainerId == user.Me
            select new ContactLine(contact.Id, contact.Kind, contact.DueOn, person.FamilyName + " " + person.GivenName, programme.Title, contact.DoneAt, contact.Outcome))
            .SingleOrDefaultAsync(cancellationToken);
        if (line is null)
        {
            return new NotFound();
        }

        var planned = await db.SupportContacts.AsNoTracking().SingleAsync(c => c.Id == request.ContactId, cancellationToken);
        var changes = await db.ContactChanges
            .Where(c => c.ContactId == request.ContactId)
            .OrderBy(c => c.At)
            .Select(c => new ContactChangeLine(
                c.At,
                db.Persons.Where(p => p.Id == c.ById).Select(p => p.FamilyName + " " + p.GivenName).First(),
                c.FromDay,
                c.ToDay,
                c.FromTrainerId == c.ToTrainerId ? null : db.Persons.Where(p => p.Id == c.FromTrainerId).Select(p => p.FamilyName + " " + p.GivenName).First(),
                c.FromTrainerId == c.ToTrainerId ? null : db.Persons.Where(p => p.Id == c.ToTrainerId).Select(p => p.FamilyName + " " + p.GivenName).First(),
                c.Reason))
            .ToListAsync(cancellationToken);
        var results = line.Kind == ContactKind.AchievementAnalysis
            ? await db.ClassResults.AsNoTracking().Where(r => r.ContactId == request.ContactId).OrderBy(r => r.Class).ThenBy(r => r.Id).ToListAsync(cancellationToken)
            : [];
        return new ContactView(line, planned.Wish, time.Today(), await db.LastDayAsync(planned, cancellationToken), changes, results);
    }
}
