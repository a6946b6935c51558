using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Domain.Tests.Accounts;

public sealed class RolePlacesTests
{
    [Theory]
    [InlineData(Role.Teacher, "School")]
    [InlineData(Role.Coordinator, "Centre, Branch")]
    [InlineData(Role.Trainer, "Centre, Branch")]
    [InlineData(Role.Assessor, "AssessmentCentre")]
    [InlineData(Role.Moderator, "AssessmentCentre")]
    [InlineData(Role.ProgrammeDeveloper, "Centre")]
    [InlineData(Role.SchoolCoordinator, "School")]
    [InlineData(Role.EducationOfficer, "Ministry, Region, District")]
    public void RolesOfCourses_AreHeldWhereCoursesAre(Role role, string places) =>
        Assert.Equal(places, string.Join(", ", role.Places()));

    [Theory]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public void RolesOfCommissions_AreHeldAnywhere(Role role) =>
        Assert.Equal(Enum.GetValues<OrganisationKind>(), role.Places());

    [Fact]
    public void ARegion_OffersNoRoleThatReachesBeyondIt() =>
        Assert.Equal([Role.CommissionSecretary, Role.CommissionMember, Role.Administrator, Role.EducationOfficer], OrganisationKind.Region.RolesHere());

    [Fact]
    public void EveryRole_IsHeldSomewhere() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(role.Places()));
}
