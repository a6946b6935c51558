using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class CaseEssayTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly EssayRules Rules = Order83.Rules.Essay!;

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n\t ", 0)]
    [InlineData("Бір", 1)]
    [InlineData("Екі сөз", 2)]
    [InlineData("Оқыту – өнер.", 2)]
    [InlineData("мұғалім-зерттеуші", 1)]
    [InlineData("8 сынып,\nекінші\u00a0тоқсан", 4)]
    public void AWord_StandsBetweenSpacesAndHasALetterOrADigit(string text, int words) => Assert.Equal(words, EssayWords.Count(text));

    [Theory]
    [InlineData(249, false)]
    [InlineData(250, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void AnEssay_HasTheWordsThatTheEditionAsksFor(int words, bool fits)
    {
        var essay = Essay(words);

        var error = essay.HandIn(Rules, [1], Now);

        Assert.Equal(fits ? null : new EssayLength(words, 250, 300), error);
        Assert.Equal(fits ? CheckStatus.Queued : null, essay.CheckStatus);
    }

    [Fact]
    public void ACheckOfAnEarlierText_SaysNothing()
    {
        var essay = Essay(260);
        essay.HandIn(Rules, [1], Now);
        essay.Keep("Тақырып", Words(270));
        Assert.Null(essay.CheckStatus);
        essay.HandIn(Rules, [2], Now);

        essay.Finish(1, 500, 3, Now);
        Assert.Equal((CheckStatus.Queued, null), (essay.CheckStatus, essay.SimilarityPermille));
        essay.Finish(2, 40, 1, Now);
        essay.Finish(2, 900, 9, Now);
        Assert.Equal((CheckStatus.Done, 40, 1), (essay.CheckStatus, essay.SimilarityPermille, essay.Sources));
    }

    [Fact]
    public void ACheckThatKeepsFailing_IsForAPerson_AndMayBeQueuedAgain()
    {
        var essay = Essay(260);
        essay.HandIn(Rules, [1], Now);
        essay.FailOnce(2, Now);
        Assert.Equal(CheckStatus.Queued, essay.CheckStatus);
        Assert.IsType<StepNotAllowed>(essay.Retry(Now));
        essay.FailOnce(2, Now);
        Assert.Equal(CheckStatus.Failed, essay.CheckStatus);

        Assert.Null(essay.Retry(Now));
        Assert.Equal((CheckStatus.Queued, 0), (essay.CheckStatus, essay.Attempts));
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("сөз", count));

    private static CaseEssay Essay(int words)
    {
        var essay = new CaseEssay { CaseId = Guid.CreateVersion7() };
        essay.Keep("Тақырып", Words(words));
        return essay;
    }
}
