using System.Text;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class TextExtractorPlainTextTests : TextExtractorTest
{
    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void PlainText_IsReadInEachEncoding(byte[] bytes, string expected)
    {
        using var file = new MemoryStream(bytes);

        Assert.Equal(expected, Text(file, "a.txt").Text);
    }

    public static TheoryData<byte[], string> PlainTexts()
    {
        const string kazakh = SampleFiles.KazakhLetters + "\r\n\r\nқосымша";
        const string expected = SampleFiles.KazakhLetters + "\nқосымша";
        var russian = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Съешь же ещё этих мягких французских булок № 1");
        return new()
        {
            { Encoding.UTF8.GetBytes(kazakh), expected },
            { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(kazakh)], expected },
            { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(kazakh)], expected },
            { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(kazakh)], expected },
            { russian, "Съешь же ещё этих мягких французских булок № 1" },

            // the bytes of the national standard for the Kazakh letters
            { [0xA3, 0xBC, 0xAA, 0xBA, 0x8D, 0x9D, 0xBD, 0xBE, 0xA5, 0xB4, 0xA1, 0xA2, 0xAF, 0xBF, 0x8E, 0x9E, 0xB2, 0xB3], "ӘәҒғҚқҢңӨөҰұҮүҺһІі" },
        };
    }

    [Fact]
    public void Text_HasNoCharacterThatADatabaseRefuses()
    {
        // a null, half of a surrogate pair and a bell, as UTF-16 can hold them
        using var file = new MemoryStream([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("сөз\0"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes("\asөз 😀")]);

        Assert.Equal("сөз \uFFFD sөз 😀", Text(file, "a.txt").Text);
    }
}
