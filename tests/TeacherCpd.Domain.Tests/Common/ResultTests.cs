using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Common;

public sealed class ResultTests
{
    [Fact]
    public void AValue_IsGivenBack()
    {
        Result<int> result = 7;

        Assert.True(result.IsOk);
        Assert.Equal(7, result.Value);
    }

    [Fact]
    public void AFailure_HasItsErrorAndNoValue()
    {
        Result<int> result = new NotFound();

        Assert.False(result.IsOk);
        Assert.Equal(new NotFound(), result.Error);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }

    [Theory]
    [InlineData(Language.Kk, "сөз")]
    [InlineData(Language.Ru, "слово")]
    [InlineData(Language.En, "сөз")]
    public void ATextThatIsMissing_IsShownInKazakh(Language language, string expected) =>
        Assert.Equal(expected, new LocalizedText("сөз", "слово", "").In(language));
}
