using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>Which trial tests somebody makes, and when their keys are shown.</summary>
internal static class TrialTestQueries
{
    /// <summary>The tests that a user makes: those of the organisations over which the permission reaches.</summary>
    public static IQueryable<TrialTest> TestsMadeBy(this IAppDbContext db, CurrentUser user) =>
        from test in db.TrialTests.Include(t => t.Sections)
        join organisation in db.Organisations.Within(user.Scopes(Permission.ManageTrialTests)) on test.OrganisationId equals organisation.Id
        select test;

    /// <summary>A test with its sections, in its turn, to be changed by whoever makes it; null where there is none.</summary>
    public static async Task<TrialTest?> FindTestAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"trial-test/{id}"), cancellationToken);
        return await db.TestsMadeBy(user).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
    }

    /// <summary>How many approved items the bank has of each section.</summary>
    public static async Task<Dictionary<(TestSection Section, string Subject), int>> ApprovedItemsAsync(this IAppDbContext db, CancellationToken cancellationToken) =>
        (await db.ItemVersions
            .Where(v => v.Status == ItemStatus.Approved)
            .GroupBy(v => new { v.Section, v.Subject })
            .Select(g => new { g.Key.Section, g.Key.Subject, Count = g.Count() })
            .ToListAsync(cancellationToken))
            .ToDictionary(g => (g.Section, g.Subject), g => g.Count);

    /// <summary>From when the right answers are shown to somebody who ended an attempt: at once where the maker says so, else when nobody can be taking the test any more.</summary>
    /// <param name="test">Test.</param>
    /// <param name="endedAt">End of the attempt (UTC).</param>
    /// <param name="rules">For the most that an attempt may last.</param>
    public static DateTime AnswersFrom(this TrialTest test, DateTime endedAt, TestingRules rules)
    {
        var over = (test.ClosedAt ?? Clock.BeginOf(test.ClosesOn.AddDays(1))).AddMinutes(test.Minutes + rules.ExtraMinutes);
        return test.ShowsAnswersAtOnce || endedAt > over ? endedAt : over;
    }

    /// <summary>Until when an appeal against an item is taken: so many days from the end of the attempt, or from when the right answers are shown.</summary>
    /// <param name="test">Test.</param>
    /// <param name="endedAt">End of the attempt (UTC).</param>
    /// <param name="rules">For the days.</param>
    public static DateTime AppealUntil(this TrialTest test, DateTime endedAt, TestingRules rules) => test.AnswersFrom(endedAt, rules).AddDays(rules.AppealDays);
}
