using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Tells which schedules are late: their work was last done to the end more than two periods ago, on any node.</summary>
public sealed class ScheduleHealth(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int Periods = 2;

    private readonly DateTime startedAt = time.UtcNow();

    /// <summary>Names of the schedules that are late. One that never ran is late two periods after this program began.</summary>
    public async Task<IReadOnlyList<string>> LateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var finished = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ScheduleRun>().ToDictionaryAsync(r => r.Name, r => r.FinishedAt, cancellationToken);
        var now = time.UtcNow();
        return [.. ScheduleRegistration.Periods
            .Where(s => now - (finished.TryGetValue(s.Key, out var at) ? at : startedAt) > Periods * s.Value)
            .Select(s => s.Key)
            .Order(StringComparer.Ordinal)];
    }
}
