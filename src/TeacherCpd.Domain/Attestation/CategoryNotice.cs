using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Attestation;

/// <summary>How near the end of a category is when somebody is told of it.</summary>
public enum CategoryNoticeKind
{
    /// <summary>A year is left.</summary>
    EndsInAYear,

    /// <summary>Half a year is left.</summary>
    EndsInHalfAYear,

    /// <summary>Three months are left.</summary>
    EndsInThreeMonths,
}

/// <summary>One mail to a person about the end of a category. Record and kind together are unique.</summary>
public sealed class CategoryNotice : Mailing
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Category that ends.</summary>
    public required Guid CategoryRecordId { get; init; }

    /// <summary>How near the end is.</summary>
    public required CategoryNoticeKind Kind { get; init; }

    /// <summary>Last day of the category.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}
