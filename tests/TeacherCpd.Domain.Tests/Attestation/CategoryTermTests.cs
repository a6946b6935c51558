using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

/// <summary>Paragraph 29: the term stands still while the person is away, and goes on for two years at most.</summary>
public sealed class CategoryTermTests
{
    private static readonly DateOnly Granted = Day("2021-06-25");
    private static readonly DateOnly Until = Day("2026-06-25");

    [Fact]
    public void WithoutPauses_ItEndsAsGiven() => Assert.Equal(Until, Ends());

    [Fact]
    public void WithoutATerm_ItNeverEnds() => Assert.Null(CategoryTerm.Ends(null, Granted, [(Day("2022-01-01"), null)], 2));

    [Theory]
    [InlineData("2026-06-25", null)]
    [InlineData("2026-06-26", "2026-06-25")]
    public void WhileAway_ItStandsStill(string from, string? ends) =>
        Assert.Equal(ends is null ? null : Day(ends), Ends((Day(from), null)));

    // 175 days were left on 1 January 2026; the person was back on 1 January 2028
    [Fact]
    public void WhatWasLeft_GoesOnAfterTheReturn() =>
        Assert.Equal(Day("2027-12-31").AddDays(176), Ends((Day("2026-01-01"), Day("2027-12-31"))));

    [Theory]
    [InlineData("2023-01-01", "2025-12-31", "2027-12-31")]
    [InlineData("2021-07-01", "2021-12-31", "2026-06-25")]
    public void ItGoesOnForTwoYearsAtMost_ButNeverEndsEarlierThanGiven(string from, string to, string ends) =>
        Assert.Equal(Day(ends), Ends((Day(from), Day(to))));

    [Fact]
    public void PausesThatOverlap_CountOnce() => Assert.Equal(
        Ends((Day("2026-01-01"), Day("2026-12-31"))),
        Ends((Day("2026-06-01"), Day("2026-12-31")), (Day("2026-01-01"), Day("2026-06-30"))));

    [Fact]
    public void APauseBeforeTheAward_HasNoPart() => Assert.Equal(Until, Ends((Day("2020-01-01"), Day("2021-06-24"))));

    [Fact]
    public void APauseEndsOnce_AndNotBeforeItBegan()
    {
        var pause = new CategoryPause { PersonId = Guid.CreateVersion7(), Kind = PauseKind.Study, From = Today, Ground = "№ 1" };

        Assert.IsType<PauseEndsWrongly>(pause.End(Today.AddDays(-1)));
        Assert.Null(pause.End(Today));
        Assert.IsType<PauseEndsWrongly>(pause.End(Today.AddDays(1)));
    }

    [Fact]
    public void WhatACommissionDecided_IsNotAnnulled_AndAnythingElseOnce()
    {
        Assert.IsType<StepNotAllowed>(Record(Guid.CreateVersion7()).Annul("wrong", DateTime.UnixEpoch));
        var entered = Record(null);
        Assert.Null(entered.Annul("wrong", DateTime.UnixEpoch));
        Assert.IsType<StepNotAllowed>(entered.Annul("again", DateTime.UnixEpoch));
        Assert.Equal("wrong", entered.AnnulReason);
    }

    [Theory]
    [InlineData("moderator", CategoryFormat.Present)]
    [InlineData("head_cat1", CategoryFormat.Present)]
    [InlineData("highest", CategoryFormat.Legacy)]
    [InlineData("head_leader", CategoryFormat.Legacy)]
    public void TheCategory_TellsItsSystem(string category, CategoryFormat format) => Assert.Equal(format, CategoryRecord.FormatOf(category));

    [Theory]
    [InlineData(null, 2022, null)]
    [InlineData(null, 2023, 65)]
    [InlineData(null, 2026, 80)]
    [InlineData(null, 2027, null)]
    [InlineData("61", 2023, 75)]
    [InlineData("61", 2024, 80)]
    [InlineData("61", 2025, 85)]
    [InlineData("61", 2026, null)]
    [InlineData("39", 2025, null)]
    public void ATarget_BelongsToItsDocumentTerritoryAndYear(string? territory, int year, int? percent) =>
        Assert.Equal(percent, CategoryTargets.Of(territory, year)?.Percent);

    private static DateOnly? Ends(params (DateOnly From, DateOnly? To)[] pauses) => CategoryTerm.Ends(Until, Granted, pauses, 2);

    private static CategoryRecord Record(Guid? caseId) => new()
    {
        PersonId = Guid.CreateVersion7(),
        Category = "expert",
        GrantedOn = Granted,
        Ground = "№ 1",
        CaseId = caseId,
    };
}
