using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Development;

/// <summary>
/// What <see cref="TrainingRecord"/> says of a person who works at a school now: one row each, so that lists of half a
/// million people are found by an index. Written in the transaction that changes what it follows from, and anew every
/// night. The state is not kept: it is <see cref="DueOn"/> seen from today.
/// </summary>
public sealed class TrainingState : INotAudited
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>School of the main employment.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Organisation right below the root on the way to the school: the region, or the school itself.</summary>
    public Guid RegionId { get; private set; }

    /// <summary>Organisation below that: the district, or the school itself; null where there is none.</summary>
    public Guid? DistrictId { get; private set; }

    /// <summary>Day of the last course; null for none.</summary>
    public DateOnly? LastCourseOn { get; private set; }

    /// <summary>Last day on which the hours of the rule were reached; null for never.</summary>
    public DateOnly? SatisfiedOn { get; private set; }

    /// <summary>Last day to reach them again.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Takes over what a record says.</summary>
    public void Follow(TrainingRecord record, Guid organisationId, Guid regionId, Guid? districtId)
    {
        OrganisationId = organisationId;
        RegionId = regionId;
        DistrictId = districtId;
        LastCourseOn = record.LastCourseOn;
        SatisfiedOn = record.SatisfiedOn;
        DueOn = record.DueOn;
    }
}

/// <summary>
/// How many people of a region stand how, as counted last night: what the ministry sees would take too long to count
/// on every visit.
/// </summary>
public sealed class TrainingTally : INotAudited
{
    /// <summary>Organisation right below the root.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Day of the count.</summary>
    public DateOnly CountedOn { get; private set; }

    /// <summary>People in order.</summary>
    public int InOrder { get; private set; }

    /// <summary>People due soon.</summary>
    public int DueSoon { get; private set; }

    /// <summary>People overdue.</summary>
    public int Overdue { get; private set; }

    /// <summary>People never trained.</summary>
    public int Never { get; private set; }

    /// <summary>Takes over a count.</summary>
    public void Count(DateOnly on, int inOrder, int dueSoon, int overdue, int never) =>
        (CountedOn, InOrder, DueSoon, Overdue, Never) = (on, inOrder, dueSoon, overdue, never);
}
