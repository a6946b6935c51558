using TeacherCpd.Domain.Attestation;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class RuleTrialTests
{
    private readonly RuleDocument bundled = RuleDocument.Read(BundledRuleSets.Order83N32).Value;

    [Fact]
    public void TheSameEdition_ChangesNothing() => Assert.Empty(Effects(("term/years/teacher", "5")));

    [Theory]
    [InlineData("term/years/teacher", "4", TrialEffect.DueEarlier)]
    [InlineData("term/years/teacher", "6", TrialEffect.DueLater)]
    [InlineData("experience/characteristics/years/expert", "13", TrialEffect.MayNotClaim)]
    [InlineData("test/thresholds/teacher/percent/expert", "71", TrialEffect.HarderTest)]
    [InlineData("test/thresholds/teacher/percent/expert", "69", TrialEffect.EasierTest)]
    [InlineData("sheets/teacher/rows/general/threshold/expert", "85", TrialEffect.HigherSheet)]
    [InlineData("sheets/teacher/rows/general/threshold/expert", "83", TrialEffect.LowerSheet)]
    public void EachChange_HasItsEffect(string path, string value, TrialEffect effect) => Assert.Equal([effect], Effects((path, value)));

    [Fact]
    public void WhatWasRefused_MayBeClaimed() => Assert.Equal(
        [TrialEffect.MayClaim],
        RuleTrial.Effects(With(("experience/characteristics/years/expert", "13")), bundled.Rules, Teacher("moderator", "expert")));

    [Fact]
    public void TheLowestStep_HasNoTermToEnd() => Assert.DoesNotContain(
        TrialEffect.DueEarlier,
        RuleTrial.Effects(bundled.Rules, With(("term/years/teacher", "4")), Teacher("teacher", "moderator")));

    private IReadOnlyList<TrialEffect> Effects(params (string Path, string Text)[] changes) =>
        RuleTrial.Effects(bundled.Rules, With(changes), Teacher("moderator", "expert"));

    private AttestationRules With(params (string Path, string Text)[] changes) =>
        bundled.With(changes.ToDictionary(c => c.Path, c => c.Text), "X/2", "Order").Value.Rules;
}
