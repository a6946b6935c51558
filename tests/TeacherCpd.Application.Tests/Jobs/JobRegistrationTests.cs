using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Infrastructure.Jobs;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Application.Tests.Jobs;

public sealed class JobRegistrationTests
{
    [Fact]
    public async Task Two_programs_in_one_process_each_have_a_queue_of_their_own()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await using var one = Program();
            await using var other = Program();
            using var together = new Barrier(2);

            var storages = await Task.WhenAll(new[] { one, other }.Select(program => Task.Run(() =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                return program.GetRequiredService<JobStorage>();
            })));

            Assert.NotSame(storages[0], storages[1]);
        }
    }

    [Fact]
    public async Task Each_program_works_its_items_off_with_its_own_services()
    {
        await using var one = Program();
        await using var other = Program();
        foreach (var program in new[] { one, other })
        {
            program.GetRequiredService<IGlobalConfiguration>();
        }

        foreach (var program in new[] { one, other })
        {
            using var scope = program.GetRequiredService<JobActivator>().BeginScope((JobActivatorContext)null!);
            Assert.Same(program.GetRequiredService<Marker>(), scope.Resolve(typeof(Marker)));
        }
    }

    [Fact]
    public async Task What_cannot_be_handed_over_is_logged_and_does_not_fail_the_command_that_is_saved()
    {
        await using var program = Program();
        await using var scope = program.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<IBackgroundJobs>();
        ((IDisposable)program.GetRequiredService<JobStorage>()).Dispose();
        jobs.CheckOriginality(Guid.CreateVersion7());

        jobs.Release();
    }

    private sealed class Marker;

    private static ServiceProvider Program() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<Marker>()
        .AddJobs(new DatabaseSettings { Provider = DatabaseProvider.Sqlite, ConnectionString = "" })
        .BuildServiceProvider();
}
