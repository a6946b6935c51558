using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TeacherCpd.Infrastructure.Schedules;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class DropLeftoversTests
{
    [Fact]
    public async Task The_sweep_clears_away_uploads_that_broke_off_a_day_ago_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        var files = Path.Combine(app.Folder, "files");
        var old = Write("incoming/broken", TimeSpan.FromHours(25));
        var onItsWay = Write("incoming/on-its-way", TimeSpan.FromHours(23));
        var stored = Write("ab/cd/stored", TimeSpan.FromDays(400));

        await SweepAsync(app);

        Assert.Equal([false, true, true], new[] { old, onItsWay, stored }.Select(File.Exists));

        string Write(string name, TimeSpan age)
        {
            var path = Path.Combine(files, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x");
            File.SetLastWriteTimeUtc(path, (TestApp.Start - age).UtcDateTime);
            return path;
        }
    }

    [Fact]
    public async Task A_store_that_nothing_was_handed_in_to_is_left_alone()
    {
        await using var app = await TestApp.StartAsync();

        await SweepAsync(app);

        Assert.False(Directory.Exists(Path.Combine(app.Folder, "files")));
    }

    private static Task SweepAsync(TestApp app) => app.UseAsync(async services =>
    {
        var sweep = typeof(ScheduleRegistration).Assembly.GetType("TeacherCpd.Infrastructure.Schedules.SweepJob", throwOnError: true)!;
        await ((IJob)ActivatorUtilities.CreateInstance(services, sweep)).Execute(null!, CancellationToken.None);
    });
}
