using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class CourseHoursTests
{
    private static readonly DateOnly From = new(2021, 6, 25);
    private static readonly DateOnly To = new(2026, 2, 10);

    [Fact]
    public void DifferentProgrammesAddUp_AndOneCountsOnce() => Assert.Equal(36 + 80, CourseHours.Count(
        [("P01", 36, new(2022, 5, 1), true), ("P02", 72, new(2023, 5, 1), true), ("P02", 80, new(2025, 5, 1), true)], From, To));

    [Fact]
    public void OnlyAgreedProgrammesCount() => Assert.Equal(36, CourseHours.Count(
        [("P01", 36, new(2022, 5, 1), true), ("P02", 72, new(2023, 5, 1), false)], From, To));

    [Theory]
    [InlineData("2021-06-24", 0)]
    [InlineData("2021-06-25", 36)]
    [InlineData("2026-02-10", 36)]
    [InlineData("2026-02-11", 0)]
    public void OnlyThePeriodCounts(string issued, int hours) =>
        Assert.Equal(hours, CourseHours.Count([("P01", 36, Candidate.Day(issued), true)], From, To));

    [Theory]
    [InlineData("2023-02-09", 0)]
    [InlineData("2023-02-10", 36)]
    public void ACertificate_CountsForThreeYears(string issued, int hours) => Assert.Equal(hours, CourseHours.Count(
        [("P01", 36, Candidate.Day(issued), true)], From, To, Order83.Rules.Courses.CertificateValidYears));

    [Fact]
    public void TheValidityOfCertificates_DoesNotWidenThePeriod() => Assert.Equal(0, CourseHours.Count(
        [("P01", 36, new(2025, 1, 1), true)], new DateOnly(2025, 6, 1), To, 3));

    [Theory]
    [InlineData(Ladder.Teacher, EducationType.School, "moderator", 72, 1)]
    [InlineData(Ladder.Teacher, EducationType.School, "expert", 72, 1)]
    [InlineData(Ladder.Teacher, EducationType.School, "researcher", 80, 3)]
    [InlineData(Ladder.Teacher, EducationType.College, "master", 108, 4)]
    [InlineData(Ladder.Teacher, EducationType.Preschool, "moderator", 36, 1)]
    [InlineData(Ladder.Teacher, EducationType.Additional, "expert", 36, 1)]
    [InlineData(Ladder.Teacher, EducationType.Special, "researcher", 72, 3)]
    [InlineData(Ladder.Teacher, EducationType.Preschool, "master", 80, 4)]
    [InlineData(Ladder.Methodist, EducationType.School, "expert", 72, 2)]
    [InlineData(Ladder.Methodist, EducationType.MethodOffice, "expert", 36, 2)]
    [InlineData(Ladder.Head, EducationType.School, "head_cat3", 72, 2)]
    [InlineData(Ladder.Head, EducationType.School, "head_cat1", 108, 4)]
    [InlineData(Ladder.Head, EducationType.Preschool, "head_cat3", 36, 2)]
    [InlineData(Ladder.Head, EducationType.MethodOffice, "head_cat1", 73, 4)]
    [InlineData(Ladder.Deputy, EducationType.Additional, "deputy_cat2", 72, 3)]
    [InlineData(Ladder.Deputy, EducationType.School, "deputy_cat2", 80, 3)]
    [InlineData(Ladder.Deputy, EducationType.MethodOffice, "deputy_cat3", 36, 2)]
    public void Points_ComeWithEnoughHours(Ladder ladder, EducationType organisation, string category, int hours, int points)
    {
        var sheet = Order83.Rules.SheetFor(ladder, new Workplace(organisation))!;

        Assert.Equal(points, CourseHours.Points(sheet, category, organisation, hours));
        Assert.Equal(0, CourseHours.Points(sheet, category, organisation, hours - 1));
    }

    [Property]
    public FsCheck.Property ACertificateMore_NeverTakesHoursAway() => Prop.ForAll(
        Gen.ListOf(
            from programme in Gen.Elements("P01", "P02", "P03")
            from hours in Gen.Choose(1, 300)
            from day in Gen.Choose(-300, 2500)
            from agreed in Gen.Elements(true, false)
            select (programme, hours, From.AddDays(day), agreed)).ToArbitrary(),
        certificates => certificates.Count == 0
            || CourseHours.Count(certificates, From, To, 3) >= CourseHours.Count(certificates.Skip(1), From, To, 3));
}
