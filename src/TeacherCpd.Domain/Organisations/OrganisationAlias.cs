using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Organisations;

/// <summary>
/// Another name or code of an organisation: the one it had before, a spelling, its code in the national education database.
/// Several organisations may have the same one: an organisation that was split leaves its name and code to all its parts.
/// </summary>
public sealed class OrganisationAlias : Entity
{
    /// <summary>Organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name or code as it is written, at most <see cref="Organisation.NameMaxLength"/> characters.</summary>
    public required string Text { get; init; }
}
