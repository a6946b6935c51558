using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What stops the term of a category (paragraph 29).</summary>
public enum PauseKind
{
    /// <summary>A long illness of the list.</summary>
    Illness,

    /// <summary>Leave for pregnancy, birth or a child.</summary>
    ParentalLeave,

    /// <summary>Study or internship away from work.</summary>
    Study,

    /// <summary>Military service.</summary>
    Service,
}

/// <summary>A time during which the term of a category stands still (paragraph 29).</summary>
public sealed class CategoryPause : Entity
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What stops it.</summary>
    public required PauseKind Kind { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null while the person is away.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Number and day of the order.</summary>
    public required string Ground { get; init; }

    /// <summary>When it was found to be entered wrongly (UTC); null while it stands.</summary>
    public DateTime? AnnulledAt { get; private set; }

    /// <summary>Why it was annulled.</summary>
    public string? AnnulReason { get; private set; }

    /// <summary>The person is back.</summary>
    /// <param name="lastDay">Last day away.</param>
    public Error? End(DateOnly lastDay)
    {
        if (To is not null || lastDay < From)
        {
            return new PauseEndsWrongly(From);
        }

        To = lastDay;
        return null;
    }

    /// <summary>Takes it back as entered wrongly.</summary>
    public Error? Annul(string reason, DateTime at)
    {
        if (AnnulledAt is not null)
        {
            return new StepNotAllowed(Kind.ToString(), nameof(AnnulledAt));
        }

        (AnnulReason, AnnulledAt) = (reason, at);
        return null;
    }
}

/// <summary>A pause ends once, and not before it began.</summary>
/// <param name="From">First day.</param>
public sealed record PauseEndsWrongly(DateOnly From) : Error("pause_ends_wrongly", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From];
}
