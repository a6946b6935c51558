using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class LowerCategoryTests
{
    private static readonly LadderRules Teachers = AttestationRules.Parse(BundledRuleSets.Order83N32).Value.Ladders[Ladder.Teacher];

    private static readonly DateOnly Today = new(2026, 2, 10);

    [Theory]
    [InlineData("expert", null, "moderator")]
    [InlineData("expert", "teacher", "teacher")]
    [InlineData("expert", "master", "moderator")]
    [InlineData("trainee", null, null)]
    [InlineData("first", null, null)]
    [InlineData(null, null, null)]
    public void OneStepBelow_AndNeverAboveTheTest(string? current, string? reached, string? given) =>
        Assert.Equal(given, LowerCategory.Of(Teachers, current, Today, reached, Today));

    [Theory]
    [InlineData("2027-02-10", "moderator")]
    [InlineData("2027-02-11", null)]
    public void AnEarlyAttempt_KeepsThePresentCategory(string validUntil, string? given) =>
        Assert.Equal(given, LowerCategory.Of(Teachers, "expert", DateOnly.Parse(validUntil, System.Globalization.CultureInfo.InvariantCulture), null, Today));

    [Theory]
    [InlineData("2025-08-31", "2025-09-01", false)]
    [InlineData("2025-09-01", "2025-09-01", true)]
    [InlineData("2025-06-20", "2025-06-20", false)]
    [InlineData("2026-02-09", "2026-02-10", true)]
    public void ACommissionIsCreatedBeforeTheFirstOfSeptember(string ordered, string from, bool late) =>
        Assert.Equal(late, CommissionCreation.IsLate(
            DateOnly.Parse(ordered, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture)));
}
