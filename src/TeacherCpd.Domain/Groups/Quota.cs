using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Groups;

/// <summary>Why a quota was not used up; the first is the one the 2022 report names (L2780 to L2786).</summary>
public enum ShortfallReason
{
    /// <summary>No money for travel in the local budget.</summary>
    NoTravelFunds,

    /// <summary>Nobody could replace the teachers at school.</summary>
    NoSubstituteTeachers,

    /// <summary>Too few people applied.</summary>
    TooFewApplicants,

    /// <summary>There was no trainer of the language or programme.</summary>
    NoTrainer,

    /// <summary>The school year or an emergency did not allow it.</summary>
    Calendar,

    /// <summary>Another reason, said in the note.</summary>
    Other,
}

/// <summary>Fewer places would be granted than are used.</summary>
/// <param name="Used">Places used.</param>
public sealed record QuotaBelowUse(int Used) : Error("quota_below_use", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Used];

    /// <inheritdoc/>
    public override string Field => nameof(Quota.Granted);
}

/// <summary>The region has fewer places left than are to be moved.</summary>
/// <param name="Left">Places left.</param>
public sealed record QuotaNotLeft(int Left) : Error("quota_not_left", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Left];

    /// <inheritdoc/>
    public override string Field => "Places";
}

/// <summary>What a quota is for: one row a combination.</summary>
/// <param name="Year">Calendar year in which the group begins.</param>
/// <param name="ProgrammeId">Programme.</param>
/// <param name="RegionId">Region of the teachers' schools.</param>
/// <param name="Language">Language of teaching.</param>
/// <param name="Funding">Who pays.</param>
public sealed record QuotaKey(int Year, Guid ProgrammeId, Guid RegionId, Language Language, FundingSource Funding);

/// <summary>Places of a year for the teachers of a region in a programme. Used and left are counted, never kept.</summary>
public sealed class Quota : Aggregate
{
    private readonly List<QuotaShortfall> shortfalls = [];

    /// <summary>Year in which the groups begin.</summary>
    public required int Year { get; init; }

    /// <summary>Programme.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>Region of the teachers' schools.</summary>
    public required Guid RegionId { get; init; }

    /// <summary>Language of teaching.</summary>
    public required Language Language { get; init; }

    /// <summary>Who pays.</summary>
    public required FundingSource Funding { get; init; }

    /// <summary>Places planned, 0 or more.</summary>
    public int Planned { get; private set; }

    /// <summary>Places granted, with what was moved here and away; 0 or more.</summary>
    public int Granted { get; private set; }

    /// <summary>Why places were not used.</summary>
    public IReadOnlyCollection<QuotaShortfall> Shortfalls => shortfalls;

    /// <summary>Says how many places are planned and granted.</summary>
    /// <param name="planned">Places planned.</param>
    /// <param name="granted">Places granted.</param>
    /// <param name="used">Places used until now.</param>
    public Error? Plan(int planned, int granted, int used)
    {
        if (granted < used)
        {
            return new QuotaBelowUse(used);
        }

        Planned = planned;
        Granted = granted;
        return null;
    }

    /// <summary>Moves places to the quota of another region.</summary>
    /// <param name="to">The quota that receives them.</param>
    /// <param name="places">How many, 1 or more.</param>
    /// <param name="used">Places of this quota used until now.</param>
    public Error? MoveTo(Quota to, int places, int used)
    {
        if (places > Granted - used)
        {
            return new QuotaNotLeft(Math.Max(0, Granted - used));
        }

        Granted -= places;
        to.Granted += places;
        return null;
    }

    /// <summary>Records why places were not used.</summary>
    public void Explain(ShortfallReason reason, int places, string? note, Guid by, DateTime at) =>
        shortfalls.Add(new QuotaShortfall { QuotaId = Id, Reason = reason, Places = places, Note = note, PersonId = by, At = at });
}

/// <summary>A reason why places of a quota were not used.</summary>
public sealed class QuotaShortfall : Entity
{
    /// <summary>Quota.</summary>
    public Guid QuotaId { get; init; }

    /// <summary>Reason.</summary>
    public required ShortfallReason Reason { get; init; }

    /// <summary>How many places it explains, 1 or more.</summary>
    public required int Places { get; init; }

    /// <summary>More about it; null where nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }
}

/// <summary>Places moved from the quota of one region to that of another. Kept for ever.</summary>
public sealed class QuotaTransfer : Entity
{
    /// <summary>Quota that gave.</summary>
    public required Guid FromQuotaId { get; init; }

    /// <summary>Quota that received.</summary>
    public required Guid ToQuotaId { get; init; }

    /// <summary>How many, 1 or more.</summary>
    public required int Places { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who moved them.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }
}
