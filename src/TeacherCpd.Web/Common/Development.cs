using Microsoft.EntityFrameworkCore;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Web.Common;

/// <summary>A first start on a developer's machine needs nothing but the command: database, demo data, and whom to sign in as.</summary>
internal static class Development
{
    public static async Task PrepareDevelopmentAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync();
        await DemoSeeder.SeedAsync(scope.ServiceProvider, CancellationToken.None);

        // said last, so that it stands below everything that is logged at the start
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine(DemoAccounts.Words());
            Console.WriteLine($"Open {string.Join(" or ", app.Urls)}");
        });
    }
}
