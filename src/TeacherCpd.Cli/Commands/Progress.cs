namespace TeacherCpd.Cli.Commands;

/// <summary>How far a command has come, on a terminal only: in a file the lines would be noise.</summary>
internal sealed class Progress(TextWriter error, string what)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long last = TimeProvider.System.GetTimestamp();

    /// <summary>Documents done.</summary>
    public int Count { get; private set; }

    /// <summary>Counts more documents.</summary>
    public void Add(int more = 1)
    {
        Count += more;
        if (!Console.IsErrorRedirected && TimeProvider.System.GetElapsedTime(last) > Pause)
        {
            last = TimeProvider.System.GetTimestamp();
            error.Write($"\r{what}: {Count} ");
        }
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        if (!Console.IsErrorRedirected)
        {
            error.WriteLine($"\r{what}: {Count} ");
        }
    }
}
