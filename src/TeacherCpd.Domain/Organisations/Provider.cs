using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Organisations;

/// <summary>A training centre as a provider of courses: its quality reviews and accreditations.</summary>
public sealed class Provider : Aggregate
{
    private readonly List<QualityReview> reviews = [];
    private readonly List<ProviderAccreditation> accreditations = [];

    /// <summary>The training centre.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Reviews by others of the quality of its courses.</summary>
    public IReadOnlyCollection<QualityReview> Reviews => reviews;

    /// <summary>Accreditations, present and past.</summary>
    public IReadOnlyCollection<ProviderAccreditation> Accreditations => accreditations;

    /// <summary>Records a review.</summary>
    public void Add(QualityReview review) => reviews.Add(review);

    /// <summary>Records an accreditation.</summary>
    public void Add(ProviderAccreditation accreditation) => accreditations.Add(accreditation);

    /// <summary>Whether it may open groups: the latest review was passed and an accreditation holds.</summary>
    public ProviderState StateOn(DateOnly day) =>
        reviews.Where(r => r.Date <= day).MaxBy(r => r.Date) is not { Result: ReviewResult.Passed } ? ProviderState.NotReviewed
        : !accreditations.Any(a => a.HoldsOn(day)) ? ProviderState.NotAccredited
        : ProviderState.Valid;
}

/// <summary>Whether a provider may open groups, and why not.</summary>
public enum ProviderState
{
    /// <summary>No quality review was passed, or the latest was not.</summary>
    NotReviewed,

    /// <summary>No accreditation holds.</summary>
    NotAccredited,

    /// <summary>It may.</summary>
    Valid,
}

/// <summary>How a quality review ended.</summary>
public enum ReviewResult
{
    /// <summary>The quality was confirmed.</summary>
    Passed,

    /// <summary>It was not.</summary>
    NotPassed,
}

/// <summary>A quality review of a provider.</summary>
public sealed class QualityReview : Entity
{
    /// <summary>Provider.</summary>
    public Guid ProviderId { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How it ended.</summary>
    public required ReviewResult Result { get; init; }

    /// <summary>Name and number of the document.</summary>
    public required string Document { get; init; }
}

/// <summary>Accreditation of a provider.</summary>
public sealed class ProviderAccreditation : Entity
{
    /// <summary>Provider.</summary>
    public Guid ProviderId { get; init; }

    /// <summary>Agency.</summary>
    public required string Agency { get; init; }

    /// <summary>Number of the certificate.</summary>
    public required string Number { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null where no end is stated.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || ValidUntil >= day);
}

/// <summary>A branch runs courses for a region.</summary>
public sealed class BranchRegion : Entity
{
    /// <summary>Branch.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>Region.</summary>
    public required Guid RegionId { get; init; }
}
