namespace TeacherCpd.Domain.Common;

/// <summary>A state machine as a table: which state may follow which. Everything not listed is refused.</summary>
/// <typeparam name="TState">Enum of the states.</typeparam>
public sealed class Transitions<TState>
    where TState : struct, Enum
{
    private readonly Dictionary<TState, TState[]> next;

    /// <summary>Makes the table.</summary>
    /// <param name="rows">A row per state that can be left: the state and the states that may follow.</param>
    public Transitions(params (TState From, TState[] To)[] rows) => next = rows.ToDictionary(r => r.From, r => r.To);

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public bool Allow(TState from, TState to) => next.TryGetValue(from, out var list) && list.Contains(to);

    /// <summary>The states that may follow; empty for a final state.</summary>
    public IReadOnlyList<TState> After(TState from) => next.TryGetValue(from, out var list) ? list : [];

    /// <summary>Null when the step is allowed, else the error to give back.</summary>
    public StepNotAllowed? Check(TState from, TState to) => Allow(from, to) ? null : new(from.ToString(), to.ToString());
}
