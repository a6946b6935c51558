using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>One group of the coordinator: who applied, who takes part and how far each is.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetManagedGroupQuery(Guid GroupId) : IQuery<ManagedGroup>;

/// <summary>A group with its people.</summary>
/// <param name="People">Everybody who applied, in the order of names.</param>
public sealed record ManagedGroup(ManagedGroupRow Group, IReadOnlyList<GroupPerson> People)
{
    /// <summary>Applications that wait for a decision, in the order in which they came.</summary>
    public IReadOnlyList<GroupPerson> Waiting => [.. People.Where(p => p.Status == EnrolmentStatus.Applied).OrderBy(p => p.AppliedAt)];

    /// <summary>People who wait for a place, in the order of the line.</summary>
    public IReadOnlyList<GroupPerson> Line => [.. People.Where(p => p.Status == EnrolmentStatus.WaitingList).OrderBy(p => p.WaitingNumber)];

    /// <summary>People who hold a place.</summary>
    public IReadOnlyList<GroupPerson> Participants => [.. People.Where(p => GroupQueries.PlaceStates.Contains(p.Status))];

    /// <summary>People whose application was declined, who gave back or went elsewhere.</summary>
    public IReadOnlyList<GroupPerson> Gone => [.. People.Where(p => p.Status is EnrolmentStatus.Declined or EnrolmentStatus.Withdrawn or EnrolmentStatus.Transferred)];

    /// <summary>Whether every place is taken.</summary>
    public bool IsFull => Group.Accepted >= Group.Capacity;
}

/// <summary>A person in a group.</summary>
/// <param name="Schools">Where the person works now.</param>
/// <param name="AwaitedStep">Whose decision the application waits for.</param>
/// <param name="TeamId">The same for colleagues who come together; null for who comes alone.</param>
/// <param name="WaitingNumber">Place in the line; null for who never waited.</param>
/// <param name="Reason">Why it was declined or the person left.</param>
/// <param name="Portfolio">State of the portfolio; null before the person is accepted.</param>
/// <param name="Prior">What the person was trained in before; only while the application waits.</param>
/// <param name="Clashes">Other courses of the person in the same days; only while the application waits.</param>
/// <param name="Notices">Mails about the application that a person must look at.</param>
public sealed record GroupPerson(
    Guid EnrolmentId,
    string Name,
    DateTime AppliedAt,
    EnrolmentStatus Status,
    ApplicationSteps AwaitedStep,
    EnrolmentOrigin Origin,
    Guid? TeamId,
    int? WaitingNumber,
    string? Reason,
    PortfolioStatus? Portfolio,
    IReadOnlyList<LocalizedText> Schools,
    PriorTraining? Prior,
    IReadOnlyList<CourseClash> Clashes,
    IReadOnlyList<UnreadNotice> Notices);

/// <summary>A mail about the application that has not reached the person, as far as is known.</summary>
/// <param name="MayRetry">Whether it may be sent again by hand; not to who has no address.</param>
public sealed record UnreadNotice(Guid Id, NoticeKind Kind, ReminderStatus Status, bool MayRetry);

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
                enrolment.AwaitedStep,
                enrolment.Origin,
                enrolment.TeamId,
                enrolment.WaitingNumber,
                Reason = enrolment.DeclineReason ?? enrolment.LeaveReason,
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
        var programme = await db.Groups
            .Where(g => g.Id == request.GroupId)
            .Join(db.ProgrammeVersions, g => g.ProgrammeVersionId, v => v.Id, (g, v) => v.ProgrammeId)
            .SingleAsync(cancellationToken);
        var applicants = people.Where(p => p.Status == EnrolmentStatus.Applied).Select(p => p.PersonId).ToList();
        var prior = await db.TrainedSince([.. applicants.Select(p => (p, programme))], rule, today, cancellationToken);
        var clashes = await db.CourseClashesAsync([.. applicants.Select(p => (p, request.GroupId))], cancellationToken);
        var unread = await (
            from notice in db.EnrolmentNotices
            where MailTries.Stuck.Contains(notice.Status) || notice.Status == ReminderStatus.NoAddress
            join enrolment in db.Enrolments on notice.EnrolmentId equals enrolment.Id
            where enrolment.GroupId == request.GroupId
            orderby notice.WrittenAt, notice.Id
            select new { notice.EnrolmentId, notice.Id, notice.Kind, notice.Status })
            .ToListAsync(cancellationToken);
        var notices = unread.ToLookup(n => n.EnrolmentId, n => new UnreadNotice(n.Id, n.Kind, n.Status, MailTries.Stuck.Contains(n.Status)));
        var schools = work.ToLookup(w => w.PersonId, w => w.Name);
        return new ManagedGroup(group, [.. people.Select(p => new GroupPerson(
            p.EnrolmentId,
            $"{p.FamilyName} {p.GivenName} {p.Patronymic}".TrimEnd(),
            p.AppliedAt,
            p.Status,
            p.AwaitedStep,
            p.Origin,
            p.TeamId,
            p.WaitingNumber,
            p.Reason,
            p.Portfolio,
            [.. schools[p.PersonId]],
            prior.GetValueOrDefault((p.PersonId, programme)),
            [.. clashes[(p.PersonId, request.GroupId)]],
            [.. notices[p.EnrolmentId]]))]);
    }
}
