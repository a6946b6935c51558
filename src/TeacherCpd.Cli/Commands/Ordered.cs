using System.Runtime.CompilerServices;

namespace TeacherCpd.Cli.Commands;

/// <summary>Work on many items on all cores, the results in the order of the items; only a few are in memory at a time.</summary>
internal static class Ordered
{
    private static readonly int Width = Environment.ProcessorCount * 2;

    public static async IAsyncEnumerable<TOut> SelectAsync<TIn, TOut>(
        IEnumerable<TIn> items, Func<TIn, CancellationToken, Task<TOut>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<TOut>>();
        try
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                running.Enqueue(Task.Run(() => work(item, stop.Token), stop.Token));
                if (running.Count == Width)
                {
                    yield return await running.Dequeue();
                }
            }

            while (running.TryDequeue(out var left))
            {
                yield return await left;
            }
        }
        finally
        {
            // after a fault nobody asks for the rest, but what it uses may go only when it has ended
            await stop.CancelAsync();
            Task rest = Task.WhenAll(running);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
