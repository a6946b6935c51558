namespace TeacherCpd.Originality.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Ёлка", "елка")]
    [InlineData("мектеп\u200Bке", "мектепке")]
    [InlineData("бі\u00ADлім", "білім")]
    [InlineData("кәсіби-\nтехникалық", "кәсіби-техникалық")]
    [InlineData("Нұр-\r\nСұлтан", "Нұр-Сұлтан")]
    [InlineData("мек-\n  теп", "мектеп")]
    [InlineData("2020-\nсыншы", "2020-сыншы")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("caf\u00E9s", "cafes")]
    [InlineData("а\u0301збука", "азбука")]
    [InlineData("ҚАЗАҚ", "қазақ")]
    [InlineData("мoдуль", "модуль")]
    [InlineData("кiтап", "кітап")]
    [InlineData("tеасher", "teacher")]
    [InlineData("pacскaз", "рассказ")]
    [InlineData("ce-\nмья", "семья")]
    [InlineData("бip-бipі", "бір-бірі")]
    [InlineData("м0дуль", "модуль")]
    [InlineData("ﬁnal", "final")]
    public void Folding_MakesBothSpellingsOneWord(string written, string plain)
    {
        PreparedText first = PreparedText.From(written);
        PreparedText second = PreparedText.From(plain);

        Assert.Equal(1, first.Words);
        Assert.Equal(second.WordHashes.ToArray(), first.WordHashes.ToArray());
    }

    [Theory]
    [InlineData("балa", "бала")]
    [InlineData("шаң", "шан")]
    [InlineData("көл", "кол")]
    [InlineData("май", "маи")]
    public void Folding_KeepsWhatIsADifferentLetter(string first, string second)
    {
        bool same = PreparedText.From(first).WordHashes[0] == PreparedText.From(second).WordHashes[0];

        Assert.Equal(first == "балa", same);
    }

    [Fact]
    public void MixedWord_IsEvidenceWithItsPlaceAndRestoredForm()
    {
        const string text = "Біздің мeктеп үлкен.";

        Evidence found = Assert.Single(PreparedText.From(text).Evidence);

        Assert.Equal(new Evidence(EvidenceKind.MixedScript, 7, 6, "мектеп"), found);
    }

    [Theory]
    [InlineData("Қазақстанның білім беру жүйесі іске асты")]
    [InlineData("Мы создали SMSку и PDFный отчёт в Word для учителей")]
    [InlineData("Excel пен Word бағдарламалары, Wi-Fi желісі, 5А сыныбы, CO2 және H2O")]
    [InlineData("пере\u00ADнос слова")]
    [InlineData("mp3файл және html5бет, 20-шы, 5А, B2B, 3D-модель, Googleдан, Wordта, X-осі, N-ші, IT-ға, md5sums, deb11u1, терезеніWindows")]
    public void HonestText_GivesNoEvidence(string text) => Assert.Empty(PreparedText.From(text).Evidence);

    [Fact]
    public void InvisibleCharacterInsideAWord_IsEvidence()
    {
        PreparedText text = PreparedText.From("жақсы ба\u200Bла келді\u200B ма");

        Assert.Equal(new Evidence(EvidenceKind.InvisibleCharacters, 6, 5, "бала"), Assert.Single(text.Evidence));
    }

    [Fact]
    public void WordOfLookAlikesOnly_TakesTheAlphabetAroundItAndIsNoEvidence()
    {
        PreparedText latin = PreparedText.From("the open space of hope");
        PreparedText imitated = PreparedText.From("the open ѕрасе of hope");

        Assert.Equal(latin.WordHashes.ToArray(), imitated.WordHashes.ToArray());
        Assert.Empty(imitated.Evidence);
    }

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void NarrowSpacesThatCutWords_ChangeNoWordAndAreEvidence(string text)
    {
        string cut = string.Join(' ', text.Split(' ').Select((word, i) =>
            i % 2 == 0 && word.Length > 5 && word.All(char.IsLetter) ? $"{word[..3]}\u200A{word[3..]}" : word));

        PreparedText prepared = PreparedText.From(cut);

        Assert.Equal(PreparedText.From(text).WordHashes.ToArray(), prepared.WordHashes.ToArray());
        Assert.All(prepared.Evidence, found => Assert.Equal(EvidenceKind.NarrowSpaces, found.Kind));
        Assert.NotEmpty(prepared.Evidence);
    }

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void NarrowSpacesInPlaceOfSpaces_PartWordsAsSpacesDo(string text)
    {
        PreparedText narrow = PreparedText.From(text.Replace(' ', '\u2009'));

        Assert.Equal(PreparedText.From(text).WordHashes.ToArray(), narrow.WordHashes.ToArray());
        Assert.Empty(narrow.Evidence);
    }

    [Fact]
    public void HiddenRun_IsLeftOutAndReported()
    {
        const string text = "көрінетін сөз жасырын сөздер тағы сөз";
        int start = text.IndexOf("жасырын", StringComparison.Ordinal);

        PreparedText prepared = PreparedText.From(text, [new TextRange(start, "жасырын сөздер".Length)]);

        Assert.Equal(4, prepared.Words);
        Assert.Equal(EvidenceKind.HiddenText, Assert.Single(prepared.Evidence).Kind);
    }

    [Fact]
    public void HiddenRunsOutOfOrder_AreRefused() =>
        Assert.Throws<ArgumentException>(() => PreparedText.From("бір екі үш", [new(4, 2), new(0, 2)]));

    [Fact]
    public void WordAt_PointsAtTheOriginalUnits()
    {
        PreparedText text = PreparedText.From("Бір, ба\u200Bла – кәсіби-\r\nтехникалық!");

        Assert.Equal("Бір", Slice(text, 0));
        Assert.Equal("ба\u200Bла", Slice(text, 1));
        Assert.Equal("кәсіби-\r\nтехникалық", Slice(text, 2));
        Assert.Equal(3, text.Words);
    }

    private static string Slice(PreparedText text, int word) =>
        text.Text.Substring(text.WordAt(word).Start, text.WordAt(word).Length);
}
