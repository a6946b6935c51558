using System.Reflection;
using System.Text.RegularExpressions;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed partial class ReasonTextsTests
{
    private static readonly Language[] Languages = [Language.Kk, Language.Ru, Language.En];

    public static TheoryData<string> Codes => [.. typeof(ReasonCodes)
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCode_HasItsTextInThreeLanguages_WithTheSamePlaces(string code)
    {
        var text = ReasonTexts.Template(code);

        Assert.All([text.Kk, text.Ru, text.En], t => Assert.False(string.IsNullOrWhiteSpace(t)));
        Assert.Equal(3, new[] { text.Kk, text.Ru, text.En }.Distinct().Count());
        Assert.Equal(Places(text.Kk), Places(text.Ru));
        Assert.Equal(Places(text.Kk), Places(text.En));
    }

    [Fact]
    public void NoText_IsWithoutItsCode() => Assert.Equal(Codes.Select(c => c.Data).Order(), ReasonTexts.Codes.Order());

    [Fact]
    public void EveryCategoryFactLevelAndExam_HasItsName()
    {
        var rules = Order83.Rules;
        var keys = rules.Ladders.Values.SelectMany(l => l.Categories).Concat(rules.Legacy.Order).Concat(rules.Legacy.HeadEquals.Keys)
            .Select(c => $"category.{c}")
            .Concat(rules.DirectModerator.Facts.Append(AttestationFacts.LeadersOfChangeReserve).Select(f => $"fact.{f}"))
            .Concat(Enum.GetNames<CommissionLevel>().Select(l => $"level.{l}"))
            .Concat(Enum.GetNames<LanguageExam>().Select(e => $"exam.{e}"));

        Assert.Empty(keys.Except(ReasonTexts.Names));
        Assert.All(ReasonTexts.Names, n => Assert.All(Languages, l => Assert.False(string.IsNullOrWhiteSpace(ReasonTexts.Name(n, l)))));
    }

    [Theory]
    [InlineData(Language.Kk, "31.08.2025; 6,5; педагог-сарапшы")]
    [InlineData(Language.Ru, "31.08.2025; 6,5; педагог-эксперт")]
    [InlineData(Language.En, "2025-08-31; 6.5; teacher-expert")]
    public void Values_AreWrittenAsTheLanguageDoes(Language language, string expected)
    {
        var reason = new Reason("5", "ignored:x", [new DateOnly(2025, 8, 31)]);
        var number = new Reason("5", "ignored:x", [6.50m]);
        var name = new Reason("5", "ignored:x", [new ReasonName("category.expert")]);
        string Value(Reason r) => r.Text(language).Split(": ")[^1].TrimEnd('.');

        Assert.Equal(expected, $"{Value(reason)}; {Value(number)}; {Value(name)}");
    }

    [Fact]
    public void ANameThatIsNotKnown_IsShownAsItsCode() => Assert.Equal("guru", ReasonTexts.Name("category.guru", Language.Kk));

    private static IEnumerable<string> Places(string template) => PlacePattern().Matches(template).Select(m => m.Value).Order().Distinct();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex PlacePattern();
}
