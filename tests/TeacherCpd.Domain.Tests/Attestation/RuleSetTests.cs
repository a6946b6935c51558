using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class RuleSetTests
{
    private readonly RuleSet edition = RuleSet.Of(Order83.Rules, BundledRuleSets.Order83N32);

    [Theory]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-02-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void AnEdition_DecidesFromItsFirstToItsLastDay(string day, bool decides)
    {
        edition.PutInForce(Day("2026-02-01"));
        edition.End(Day("2026-12-31"));

        Assert.Equal(decides, edition.DecidesOn(Day(day)));
    }

    [Fact]
    public void ADraft_DecidesNothing_AndADiscardedOneNeverWill()
    {
        Assert.False(edition.DecidesOn(Today));
        Assert.Null(edition.Discard());
        Assert.IsType<StepNotAllowed>(edition.PutInForce(Today));
        Assert.False(edition.DecidesOn(Today));
    }

    [Fact]
    public void WhatIsInForce_NeverChanges()
    {
        Assert.Null(edition.Amend("{}"));
        Assert.Null(edition.PutInForce(Today));
        Assert.IsType<StepNotAllowed>(edition.Amend("[]"));
        Assert.Equal("{}", edition.Json);
    }

    [Fact]
    public void TheFirstDay_IsSaidOnce_WhereTheSourceNamesNone()
    {
        Assert.IsType<StepNotAllowed>(edition.Date(Today));
        edition.PutInForce(null);
        Assert.True(edition.DecidesOn(Day("2000-01-01")));

        Assert.Null(edition.Date(Day("2025-03-10")));
        Assert.False(edition.DecidesOn(Day("2025-03-09")));
        Assert.IsType<StepNotAllowed>(edition.Date(Today));
    }
}
