using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Common;

/// <summary>Numbers without gaps: taken in the command's transaction, so one that is rolled back gives its number back.</summary>
public static class Numbers
{
    /// <summary>The next number of a series, from 1. Others who want one of the same series wait for the transaction.</summary>
    public static async Task<int> NextNumberAsync(this IAppDbContext db, string key, CancellationToken cancellationToken)
    {
        var updated = await db.NumberSeries
            .Where(s => s.Key == key)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1), cancellationToken);
        if (updated == 0)
        {
            // written at once, so that a second call in the same command finds it
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"NumberSeries\" (\"Key\", \"Last\") VALUES ({key}, 1)", cancellationToken);
            return 1;
        }

        return await db.NumberSeries.Where(s => s.Key == key).Select(s => s.Last).SingleAsync(cancellationToken);
    }

    /// <summary>
    /// Waits for the turn in a line. From here to the end of the transaction nobody else of the line decides or writes,
    /// and what those before wrote is there to be seen: so it comes before all reading, of the clock too.
    /// </summary>
    public static Task TakeTurnAsync(this IAppDbContext db, string line, CancellationToken cancellationToken) =>
        db.NextNumberAsync($"turn/{line}", cancellationToken);
}
