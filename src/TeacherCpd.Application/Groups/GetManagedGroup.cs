using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Groups;

/// <summary>One group of the coordinator: who applied, who takes part and how far each is.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetManagedGroupQuery(Guid GroupId) : IQuery<ManagedGroup>;

/// <summary>A group with its people.</summary>
/// <param name="People">Everybody who applied, in the order of names.</param>
public sealed record ManagedGroup(ManagedGroupRow Group, IReadOnlyList<GroupPerson> People)
{
    /// <summary>Applications that wait, in the order in which they came.</summary>
    public IReadOnlyList<GroupPerson> Waiting => [.. People.Where(p => p.Status == EnrolmentStatus.Applied).OrderBy(p => p.AppliedAt)];

    /// <summary>People who hold a place.</summary>
    public IReadOnlyList<GroupPerson> Participants => [.. People.Where(p => p.Status is not (EnrolmentStatus.Applied or EnrolmentStatus.Declined))];

    /// <summary>Declined applications.</summary>
    public IReadOnlyList<GroupPerson> Declined => [.. People.Where(p => p.Status == EnrolmentStatus.Declined)];

    /// <summary>Whether every place is taken.</summary>
    public bool IsFull => Group.Accepted >= Group.Capacity;
}

/// <summary>A person in a group.</summary>
/// <param name="Schools">Where the person works now.</param>
/// <param name="Portfolio">State of the portfolio; null before the person is accepted.</param>
/// <param name="Prior">What the person was trained in before; only while the application waits.</param>
public sealed record GroupPerson(
    Guid EnrolmentId,
    string Name,
    DateTime AppliedAt,
    EnrolmentStatus Status,
    string? DeclineReason,
    PortfolioStatus? Portfolio,
    IReadOnlyList<LocalizedText> Schools,
    PriorTraining? Prior);

internal sealed class GetManagedGroupHandler(IAppDbContext db, CurrentUser user, TrainingRule rule, TimeProvider time) : IRequestHandler<GetManagedGroupQuery, Result<ManagedGroup>>
{
    public async Task<Result<ManagedGroup>> Handle(GetManagedGroupQuery request, CancellationToken cancellationToken)
    {
        var group = await db.ManagedGroupRows(db.ManagedBy(user).Where(g => g.Id == request.GroupId)).SingleOrDefaultAsync(cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        var people = await (
            from enrolment in db.Enrolments
            where enrolment.GroupId == request.GroupId
            join person in db.Persons on enrolment.PersonId equals person.Id
            orderby person.SortKey
            select new
            {
                EnrolmentId = enrolment.Id,
                enrolment.PersonId,
                person.FamilyName,
                person.GivenName,
                person.Patronymic,
                enrolment.AppliedAt,
                enrolment.Status,
                enrolment.DeclineReason,
                Portfolio = db.Portfolios.Where(p => p.EnrolmentId == enrolment.Id).Select(p => (PortfolioStatus?)p.Status).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var today = time.Today();
        var work = await (
            from enrolment in db.Enrolments
            where enrolment.GroupId == request.GroupId
            from employment in db.Persons.Where(p => p.Id == enrolment.PersonId).SelectMany(p => p.Employments)
            where employment.To == null || employment.To >= today
            join organisation in db.Organisations on employment.OrganisationId equals organisation.Id
            orderby organisation.Path
            select new { enrolment.PersonId, organisation.Name })
            .ToListAsync(cancellationToken);
        var waiting = people.Where(p => p.Status == EnrolmentStatus.Applied).Select(p => p.PersonId).ToList();
        var programme = await db.Groups
            .Where(g => g.Id == request.GroupId)
            .Join(db.ProgrammeVersions, g => g.ProgrammeVersionId, v => v.Id, (g, v) => v.ProgrammeId)
            .SingleAsync(cancellationToken);
        var prior = await db.TrainedSince(waiting, programme, rule, today, cancellationToken);
        var schools = work.ToLookup(w => w.PersonId, w => w.Name);
        return new ManagedGroup(group, [.. people.Select(p => new GroupPerson(
            p.EnrolmentId,
            $"{p.FamilyName} {p.GivenName} {p.Patronymic}".TrimEnd(),
            p.AppliedAt,
            p.Status,
            p.DeclineReason,
            p.Portfolio,
            [.. schools[p.PersonId]],
            prior.GetValueOrDefault(p.PersonId)))]);
    }
}
