using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Assessment;

/// <summary>The assessors, what they are given, and what they have done.</summary>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record GetAssessorsQuery : IQuery<IReadOnlyList<AssessorView>>;

/// <summary>An assessor.</summary>
/// <param name="PersonId">Person.</param>
/// <param name="Name">Name.</param>
/// <param name="Languages">Languages; none: all.</param>
/// <param name="Directions">Directions; empty: all.</param>
/// <param name="MostOpen">Most open sheets at once.</param>
/// <param name="Open">Sheets that are open.</param>
/// <param name="SignedLately">Sheets signed in the last 30 days.</param>
public sealed record AssessorView(
    Guid PersonId, string Name, TeachingLanguages Languages, IReadOnlyList<string> Directions, int MostOpen, int Open, int SignedLately);

internal sealed class GetAssessorsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetAssessorsQuery, Result<IReadOnlyList<AssessorView>>>
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public async Task<Result<IReadOnlyList<AssessorView>>> Handle(GetAssessorsQuery request, CancellationToken cancellationToken)
    {
        var since = time.UtcNow() - Lately;
        var assessors = await (
            from person in db.Persons
            where person.Roles.Any(r => r.Role == Role.Assessor || r.Role == Role.Moderator)
            join profile in db.AssessorProfiles on person.Id equals profile.PersonId into profiles
            from profile in profiles.DefaultIfEmpty()
            orderby person.FamilyName, person.GivenName, person.Id
            select new
            {
                person.Id,
                Name = person.FamilyName + " " + person.GivenName,
                Profile = profile,
                Open = db.RubricSheets.Count(s => s.AuthorId == person.Id && s.Role != SheetRole.Feedback && s.SignedAt == null && s.ReturnedAt == null),
                Signed = db.RubricSheets.Count(s => s.AuthorId == person.Id && s.Role != SheetRole.Feedback && s.SignedAt >= since),
            }).AsNoTracking().ToListAsync(cancellationToken);
        return assessors.ConvertAll(a => new AssessorView(
            a.Id,
            a.Name,
            a.Profile?.Languages ?? TeachingLanguages.None,
            [.. (a.Profile?.Directions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            a.Profile?.MostOpen ?? AssessorProfile.UsualMostOpen,
            a.Open,
            a.Signed));
    }
}
