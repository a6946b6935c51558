using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>The trial tests that are open today, and those that the teacher took.</summary>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record GetMyTestsQuery : IQuery<MyTests>;

/// <summary>Trial tests of a teacher.</summary>
/// <param name="ExtraMinutes">Minutes more for those who need them.</param>
public sealed record MyTests(IReadOnlyList<MyTestRow> Open, IReadOnlyList<MyAttemptRow> Taken, int ExtraMinutes);

/// <summary>A test that may be taken.</summary>
public sealed record MyTestRow(Guid Id, LocalizedText Title, LocalizedText Organisation, DateOnly ClosesOn, int Minutes, int Items);

/// <summary>An attempt of the teacher.</summary>
/// <param name="IsRunning">Whether there is time left.</param>
/// <param name="Points">Points; null while it runs or is not scored yet.</param>
public sealed record MyAttemptRow(Guid Id, LocalizedText Title, DateTime StartedAt, bool IsRunning, int? Points, int Total);

internal sealed class GetMyTestsHandler(IAppDbContext db, CurrentUser user, TestingRules rules, TimeProvider time) : IRequestHandler<GetMyTestsQuery, Result<MyTests>>
{
    public async Task<Result<MyTests>> Handle(GetMyTestsQuery request, CancellationToken cancellationToken)
    {
        var (me, today, now) = (user.Me, time.Today(), time.UtcNow());
        var open = await (
            from test in db.TrialTests
            where test.Status == TrialTestStatus.Open && test.OpensOn <= today && test.ClosesOn >= today && !db.TestAttempts.Any(a => a.TestId == test.Id && a.PersonId == me)
            join organisation in db.Organisations on test.OrganisationId equals organisation.Id
            orderby test.ClosesOn, test.Id
            select new MyTestRow(test.Id, test.Title, organisation.Name, test.ClosesOn, test.Minutes, test.Sections.Sum(s => s.Count)))
            .ToListAsync(cancellationToken);
        var taken = await (
            from attempt in db.TestAttempts
            where attempt.PersonId == me
            join test in db.TrialTests on attempt.TestId equals test.Id
            orderby attempt.StartedAt descending
            select new MyAttemptRow(
                attempt.Id,
                test.Title,
                attempt.StartedAt,
                attempt.EndedAt == null && attempt.EndsAt > now,
                attempt.Scores.OrderByDescending(s => s.Number).Select(s => (int?)s.Points).FirstOrDefault(),
                attempt.Answers.Count))
            .ToListAsync(cancellationToken);
        return new MyTests(open, taken, rules.ExtraMinutes);
    }
}
