using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherCpd.Providers.Tests;

/// <summary>
/// Lets commands that are sent at once really meet: each has decided, and waits before it takes the end of the audit
/// chain. Where writers wait for each other from the start, as on SQLite, nobody comes, and who waits goes on soon.
/// </summary>
internal sealed class Meeting : DbCommandInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private TaskCompletionSource together = new();
    private int seats;
    private int expected;

    /// <summary>The next <paramref name="guests"/> commands go on when all of them are there.</summary>
    public void Gather(int guests)
    {
        together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (seats, expected) = (guests, guests);
    }

    /// <summary>The next command stands still, as long as patience lasts, while those after it go on.</summary>
    public void HoldNext()
    {
        Gather(1);
        expected = int.MaxValue;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("AuditHeads", StringComparison.Ordinal)
            && command.CommandText.Contains("Sequence", StringComparison.Ordinal)
            && Interlocked.Decrement(ref seats) >= 0)
        {
            if (Interlocked.Decrement(ref expected) == 0)
            {
                together.TrySetResult();
            }

            // the first who has waited long enough ends it for all
            await Task.WhenAny(together.Task, Task.Delay(Patience, cancellationToken));
            together.TrySetResult();
        }

        return result;
    }
}
