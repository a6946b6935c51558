using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Common;

/// <summary>All pairs of the states of a table, each with whether the step is expected to be allowed.</summary>
internal static class StateTable
{
    /// <param name="expected">A line a state that can be left: <c>Draft -> Checked, Withdrawn</c>.</param>
    public static TheoryData<TState, TState, bool> Pairs<TState>(params string[] expected)
        where TState : struct, Enum
    {
        var allowed = expected
            .Select(line => line.Split(" -> "))
            .SelectMany(parts => parts[1].Split(", ").Select(to => (Enum.Parse<TState>(parts[0]), Enum.Parse<TState>(to))))
            .ToHashSet();
        var pairs = new TheoryData<TState, TState, bool>();
        foreach (var from in Enum.GetValues<TState>())
        {
            foreach (var to in Enum.GetValues<TState>())
            {
                pairs.Add(from, to, allowed.Contains((from, to)));
            }
        }

        return pairs;
    }

    public static void Check<TState>(Transitions<TState> table, TState from, TState to, bool allowed)
        where TState : struct, Enum
    {
        Assert.Equal(allowed, table.Allow(from, to));
        Assert.Equal(allowed, table.After(from).Contains(to));
        Assert.Equal(allowed ? null : new StepNotAllowed(from.ToString(), to.ToString()), table.Check(from, to));
    }
}
