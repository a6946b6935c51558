using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A commission for one year: members, one of them the chair, and a secretary without a vote.</summary>
public sealed class Commission : Aggregate
{
    private readonly List<CommissionMember> members = [];
    private DateOnly validTo;

    /// <summary>Organisation whose commission it is; its level follows from the kind.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>First day of its powers.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day of its powers: one year, unless they were ended early.</summary>
    public required DateOnly ValidTo
    {
        get => validTo;
        init => validTo = value;
    }

    /// <summary>Secretary, not a member.</summary>
    public required Guid SecretaryId { get; init; }

    /// <summary>Members; an odd number, at least seven.</summary>
    public IReadOnlyCollection<CommissionMember> Members => members;

    /// <summary>Last day of the powers that begin on a day: they last one year.</summary>
    public static DateOnly LastDayOf(DateOnly from) => from.AddYears(1).AddDays(-1);

    /// <summary>Ends the powers early. Days that are over stay as they were, and nothing is prolonged.</summary>
    public Error? End(DateOnly lastDay, DateOnly today)
    {
        if (lastDay < today || lastDay >= validTo)
        {
            return new CommissionEndOutOfTerm(today, validTo);
        }

        validTo = lastDay;
        return null;
    }

    /// <summary>Adds a member.</summary>
    public void Add(Guid personId, bool isChair) =>
        members.Add(new CommissionMember { CommissionId = Id, PersonId = personId, IsChair = isChair });
}

/// <summary>The powers of a commission end on a day that is over, or no sooner than they would anyhow.</summary>
/// <param name="Today">First day that is possible.</param>
/// <param name="ValidTo">Day on which they end anyhow.</param>
public sealed record CommissionEndOutOfTerm(DateOnly Today, DateOnly ValidTo) : Error("commission_end_out_of_term", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Today, ValidTo];

    /// <inheritdoc/>
    public override string Field => "LastDay";
}

/// <summary>A member of a commission.</summary>
public sealed class CommissionMember : Entity
{
    /// <summary>Commission.</summary>
    public Guid CommissionId { get; init; }

    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Whether the member is the chair.</summary>
    public bool IsChair { get; init; }
}
