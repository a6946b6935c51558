using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Domain.Accounts;

/// <summary>A person, keyed on the national number (IIN), never on an e-mail address.</summary>
public sealed class Person : Aggregate
{
    private readonly List<Employment> employments = [];
    private readonly List<RoleAssignment> roles = [];

    /// <summary>National number, 12 digits, unique.</summary>
    public required string Iin { get; init; }

    /// <summary>Family name.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Patronymic; null where the person has none.</summary>
    public string? Patronymic { get; init; }

    /// <summary>Key that sorts the names in the Kazakh order in every database.</summary>
    public required string SortKey { get; init; }

    /// <summary>Address for mail; null where the person gave none.</summary>
    public string? Email { get; init; }

    /// <summary>Language in which the person is written to.</summary>
    public Language Language { get; init; }

    /// <summary>
    /// Since when the person has a password that somebody else saw (UTC); null where it is the person's own. Until they
    /// choose their own they may do nothing else.
    /// </summary>
    public DateTime? OneTimePasswordSince { get; private set; }

    /// <summary>Where and as what the person works and worked.</summary>
    public IReadOnlyCollection<Employment> Employments => employments;

    /// <summary>Roles, each reaching over a subtree of organisations.</summary>
    public IReadOnlyCollection<RoleAssignment> Roles => roles;

    /// <summary>Family name, given name and patronymic.</summary>
    public string FullName => Patronymic is null ? $"{FamilyName} {GivenName}" : $"{FamilyName} {GivenName} {Patronymic}";

    /// <summary>Records that the person works in an organisation from a day on.</summary>
    public Employment WorksAt(Guid organisationId, Position position, DateOnly from)
    {
        var employment = new Employment { PersonId = Id, OrganisationId = organisationId, Position = position, From = from };
        employments.Add(employment);
        return employment;
    }

    /// <summary>Takes an employment back as if it had never been recorded. The audit tells who recorded it.</summary>
    public void NeverWorked(Employment employment) => employments.Remove(employment);

    /// <summary>Gives the person a role over an organisation and all below it.</summary>
    public void Receives(Role role, Guid organisationId) =>
        roles.Add(new RoleAssignment { PersonId = Id, Role = role, OrganisationId = organisationId });

    /// <summary>Takes a role away. The audit tells who had it and who took it.</summary>
    public void Loses(RoleAssignment assignment) => roles.Remove(assignment);

    /// <summary>Records that somebody else gave the person a password.</summary>
    public void ReceivesOneTimePassword(DateTime at) => OneTimePasswordSince = at;

    /// <summary>Records that the person chose a password.</summary>
    public void ChoosesPassword() => OneTimePasswordSince = null;
}

/// <summary>Position held; decides the ladder of categories.</summary>
public enum Position
{
    /// <summary>Teacher or other pedagogue.</summary>
    Teacher,

    /// <summary>Deputy head.</summary>
    Deputy,

    /// <summary>First head of an organisation.</summary>
    Head,

    /// <summary>Trainer of courses.</summary>
    Trainer,

    /// <summary>Any other staff.</summary>
    Staff,
}

/// <summary>A dated employment; a person may have several at once.</summary>
public sealed class Employment : Entity
{
    private DateOnly? to;

    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Organisation.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Position.</summary>
    public Position Position { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day, or null while it goes on.</summary>
    public DateOnly? To { get => to; init => to = value; }

    /// <summary>It ended.</summary>
    /// <param name="lastDay">Last day; one before the first day is taken for the first.</param>
    public void EndsOn(DateOnly lastDay) => to = lastDay < From ? From : lastDay;

    /// <summary>Takes its end back: it was recorded by mistake.</summary>
    public void GoesOn() => to = null;
}

/// <summary>Roles of the system; what each may do is one table in the application.</summary>
public enum Role
{
    /// <summary>Takes courses, hands in portfolios, is attested.</summary>
    Teacher,

    /// <summary>Opens groups of a branch, accepts people, closes groups.</summary>
    Coordinator,

    /// <summary>Teaches groups, gives formative feedback, supports for a year.</summary>
    Trainer,

    /// <summary>Independent: grades portfolios without seeing whose they are.</summary>
    Assessor,

    /// <summary>Prepares cases for a commission; has no vote.</summary>
    CommissionSecretary,

    /// <summary>Votes on cases of a commission.</summary>
    CommissionMember,

    /// <summary>Runs the system.</summary>
    Administrator,

    /// <summary>Writes the programmes of a training centre and takes them to the council.</summary>
    ProgrammeDeveloper,

    /// <summary>Deputy head of a school: sends its teachers to courses and confirms what they did outside courses.</summary>
    SchoolCoordinator,

    /// <summary>
    /// Officer of an education department: decides about applications of the region, plans its quotas, sees who is due.
    /// At the ministry: quotas of the country, papers of programmes, quality of providers.
    /// </summary>
    EducationOfficer,

    /// <summary>Of the assessing body: looks at graded portfolios again, releases results, says which assessor is given what.</summary>
    Moderator,
}

/// <summary>
/// Over which kinds of organisation a role may be held. What roles of courses and assessment reach does not end at an
/// organisation, so only those who stand over the right kind give them.
/// </summary>
public static class RolePlaces
{
    /// <summary>The kinds over which the role may be held.</summary>
    public static IReadOnlyList<OrganisationKind> Places(this Role role) => role switch
    {
        Role.Teacher or Role.SchoolCoordinator => [OrganisationKind.School],
        Role.ProgrammeDeveloper => [OrganisationKind.Centre],
        Role.EducationOfficer => [OrganisationKind.Ministry, OrganisationKind.Region, OrganisationKind.District],
        Role.Coordinator or Role.Trainer => [OrganisationKind.Centre, OrganisationKind.Branch],
        Role.Assessor or Role.Moderator => [OrganisationKind.AssessmentCentre],
        Role.CommissionSecretary or Role.CommissionMember or Role.Administrator => Enum.GetValues<OrganisationKind>(),
    };

    /// <summary>The roles that may be held over an organisation of a kind.</summary>
    public static IReadOnlyList<Role> RolesHere(this OrganisationKind kind) =>
        [.. Enum.GetValues<Role>().Where(role => role.Places().Contains(kind))];
}

/// <summary>A role that a person has over a subtree of organisations.</summary>
public sealed class RoleAssignment : Entity
{
    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Role.</summary>
    public Role Role { get; init; }

    /// <summary>Top of the subtree.</summary>
    public Guid OrganisationId { get; init; }
}
