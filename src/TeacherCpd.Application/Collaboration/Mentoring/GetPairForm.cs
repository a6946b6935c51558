using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>Among whom a school chooses a pair.</summary>
/// <param name="SchoolId">Which school of the user; null: the first.</param>
[RequirePermission(Permission.LeadCollaboration)]
public sealed record GetPairFormQuery(Guid? SchoolId) : IQuery<PairForm>;

/// <summary>Choices for a pair.</summary>
/// <param name="Beginners">Beginners without a mentor.</param>
/// <param name="Mentors">Pedagogues of the school who may have one more.</param>
/// <param name="Years">Years up to which somebody is a beginner.</param>
/// <param name="Most">Most pairs of one mentor at once.</param>
/// <param name="From">Usual first day.</param>
/// <param name="To">Usual last day.</param>
public sealed record PairForm(
    Guid SchoolId, IReadOnlyList<NamedChoice> Schools, IReadOnlyList<Colleague> Beginners, IReadOnlyList<Colleague> Mentors, int Years, int Most, DateOnly From, DateOnly To);

internal sealed class GetPairFormHandler(IAppDbContext db, CurrentUser user, CollaborationRules rules, TimeProvider time) : IRequestHandler<GetPairFormQuery, Result<PairForm>>
{
    public async Task<Result<PairForm>> Handle(GetPairFormQuery request, CancellationToken cancellationToken)
    {
        var schools = await db.SchoolsLedBy(user).ToListAsync(cancellationToken);
        var school = request.SchoolId is { } wanted ? schools.Find(s => s.Id == wanted) : schools.FirstOrDefault();
        if (school is null)
        {
            return new NotFound();
        }

        var today = time.Today();
        var people = await db.ColleaguesAsync(school.Id, today, cancellationToken);
        var ids = people.ConvertAll(p => p.Id);
        var live = await db.MentoringPairs
            .Where(p => PairStates.Live.Contains(p.Status) && (EF.Parameter(ids).Contains(p.MentorId) || EF.Parameter(ids).Contains(p.YoungTeacherId)))
            .Select(p => new { p.MentorId, p.YoungTeacherId })
            .ToListAsync(cancellationToken);
        return new PairForm(
            school.Id,
            schools,
            [.. people.Where(p => rules.IsBeginner(p.Began, today) && !live.Exists(l => l.YoungTeacherId == p.Id))],
            [.. people.Where(p => live.Count(l => l.MentorId == p.Id) < rules.MenteesPerMentor)],
            rules.BeginnerYears,
            rules.MenteesPerMentor,
            today,
            SchoolYear.EndOf(today));
    }
}
