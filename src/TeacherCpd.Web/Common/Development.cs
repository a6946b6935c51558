using Microsoft.EntityFrameworkCore;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Web.Common;

/// <summary>A first start on a developer's machine needs nothing but the command.</summary>
internal static class Development
{
    public static async Task PrepareDevelopmentAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync();
    }
}
