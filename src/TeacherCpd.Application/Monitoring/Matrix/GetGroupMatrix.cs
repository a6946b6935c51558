using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Matrix;

/// <summary>The interaction matrix of a group, while it is being filled: for its trainer and the coordinator.</summary>
[SignedIn]
public sealed record GetGroupMatrixQuery(Guid GroupId) : IQuery<GroupMatrix>;

/// <summary>The matrix of a group.</summary>
/// <param name="Contacts">The columns: planned contacts.</param>
/// <param name="People">The rows, by name.</param>
public sealed record GroupMatrix(
    Guid GroupId, string GroupCode, LocalizedText Programme, bool IsOpen, DateOnly OpensOn, bool IsManager, IReadOnlyList<PlannedContact> Contacts, IReadOnlyList<GroupMatrixRow> People)
{
    /// <summary>People whose part is whole.</summary>
    public int Filled => People.Count(p => p.IsFilled);
}

/// <summary>A participant's row.</summary>
/// <param name="Days">The day of each planned contact, in the order of the columns; null where it is open.</param>
public sealed record GroupMatrixRow(Guid EnrolmentId, string Name, IReadOnlyList<DateOnly?> Days)
{
    /// <summary>Whether nothing is open.</summary>
    public bool IsFilled => Days.All(d => d is not null);
}

internal sealed class GetGroupMatrixHandler(IAppDbContext db, CurrentUser user, SupportPlan plan, TimeProvider time) : IRequestHandler<GetGroupMatrixQuery, Result<GroupMatrix>>
{
    public async Task<Result<GroupMatrix>> Handle(GetGroupMatrixQuery request, CancellationToken cancellationToken)
    {
        var about = await (
            from studyGroup in db.Groups
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where studyGroup.Id == request.GroupId
            select new { studyGroup.Code, studyGroup.Status, studyGroup.EndsOn, studyGroup.TrainerId, branch.Path, programme.Title })
            .SingleOrDefaultAsync(cancellationToken);
        var manages = about is not null && user.Covers(Permission.ManageGroups, about.Path);
        if (about is null || (about.TrainerId != user.Me && !manages))
        {
            return new NotFound();
        }

        var year = await db.YearAfterAsync(plan, request.GroupId, cancellationToken);
        var people = await (
            from enrolment in db.Enrolments
            join person in db.Persons on enrolment.PersonId equals person.Id
            where enrolment.GroupId == request.GroupId && Closing.Concerned.Contains(enrolment.Status)
            orderby person.SortKey
            select new
            {
                enrolment.Id,
                Name = person.FamilyName + " " + person.GivenName,
                Entries = db.MatrixEntries.Where(e => e.EnrolmentId == enrolment.Id).Select(e => new { e.Kind, e.Month, e.DueOn }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new GroupMatrix(
            request.GroupId,
            about.Code,
            about.Title,
            about.Status == GroupStatus.Studying && time.Today() >= about.EndsOn,
            about.EndsOn,
            manages,
            year.Contacts,
            [.. people.Select(p => new GroupMatrixRow(p.Id, p.Name, [.. year.Contacts.Select(c => p.Entries.Find(e => (e.Kind, e.Month) == (c.Kind, c.Month))?.DueOn)]))]);
    }
}
