using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Groups;

/// <summary>What closing a group today would do, before it is done.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetGroupClosingQuery(Guid GroupId) : IQuery<GroupClosing>;

/// <summary>What closing would do.</summary>
/// <param name="OpenPortfolios">Portfolios in which somebody has to act first.</param>
/// <param name="People">Whom it concerns, by name.</param>
/// <param name="Contacts">The planned contacts, as the matrix proposes them.</param>
public sealed record GroupClosing(
    Guid GroupId,
    string Code,
    LocalizedText Programme,
    string Trainer,
    GroupStatus Status,
    int OpenPortfolios,
    IReadOnlyList<ClosingPerson> People,
    IReadOnlyList<ClosingContact> Contacts)
{
    /// <summary>Whether it may be closed now.</summary>
    public bool MayClose => StudyGroup.States.Allow(Status, GroupStatus.Closed) && OpenPortfolios == 0 && WithoutMatrix == 0;

    /// <summary>People who are supported for the year.</summary>
    public int Supported => People.Count(p => p.IsSupported);

    /// <summary>Of them those whose part of the interaction matrix is not filled.</summary>
    public int WithoutMatrix => People.Count(p => p.IsSupported && !p.HasMatrix);
}

/// <summary>A person whom it concerns.</summary>
/// <param name="Outcome">How the course ends for the person.</param>
/// <param name="HasMatrix">Whether the part of the interaction matrix is filled.</param>
public sealed record ClosingPerson(string Name, EnrolmentStatus Outcome, bool HasMatrix)
{
    /// <summary>Took part and is supported for a year.</summary>
    public bool IsSupported => Outcome.TookPart();
}

/// <summary>A planned contact.</summary>
public sealed record ClosingContact(ContactKind Kind, DateOnly DueOn);

internal sealed class GetGroupClosingHandler(IAppDbContext db, CurrentUser user, SupportPlan plan)
    : IRequestHandler<GetGroupClosingQuery, Result<GroupClosing>>
{
    public async Task<Result<GroupClosing>> Handle(GetGroupClosingQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from studyGroup in db.Groups
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join trainer in db.Persons on studyGroup.TrainerId equals trainer.Id
            where studyGroup.Id == request.GroupId
            select new
            {
                studyGroup.Code,
                studyGroup.Status,
                studyGroup.EndsOn,
                BranchPath = branch.Path,
                programme.Title,
                Trainer = trainer.FamilyName + " " + trainer.GivenName,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !user.Covers(Permission.ManageGroups, found.BranchPath))
        {
            return new NotFound();
        }

        var people = await (
            from enrolment in db.Enrolments
            join person in db.Persons on enrolment.PersonId equals person.Id
            where enrolment.GroupId == request.GroupId && Closing.Concerned.Contains(enrolment.Status)
            orderby person.SortKey
            select new { enrolment.Id, Name = person.FamilyName + " " + person.GivenName, enrolment.Status })
            .ToListAsync(cancellationToken);
        var outcomes = await db.OutcomesAsync(request.GroupId, [.. people.Select(p => (p.Id, p.Status))], cancellationToken);
        var year = await db.YearAfterAsync(plan, request.GroupId, cancellationToken);
        var unfilled = await db.WithoutMatrixAsync(request.GroupId, year, cancellationToken);
        return new GroupClosing(
            request.GroupId,
            found.Code,
            found.Title,
            found.Trainer,
            found.Status,
            await db.OpenPortfolios(request.GroupId).CountAsync(cancellationToken),
            [.. people.Select(p => new ClosingPerson(p.Name, outcomes[p.Id], !unfilled.Contains(p.Id)))],
            [.. year.DaysAfter(found.EndsOn).Select(d => new ClosingContact(d.Contact.Kind, d.DueOn))]);
    }
}
