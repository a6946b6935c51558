using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Providers.Tests;

/// <summary>Starts the product on a database.</summary>
internal static class Start
{
    /// <summary>An app on an empty database.</summary>
    public static Task<TestApp> OnAsync(DatabaseProvider provider, Action<IServiceCollection>? change = null) =>
        TestApp.StartAsync(change: change, provider: provider);

    /// <summary>An app whose commands can be brought together.</summary>
    public static async Task<(TestApp App, Meeting Meeting)> WithMeetingAsync(DatabaseProvider provider)
    {
        var meeting = new Meeting();
        return (await OnAsync(provider, services => services.AddSingleton<IInterceptor>(meeting)), meeting);
    }
}
