using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Originality;

/// <summary>What a teacher is told of a case.</summary>
public enum CaseNoticeKind
{
    /// <summary>It was opened; a statement may be given.</summary>
    Opened,

    /// <summary>There is a verdict.</summary>
    Decided,

    /// <summary>The appeal was decided.</summary>
    Closed,
}

/// <summary>One mail to a teacher about a case. Case and kind together are unique.</summary>
public sealed class CaseNotice : Mailing
{
    /// <summary>Case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Teacher.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>What about.</summary>
    public required CaseNoticeKind Kind { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}
