using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    private static readonly LocalizedText Name = new("а", "б", "c");

    [Fact]
    public void ThePath_RunsFromTheRootDown()
    {
        var ministry = Organisation.Root("kz", Name);
        var region = ministry.Under(OrganisationKind.Region, "39", Name);
        var school = region.Under(OrganisationKind.School, "3901", Name);

        Assert.Equal(("kz/", null), (ministry.Path, ministry.ParentId));
        Assert.Equal(("kz/39/3901/", region.Id), (school.Path, school.ParentId));
        Assert.StartsWith(ministry.Path, school.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrganisationKind.Ministry, "Region, School, Centre, AssessmentCentre")]
    [InlineData(OrganisationKind.Region, "District, School, Centre")]
    [InlineData(OrganisationKind.District, "School")]
    [InlineData(OrganisationKind.Centre, "Branch")]
    [InlineData(OrganisationKind.School, "")]
    [InlineData(OrganisationKind.Branch, "")]
    [InlineData(OrganisationKind.AssessmentCentre, "")]
    public void EachKind_HasItsKindsBelow(OrganisationKind above, string below) =>
        Assert.Equal(below, string.Join(", ", above.KindsBelow()));

    [Fact]
    public void NoKind_StandsAboveTheMinistry() =>
        Assert.All(Enum.GetValues<OrganisationKind>(), kind => Assert.DoesNotContain(OrganisationKind.Ministry, kind.KindsBelow()));

    [Fact]
    public void ANewName_ChangesTheKeysWithIt()
    {
        var school = Organisation.Root("kz", new LocalizedText("№14 мектеп", "Школа №14", ""));
        var before = school.SortKey;

        school.Rename(new LocalizedText("Абай гимназиясы", "Гимназия имени Абая", ""));

        Assert.NotEqual(before, school.SortKey);
        Assert.Equal(SortKey.Of("Абай гимназиясы"), school.SortKey);
        Assert.Contains(SortKey.OfWordBeginning("имени").Single(), school.SearchKey, StringComparison.Ordinal);
        Assert.DoesNotContain(SortKey.OfWordBeginning("мектеп").Single(), school.SearchKey, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("мектеп", true)]
    [InlineData("МЕКТЕП 14", true)]
    [InlineData("«школа» №14", true)]
    [InlineData("мект", true)]
    [InlineData("ктеп", false)]
    [InlineData("4", false)]
    [InlineData("14 гимназия", false)]
    public void AnOrganisation_IsFoundByTheBeginningsOfItsWords(string text, bool found)
    {
        var school = Organisation.Root("kz", new LocalizedText("№14 мектеп", "Школа №14", ""));

        Assert.Equal(found, SortKey.OfWordBeginning(text).All(word => school.SearchKey.Contains(word, StringComparison.Ordinal)));
    }
}
