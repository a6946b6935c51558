using System.Runtime.CompilerServices;

namespace TeacherCpd.Cli.Commands;

/// <summary>Work on many items on all cores, the results in the order of the items; only a few are in memory at a time.</summary>
internal static class Ordered
{
    private static readonly int Width = Environment.ProcessorCount * 2;

    public static async IAsyncEnumerable<TOut> SelectAsync<TIn, TOut>(
        IEnumerable<TIn> items, Func<TIn, Task<TOut>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<TOut>>();
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            running.Enqueue(Task.Run(() => work(item), cancellationToken));
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
}
