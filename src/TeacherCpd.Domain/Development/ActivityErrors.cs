using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Development;

/// <summary>The last day of the activity is before the first.</summary>
public sealed record ActivityDaysReversed() : Error("activity_days_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(ActivityFacts.To);
}

/// <summary>Only what is over can be recorded.</summary>
public sealed record ActivityNotOver() : Error("activity_not_over", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(ActivityFacts.To);
}

/// <summary>Nothing shows that the activity took place.</summary>
public sealed record EvidenceMissing() : Error("evidence_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(Evidence.DocumentNumber);
}

/// <summary>Mentoring needs the other person of the pair.</summary>
public sealed record PairMissing() : Error("pair_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "OtherIin";
}

/// <summary>Nobody is their own mentor.</summary>
public sealed record PairWithOneself() : Error("pair_with_oneself", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "OtherIin";
}

/// <summary>Nobody decides about what they did themselves.</summary>
public sealed record OwnActivity() : Error("own_activity", ErrorKind.Conflict);
