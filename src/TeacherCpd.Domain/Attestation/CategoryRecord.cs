using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What a category rests on.</summary>
public enum CategoryBasis
{
    /// <summary>Decision of a commission.</summary>
    Commission,

    /// <summary>Given or kept without attestation (paragraphs 6, 28 to 36).</summary>
    WithoutAttestation,

    /// <summary>Brought along from before the records of this system.</summary>
    BroughtAlong,

    /// <summary>Lowered by a sanction (paragraphs 46 and 62).</summary>
    Sanction,
}

/// <summary>By which system a category was given.</summary>
public enum CategoryFormat
{
    /// <summary>The present one: from moderator to master, heads and deputies from third to first.</summary>
    Present,

    /// <summary>The one before: second, first, highest; organiser, manager, leader.</summary>
    Legacy,
}

/// <summary>
/// Where a person stands. "No category" are two states: whoever is called teacher, head or deputy without a category has one that
/// carries no term; whoever has no record at all is not known to hold any.
/// </summary>
public enum CategoryStanding
{
    /// <summary>Nothing is recorded.</summary>
    NoRecord,

    /// <summary>The lowest step of a ladder, which is no category to be paid for.</summary>
    LowestStep,

    /// <summary>A category whose term runs, or is stopped.</summary>
    Valid,

    /// <summary>A category whose term is over and was not confirmed.</summary>
    TermOver,
}

/// <summary>A category that a person holds or held. What was entered wrongly is annulled with the reason and entered anew, never overwritten.</summary>
public sealed class CategoryRecord : Entity
{
    /// <summary>Longest ground, in characters.</summary>
    public const int GroundMaxLength = 200;

    private static readonly string[] LowestSteps = ["trainee", "teacher", "head", "deputy"];

    private static readonly string[] LegacyCategories = ["second", "first", "highest", "head_organizer", "head_manager", "head_leader"];

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Category code, for example <c>moderator</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Day of the award.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Last day of validity as given; null for a category without a term. Pauses move it: see <see cref="CategoryTerm"/>.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Number of the protocol or order it rests on.</summary>
    public required string Ground { get; init; }

    /// <summary>What it rests on.</summary>
    public CategoryBasis Basis { get; init; }

    /// <summary>Paragraph of the order, for what was given without attestation; null else.</summary>
    public string? Paragraph { get; init; }

    /// <summary>Commission or body that gave it, for what was brought along; null where the case tells.</summary>
    public string? GivenBy { get; init; }

    /// <summary>Case that led to it; null for one brought along.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>When it was found to be entered wrongly (UTC); null while it stands.</summary>
    public DateTime? AnnulledAt { get; private set; }

    /// <summary>Why it was annulled.</summary>
    public string? AnnulReason { get; private set; }

    /// <summary>System by which it was given.</summary>
    public CategoryFormat Format => FormatOf(Category);

    /// <summary>System of a category.</summary>
    public static CategoryFormat FormatOf(string category) => LegacyCategories.Contains(category) ? CategoryFormat.Legacy : CategoryFormat.Present;

    /// <summary>Whether a code is the lowest step of a ladder.</summary>
    public static bool IsLowestStep(string category) => LowestSteps.Contains(category);

    /// <summary>Takes it back as entered wrongly. What a commission decided is changed by a decision only.</summary>
    public Error? Annul(string reason, DateTime at)
    {
        if (CaseId is not null || AnnulledAt is not null)
        {
            return new StepNotAllowed(Basis.ToString(), nameof(AnnulledAt));
        }

        (AnnulReason, AnnulledAt) = (reason, at);
        return null;
    }
}
