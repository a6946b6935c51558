using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.National;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Replay;

/// <summary>The seed with as many teachers as the country has: its numbers, and its first portions.</summary>
public sealed class NationalSeederTests
{
    [Fact]
    public void The_parts_make_the_country_and_the_shares_a_thousand()
    {
        Assert.Equal(556_896, NationalPlan.Teachers);
        Assert.Equal(41_596 + 212_708 + 9_054 + 4_949, NationalPlan.Parts.Sum(p => p.Rural));
        Assert.Equal(1000, NationalPlan.Categories.Sum(c => c.PerMille));

        // of each thousand neighbours exactly the shares
        foreach (var from in new[] { 0, 556_000 - 1000, 123_456 })
        {
            var thousand = Enumerable.Range(from, 1000).ToList();
            Assert.All(NationalPlan.Categories, c => Assert.Equal(c.PerMille, thousand.Count(n => NationalPlan.CategoryOf(n) == c)));
            Assert.Equal(NationalPlan.WomenPerMille, thousand.Count(NationalPlan.IsWoman));
        }
    }

    [Fact]
    public async Task Stopped_after_a_portion_it_goes_on_and_nobody_is_there_twice()
    {
        await using var app = await TestApp.StartAsync();

        await RunAsync(app, stopAt: 20_000);
        Assert.Equal(20_000, await app.LookAsync(db => db.Persons.CountAsync()));
        await RunAsync(app, stopAt: 40_000);

        // the first 41,596 are educators of villages
        Assert.Equal((40_000, 40_000), (await app.LookAsync(db => db.Persons.CountAsync()), await app.LookAsync(db => db.TrainingStates.CountAsync())));
        Assert.Equal(48_000, await app.LookAsync(db => db.Persons.SelectMany(p => p.Employments).CountAsync()));
        Assert.Equal([Settlement.Rural], await app.LookAsync(db => (
            from person in db.Persons
            from employment in person.Employments
            join school in db.Organisations on employment.OrganisationId equals school.Id
            select school.Settlement).Distinct().ToListAsync()));
        Assert.Equal(40_000 * 690 / 1000, await app.LookAsync(db => db.CategoryRecords.Select(c => c.PersonId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_database_with_people_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await app.Data.PersonAsync(Domain.Accounts.Role.Teacher);

        await app.UseAsync(services => Assert.ThrowsAsync<NotEmptyException>(() => new NationalSeeder(services).SeedAsync(null, CancellationToken.None)));
    }

    private static Task RunAsync(TestApp app, int stopAt) => app.UseAsync(async services =>
    {
        using var stop = new CancellationTokenSource();
        var before = await app.LookAsync(db => db.Persons.CountAsync());
        await Assert.ThrowsAsync<OperationCanceledException>(() => new NationalSeeder(services).SeedAsync(
            people =>
            {
                if (before + people >= stopAt)
                {
                    stop.Cancel();
                }
            },
            stop.Token));
    });
}
