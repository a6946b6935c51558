using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Audit;

/// <summary>One thing that somebody did. Rows are only ever added; each carries the hash of the one before.</summary>
public sealed class AuditProcess : Entity
{
    private readonly List<AuditEvent> events = [];

    /// <summary>Number in the chain, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>What was done: the name of the command.</summary>
    public required string Name { get; init; }

    /// <summary>When (UTC, whole milliseconds).</summary>
    public required DateTime At { get; init; }

    /// <summary>Person who did it; null for the system itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Hash of the process before, 64 hexadecimal characters; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash over this process, its events and <see cref="PreviousHash"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Changes in order.</summary>
    public IReadOnlyCollection<AuditEvent> Events => events;

    /// <summary>Adds the changes and seals the process.</summary>
    public void Seal(IEnumerable<AuditEvent> changes)
    {
        events.AddRange(changes);
        Hash = AuditHash.Of(this);
    }
}

/// <summary>Kind of change.</summary>
public enum AuditChange
{
    /// <summary>Added.</summary>
    Added,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Removed.</summary>
    Removed,
}

/// <summary>The change of one record: old and new values by name.</summary>
public sealed class AuditEvent : Entity
{
    /// <summary>Process.</summary>
    public Guid ProcessId { get; init; }

    /// <summary>Place in the process, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Kind of record.</summary>
    public required string Record { get; init; }

    /// <summary>Id of the record.</summary>
    public required string RecordId { get; init; }

    /// <summary>Kind of change.</summary>
    public required AuditChange Change { get; init; }

    /// <summary>JSON object: name, then old and new value.</summary>
    public required string Values { get; init; }
}

/// <summary>The end of the chain: one row that every writer locks in turn.</summary>
public sealed class AuditHead : INotAudited
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Number of the last process.</summary>
    public long Sequence { get; init; }

    /// <summary>Its hash.</summary>
    public string Hash { get; init; } = "";
}
