using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Domain.Tests.Organisations;

public sealed class ProviderTests
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    [Fact]
    public void WithoutAReview_ItIsNotValid() => Assert.Equal(ProviderState.NotReviewed, Provider(null, (Today, null)).StateOn(Today));

    [Fact]
    public void TheLatestReview_Counts()
    {
        var provider = Provider(ReviewResult.Passed, (Today.AddYears(-1), null));
        Assert.Equal(ProviderState.Valid, provider.StateOn(Today));

        provider.Add(new QualityReview { Date = Today.AddDays(-1), Result = ReviewResult.NotPassed, Document = "№ 8" });
        Assert.Equal(ProviderState.NotReviewed, provider.StateOn(Today));
    }

    [Theory]
    [InlineData(-400, -1, ProviderState.NotAccredited)]
    [InlineData(-400, 0, ProviderState.Valid)]
    [InlineData(-400, null, ProviderState.Valid)]
    [InlineData(1, null, ProviderState.NotAccredited)]
    public void AnAccreditation_HoldsFromItsFirstToItsLastDay(int from, int? until, ProviderState state) =>
        Assert.Equal(state, Provider(ReviewResult.Passed, (Today.AddDays(from), until is { } days ? Today.AddDays(days) : null)).StateOn(Today));

    private static Provider Provider(ReviewResult? review, (DateOnly From, DateOnly? Until) accreditation)
    {
        var provider = new Provider { OrganisationId = Guid.CreateVersion7() };
        if (review is { } result)
        {
            provider.Add(new QualityReview { Date = Today.AddMonths(-8), Result = result, Document = "№ 7" });
        }

        provider.Add(new ProviderAccreditation { Agency = "ACQUIN", Number = "1", ValidFrom = accreditation.From, ValidUntil = accreditation.Until });
        return provider;
    }
}
