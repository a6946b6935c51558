using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Domain.Tests.Library;

/// <summary>Versions of a material, the council and the turn of the school year.</summary>
public sealed class LibraryMaterialTests
{
    private const int Year = 2026;

    private static readonly DateTime Now = new(2026, 9, 1, 5, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Owner = Guid.CreateVersion7();
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public void Two_of_the_council_publish_and_one_does_not()
    {
        var material = Proposed();
        Assert.Null(material.Review(First, true, "Жарайды.", 2, Year, Now));
        Assert.Null(material.Current);
        Assert.Equal(0, material.ActiveIn);
        Assert.Null(material.Review(Second, true, "Жарайды.", 2, Year, Now));
        Assert.Equal(1, material.Current!.Number);
        Assert.Equal(Year, material.ActiveIn);
    }

    [Fact]
    public void One_objection_returns_it_and_its_next_version_answers()
    {
        var material = Proposed();
        Assert.Null(material.Review(First, true, "Жарайды.", 2, Year, Now));
        Assert.Null(material.Review(Second, false, "Дескриптор жоқ.", 2, Year, Now));
        Assert.Equal(LibraryStatus.Returned, material.Newest.Status);
        Assert.IsType<MaterialFixed>(material.Write(Writing("Басқа")));
        Assert.Null(material.Revise(Now));
        Assert.Equal((2, LibraryStatus.Draft, 0), (material.Newest.Number, material.Newest.Status, material.Newest.Reviews.Count));
        Assert.Null(material.Write(Writing("Басқа")));
    }

    [Fact]
    public void What_is_published_stays_until_the_next_is_and_is_kept_after_that()
    {
        var material = Published();
        Assert.Null(material.Revise(Now));
        Assert.IsType<MaterialVersionUnderway>(material.Revise(Now));
        Assert.Null(material.Write(Writing("Жаңа")));
        Assert.Null(material.Propose(Now));
        Assert.Equal("Бірінші", material.Current!.Title.Kk);
        Agree(material);
        Assert.Equal("Жаңа", material.Current!.Title.Kk);
        Assert.Equal([LibraryStatus.Replaced, LibraryStatus.Published], material.Versions.OrderBy(v => v.Number).Select(v => v.Status));
    }

    [Fact]
    public void Nobody_decides_on_the_own_material_or_twice_or_without_a_reason_or_before_it_is_proposed()
    {
        var draft = LibraryMaterial.Begin(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Owner, Writing("Бірінші"), Now);
        Assert.IsType<MaterialNotProposed>(draft.Review(First, true, "Жарайды.", 2, Year, Now));
        var material = Proposed();
        Assert.IsType<OwnMaterial>(material.Review(Owner, true, "Жарайды.", 2, Year, Now));
        Assert.IsType<ReviewWithoutReason>(material.Review(First, true, "", 2, Year, Now));
        Assert.Null(material.Review(First, true, "Жарайды.", 2, Year, Now));
        Assert.IsType<MaterialReviewedBefore>(material.Review(First, true, "Тағы да.", 2, Year, Now));
        Assert.Null(material.Current);
    }

    [Fact]
    public void Only_what_is_published_is_withdrawn_or_confirmed_and_a_confirmation_never_goes_back()
    {
        Assert.IsType<MaterialNotPublished>(Proposed().Withdraw("Ескі.", Now));
        Assert.IsType<MaterialNotPublished>(Proposed().Confirm(Year));
        var material = Published();
        Assert.Null(material.Confirm(Year + 1));
        Assert.Null(material.Confirm(Year));
        Assert.Equal(Year + 1, material.ActiveIn);
        Assert.Null(material.Withdraw("Ескірді.", Now));
        Assert.Null(material.Current);
        Assert.Equal("Ескірді.", material.Newest.WithdrawnWhy);
    }

    [Theory]
    [InlineData("2026-08-31", 9, 2025)]
    [InlineData("2026-09-01", 9, 2026)]
    [InlineData("2026-12-31", 9, 2026)]
    [InlineData("2027-01-01", 9, 2026)]
    [InlineData("2027-01-01", 1, 2027)]
    public void A_school_year_begins_on_the_first_day_of_its_month(string day, int firstMonth, int year) =>
        Assert.Equal(year, LibraryYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), firstMonth));

    [Fact]
    public void A_right_that_names_roles_is_theirs_and_one_that_names_none_is_everybodys()
    {
        var section = LibrarySection.Open(Guid.CreateVersion7(), LibrarySectionKind.Materials, 1, Rights([Role.Trainer, Role.Moderator]));
        Assert.True(section.Allows(LibraryRight.Propose, [Role.Teacher, Role.Trainer]));
        Assert.False(section.Allows(LibraryRight.Propose, [Role.Teacher]));
        Assert.False(section.Allows(LibraryRight.Propose, []));
        Assert.True(section.Allows(LibraryRight.Read, []));
        var kept = section.Rights.Single(r => r.Role == Role.Trainer);
        section.Write(Rights([Role.Trainer, Role.Teacher]));
        Assert.Contains(kept, section.Rights);
        Assert.Equal([Role.Teacher, Role.Trainer], section.RolesOf(LibraryRight.Propose).Order());
    }

    private static LibrarySectionWriting Rights(Role[] roles) =>
        new(new("Бөлім", "Раздел", "Section"), new("", "", ""), new Dictionary<LibraryRight, IReadOnlyList<Role>> { [LibraryRight.Propose] = roles });

    private static LibraryMaterial Proposed()
    {
        var material = LibraryMaterial.Begin(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Owner, Writing("Бірінші"), Now);
        Assert.Null(material.Propose(Now));
        return material;
    }

    private static LibraryMaterial Published()
    {
        var material = Proposed();
        Agree(material);
        return material;
    }

    private static void Agree(LibraryMaterial material)
    {
        Assert.Null(material.Review(First, true, "Жарайды.", 2, Year, Now));
        Assert.Null(material.Review(Second, true, "Жарайды.", 2, Year, Now));
    }

    private static LibraryWriting Writing(string title) => new(
        LibraryType.Guide, new LocalizedText(title, "", ""), new LocalizedText("Не туралы.", "", ""), true, false, false, "", 1, 11, 2025, "Автор", "", "", "https://example.kz", null);
}
