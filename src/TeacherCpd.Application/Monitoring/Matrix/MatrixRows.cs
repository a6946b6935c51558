using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Matrix;

/// <summary>The part of the interaction matrix that is one participant's, and who may fill it in.</summary>
/// <param name="IsMine">Whether the user is the participant.</param>
internal sealed record MatrixPart(Guid EnrolmentId, Guid PersonId, Guid GroupId, Guid TrainerId, DateOnly EndsOn, GroupStatus Status, bool IsMine)
{
    /// <summary>Whether it can be filled in: from the last day of the course until the group is closed.</summary>
    public bool IsOpen(DateOnly today) => Status == GroupStatus.Studying && today >= EndsOn;
}

internal static class MatrixRows
{
    /// <summary>The participant's part; null where there is none, or the user has nothing to do with it.</summary>
    public static async Task<MatrixPart?> MatrixPartAsync(this IAppDbContext db, Guid enrolmentId, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await (
            from enrolment in db.Enrolments
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id
            where enrolment.Id == enrolmentId && Closing.Concerned.Contains(enrolment.Status)
            select new
            {
                Part = new MatrixPart(enrolment.Id, enrolment.PersonId, studyGroup.Id, studyGroup.TrainerId, studyGroup.EndsOn, studyGroup.Status, enrolment.PersonId == user.Me),
                branch.Path,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && (found.Part.IsMine || found.Part.TrainerId == user.Me || user.Covers(Permission.ManageGroups, found.Path)) ? found.Part : null;
    }

    /// <summary>The trainers who can be responsible for contacts of a group: its own, and those who led sessions of it.</summary>
    public static IQueryable<Guid> TrainersOf(this IAppDbContext db, Guid groupId) =>
        db.Groups.Where(g => g.Id == groupId).Select(g => g.TrainerId)
            .Union(db.Sessions.Where(s => s.GroupId == groupId && s.TrainerId != null).Select(s => s.TrainerId!.Value));

    /// <summary>Of those who took part, whose part of the matrix is not whole.</summary>
    public static async Task<HashSet<Guid>> WithoutMatrixAsync(this IAppDbContext db, Guid groupId, SupportPlan year, CancellationToken cancellationToken)
    {
        var filled = await (
            from enrolment in db.Enrolments
            where enrolment.GroupId == groupId && Closing.Concerned.Contains(enrolment.Status)
            select new
            {
                enrolment.Id,
                Entries = db.MatrixEntries.Where(e => e.EnrolmentId == enrolment.Id).Select(e => new { e.Kind, e.Month }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. filled.Where(f => !year.Contacts.All(c => f.Entries.Exists(e => (e.Kind, e.Month) == (c.Kind, c.Month)))).Select(f => f.Id)];
    }
}
