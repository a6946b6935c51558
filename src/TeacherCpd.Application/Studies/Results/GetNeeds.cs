using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Results;

/// <summary>
/// What a needs diagnosis found: people by level of each competence, and the list for enrolment. For whoever runs the study, with names: the form
/// of a diagnosis says so to those who answer.
/// </summary>
/// <param name="StudyId">Study.</param>
/// <param name="Competence">Only people at <paramref name="Level"/> of this competence; null: all.</param>
/// <param name="Level">Level.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record GetNeedsQuery(Guid StudyId, Competence? Competence, NeedLevel? Level, int Page) : IQuery<Needs>;

/// <summary>What a diagnosis found.</summary>
/// <param name="Title">Title of the study.</param>
/// <param name="Diagnosed">People diagnosed.</param>
/// <param name="Counts">People by competence and level.</param>
/// <param name="People">The list.</param>
/// <param name="Proposals">Proposed programmes.</param>
/// <param name="Groups">Groups of those programmes in reach that take applications.</param>
/// <param name="Programmes">Programmes to choose from for proposals.</param>
public sealed record Needs(
    Guid StudyId, LocalizedText Title, int Diagnosed, IReadOnlyList<NeedCount> Counts, Paged<NeedPerson> People, IReadOnlyList<NeedRow> Proposals,
    IReadOnlyList<NeedGroup> Groups, IReadOnlyList<StudyChoice> Programmes);

/// <summary>How many people are at a level of a competence.</summary>
public sealed record NeedCount(Competence Competence, NeedLevel Level, int People);

/// <summary>A person of the list.</summary>
/// <param name="School">School on the day of the answer; null where there was none.</param>
/// <param name="Levels">Levels by competence.</param>
public sealed record NeedPerson(string Name, LocalizedText? School, IReadOnlyList<NeedLevelOf> Levels);

/// <summary>A level of a competence.</summary>
public sealed record NeedLevelOf(Competence Competence, NeedLevel Level);

/// <summary>A group that may be enrolled into.</summary>
/// <param name="Free">Places that are free.</param>
public sealed record NeedGroup(Guid Id, Guid ProgrammeId, string Code, LocalizedText Programme, DateOnly StartsOn, int Free);

internal sealed class GetNeedsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetNeedsQuery, Result<Needs>>
{
    public async Task<Result<Needs>> Handle(GetNeedsQuery request, CancellationToken cancellationToken)
    {
        var study = await db.StudiesRunBy(user).Include(s => s.Proposals).AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        var diagnoses = db.NeedsDiagnoses.Where(d => db.Questionnaires.Any(q => q.Id == d.QuestionnaireId && q.StudyId == study.Id));
        var counts = await diagnoses.SelectMany(d => d.Levels)
            .GroupBy(l => new { l.Competence, l.Level })
            .Select(g => new NeedCount(g.Key.Competence, g.Key.Level, g.Count()))
            .ToListAsync(cancellationToken);
        var all = await diagnoses.CountAsync(cancellationToken);
        var listed = request is { Competence: { } competence, Level: { } level }
            ? diagnoses.Where(d => d.Levels.Any(l => l.Competence == competence && l.Level == level))
            : diagnoses;
        var people = await (
            from diagnosis in listed
            join person in db.Persons on diagnosis.PersonId equals person.Id
            orderby person.SortKey, person.Id
            select new
            {
                Name = person.FamilyName + " " + person.GivenName,
                diagnosis.SchoolId,
                Levels = diagnosis.Levels.OrderBy(l => l.Competence).Select(l => new NeedLevelOf(l.Competence, l.Level)).ToList(),
            })
            .PageAsync(request is { Competence: not null, Level: not null } ? await listed.CountAsync(cancellationToken) : all, request.Page, cancellationToken);
        var schoolIds = people.Items.Select(p => p.SchoolId).ToList();
        var schools = await db.Organisations.Where(o => schoolIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return new Needs(
            study.Id,
            study.Title,
            all,
            counts,
            new Paged<NeedPerson>(
                [.. people.Items.Select(p => new NeedPerson(p.Name, p.SchoolId is { } school ? schools.GetValueOrDefault(school) : null, p.Levels))],
                people.Number,
                people.Total),
            [.. study.Proposals.OrderBy(p => p.Competence).ThenBy(p => p.Level).Select(p => new NeedRow(p.Competence, p.Level, p.ProgrammeId))],
            await GroupsAsync([.. study.Proposals.Select(p => p.ProgrammeId)], cancellationToken),
            await db.Programmes.OrderBy(p => p.Code).Select(p => new StudyChoice(p.Id, p.Title)).ToListAsync(cancellationToken));
    }

    private Task<List<NeedGroup>> GroupsAsync(List<Guid> programmes, CancellationToken cancellationToken) => (
        from studyGroup in db.Groups
        where studyGroup.Status == GroupStatus.Recruiting
        join branch in db.Organisations.Within(user.Scopes(Permission.ManageGroups)) on studyGroup.BranchId equals branch.Id
        join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
        join programme in db.Programmes on version.ProgrammeId equals programme.Id
        where programmes.Contains(programme.Id)
        orderby studyGroup.StartsOn, studyGroup.Code
        select new NeedGroup(
            studyGroup.Id, programme.Id, studyGroup.Code, programme.Title, studyGroup.StartsOn,
            studyGroup.Capacity - db.Enrolments.Count(e => e.GroupId == studyGroup.Id && e.Status == EnrolmentStatus.Accepted)))
        .ToListAsync(cancellationToken);
}
