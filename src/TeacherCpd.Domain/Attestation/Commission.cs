using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A commission for one year: members, one of them the chair, and a secretary without a vote.</summary>
public sealed class Commission : Aggregate
{
    private readonly List<CommissionMember> members = [];

    /// <summary>Organisation whose commission it is; its level follows from the kind.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>First day of its powers.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day of its powers: one year.</summary>
    public required DateOnly ValidTo { get; init; }

    /// <summary>Secretary, not a member.</summary>
    public required Guid SecretaryId { get; init; }

    /// <summary>Members; an odd number, at least seven.</summary>
    public IReadOnlyCollection<CommissionMember> Members => members;

    /// <summary>Adds a member.</summary>
    public void Add(Guid personId, bool isChair) =>
        members.Add(new CommissionMember { CommissionId = Id, PersonId = personId, IsChair = isChair });
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
