using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A coordinator closes a group: the course is over for everybody in it, and the contacts of the interaction matrix begin for
/// those who took part, with their reminders. The matrix must be filled for each of them.
/// </summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record CloseGroupCommand(Guid GroupId) : ICommand<Done>;

/// <summary>Portfolios of the group are still being checked or assessed, or their feedback is due.</summary>
/// <param name="Count">How many.</param>
public sealed record GroupHasOpenPortfolios(int Count) : Error("group_has_open_portfolios", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Count];
}

/// <summary>The interaction matrix is not filled for everybody who took part.</summary>
/// <param name="Count">For how many it is not.</param>
public sealed record MatrixNotFilled(int Count) : Error("matrix_not_filled", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Count];
}

/// <summary>What closing means for the people of a group.</summary>
internal static class Closing
{
    /// <summary>States in which somebody else has to act on the portfolio before the group may be closed.</summary>
    public static readonly IReadOnlyList<PortfolioStatus> OpenStates =
    [
        PortfolioStatus.FormativeCheck, PortfolioStatus.AwaitingFeedback, PortfolioStatus.SummativeCheck,
        PortfolioStatus.AwaitingAssessment, PortfolioStatus.InAssessment,
    ];

    /// <summary>The people whom closing concerns.</summary>
    public static readonly IReadOnlyList<EnrolmentStatus> Concerned =
        [EnrolmentStatus.Accepted, EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended];

    /// <summary>Whether the person took part to the end and is supported for a year.</summary>
    public static bool TookPart(this EnrolmentStatus status) => status is EnrolmentStatus.Recommended or EnrolmentStatus.NotRecommended;

    /// <summary>The year after the course of a group: the contacts of its programme version, or the common plan where it names none.</summary>
    public static async Task<SupportPlan> YearAfterAsync(this IAppDbContext db, SupportPlan common, Guid groupId, CancellationToken cancellationToken) =>
        common.With(await (
            from g in db.Groups
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            from contact in version.Support
            where g.Id == groupId
            select new PlannedContact(contact.Kind, contact.Month))
            .ToListAsync(cancellationToken));

    /// <summary>What each of the people becomes, by enrolment: the grade stands, and who has none came to nothing, missed too much or was absent.</summary>
    public static async Task<Dictionary<Guid, EnrolmentStatus>> OutcomesAsync(
        this IAppDbContext db, Guid groupId, IReadOnlyCollection<(Guid Id, EnrolmentStatus Status)> enrolments, CancellationToken cancellationToken)
    {
        var minimum = await (
            from g in db.Groups
            where g.Id == groupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            select version.MinimumAttendance).SingleAsync(cancellationToken);
        var shares = await db.SharesAsync([.. enrolments.Select(e => e.Id)], cancellationToken);
        return enrolments.ToDictionary(e => e.Id, e => e.Status.TookPart() ? e.Status : shares[e.Id].WithoutGrade(minimum));
    }

    /// <summary>Portfolios of a group in which somebody else has to act.</summary>
    public static IQueryable<Portfolio> OpenPortfolios(this IAppDbContext db, Guid groupId) =>
        from portfolio in db.Portfolios
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        where enrolment.GroupId == groupId && OpenStates.Contains(portfolio.Status)
        select portfolio;
}

internal sealed class CloseGroupHandler(IAppDbContext db, CurrentUser user, SupportPlan plan, TimeProvider time)
    : IRequestHandler<CloseGroupCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseGroupCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(HandInRules.Line, cancellationToken);
        var group = await db.Groups.SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        var branch = group is null ? null : await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == group.BranchId, cancellationToken);
        if (group is null || !user.Covers(Permission.ManageGroups, branch!.Path))
        {
            return new NotFound();
        }

        if (group.Status == GroupStatus.Closed)
        {
            return Done.Value;
        }

        var open = await db.OpenPortfolios(group.Id).CountAsync(cancellationToken);
        if (open > 0)
        {
            return new GroupHasOpenPortfolios(open);
        }

        var year = await db.YearAfterAsync(plan, group.Id, cancellationToken);
        var enrolments = await db.Enrolments
            .Where(e => e.GroupId == group.Id && Closing.Concerned.Contains(e.Status))
            .ToListAsync(cancellationToken);
        var unfilled = await db.WithoutMatrixAsync(group.Id, year, cancellationToken);
        if (StudyGroup.States.Allow(group.Status, GroupStatus.Closed) && enrolments.Count(e => e.Status.TookPart() && unfilled.Contains(e.Id)) is > 0 and var missing)
        {
            return new MatrixNotFilled(missing);
        }

        if (group.Close(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        var matrix = (await (
            from entry in db.MatrixEntries
            join enrolment in db.Enrolments on entry.EnrolmentId equals enrolment.Id
            where enrolment.GroupId == request.GroupId
            select entry).ToListAsync(cancellationToken)).ToLookup(e => e.EnrolmentId);
        var outcomes = await db.OutcomesAsync(request.GroupId, [.. enrolments.Select(e => (e.Id, e.Status))], cancellationToken);
        foreach (var enrolment in enrolments)
        {
            if (enrolment.Status.TookPart())
            {
                var contacts = year.ContactsOf(matrix[enrolment.Id], enrolment.PersonId, time.Today());
                db.SupportContacts.AddRange(contacts);
                db.Reminders.AddRange(contacts.SelectMany(c => year.RemindersOf(c)));
            }
            else if (enrolment.Finish(outcomes[enrolment.Id]) is { } wrong)
            {
                return wrong;
            }
        }

        return Done.Value;
    }
}
