using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    [Fact]
    public void ThePath_RunsFromTheRootDown()
    {
        var name = new LocalizedText("а", "б", "c");
        var ministry = Organisation.Root("kz", name);
        var region = ministry.Under(OrganisationKind.Region, "39", name);
        var school = region.Under(OrganisationKind.School, "3901", name);

        Assert.Equal(("kz/", null), (ministry.Path, ministry.ParentId));
        Assert.Equal(("kz/39/3901/", region.Id), (school.Path, school.ParentId));
        Assert.StartsWith(ministry.Path, school.Path, StringComparison.Ordinal);
    }
}
