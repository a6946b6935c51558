namespace TeacherCpd.Originality.Tests;

/// <summary>Two people who write on the same topic in the words of their trade have not copied from each other.</summary>
public sealed class HardNegativeTests
{
    private const string KazakhLaw =
        "Қалыптастырушы бағалау білім алушы мен педагог арасындағы кері байланысты қамтамасыз етеді және оқу процесін "
        + "балл қоймай түзетуге мүмкіндік береді";

    private const string RussianLaw =
        "Формативное оценивание обеспечивает обратную связь между обучающимся и педагогом и позволяет корректировать "
        + "учебный процесс без выставления баллов";

    private const string KazakhFirst =
        "Біліктілікті арттыру бағдарламасы аясында критериалды бағалау жүйесін өз сабақтарымда қолдана бастадым. "
        + "Бесінші сыныпта қалыптастырушы бағалауды енгізгенде, балалар дескрипторларды түсінбей қиналды. "
        + "Сондықтан алғашқы екі аптада критерийлерді бірге құрастырып, плакатқа жазып қойдық. "
        + "Оқушылар өз дәптерін көршісімен алмасып тексеріп, бағдаршам түстерімен белгі қойды. "
        + "Математикадан үлгермей жүрген төрт бала кері байланыстан кейін қосымша есеп сұрап келетін болды. "
        + "Ата-аналар жиналысында портфолио парақтарын көрсетіп, әр баланың жолын талқыладық.";

    private const string KazakhSecond =
        "Мен колледжде информатика пәнінен сабақ беремін, топта жиырма сегіз студент бар. "
        + "Курста айтылған критериалды бағалау маған алдымен артық қағазбастылық болып көрінді. "
        + "Алайда жобалық жұмыста рубрика болмаса, студент не үшін балл алғанын білмейді екен. "
        + "Қалыптастырушы бағалау үшін қысқа онлайн сауалнама жасап, жауаптарын экранға шығардым. "
        + "Жартысы циклдердің шартын шатастыратыны бірден көрініп, келесі сабақтың жоспары өзгерді. "
        + "Әріптесім дескрипторлар тым жалпы екенін айтқан соң, оларды әрекет етістіктерімен қайта жаздым.";

    private const string RussianFirst =
        "В рамках программы повышения квалификации я пересмотрела критериальное оценивание в начальной школе. "
        + "Третьеклассники долго не понимали дескрипторов, поэтому мы рисовали лесенку успеха цветными карандашами. "
        + "Каждую пятницу ученики выбирали одну работу для портфолио и объясняли соседу по парте свой выбор. "
        + "Формативное оценивание помогло увидеть, что трое мальчиков списывают решение, не читая условия. "
        + "Мы договорились о тихом сигнале, которым ребёнок просит подсказку учителя. "
        + "К маю техника чтения заметно выросла, а страх перед доской пропал.";

    private const string RussianSecond =
        "Физику в девятом классе невозможно вести без лабораторных, и критериальное оценивание пришлось туда встроить. "
        + "На курсах повышения квалификации тренер предложил разбить отчёт на дескрипторы по этапам опыта. "
        + "Формативное оценивание я провожу устно, пока группы собирают электрическую цепь. "
        + "Самым слабым местом оказались погрешности: подростки записывали шесть знаков после запятой. "
        + "После обсуждения в методическом объединении появилась памятка с примерами округления. "
        + "Через четверть отчёты стали короче, зато выводы опирались на измеренные величины.";

    public static TheoryData<string, string> Pairs => new()
    {
        { KazakhFirst, KazakhSecond },
        { RussianFirst, RussianSecond },
    };

    public static TheoryData<string, string, string> PairsWithLaw => new()
    {
        { KazakhFirst, KazakhSecond, $"Бағалау ережесінде: «{KazakhLaw}» [2, 5-тармақ]." },
        { RussianFirst, RussianSecond, $"В правилах сказано: «{RussianLaw}» [2, п. 5]." },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SameTopicAndTerms_AreNoMatch(string first, string second)
    {
        Assert.Empty(Compare(first, second).Passages);
        Assert.Empty(Compare(second, first).Passages);
    }

    [Theory]
    [MemberData(nameof(PairsWithLaw))]
    public void TheSameLawQuotedByBoth_IsExcusedAndShown(string first, string second, string quotation)
    {
        OriginalityReport report = Compare($"{quotation} {first}", $"{second} {quotation}");

        Assert.Equal(ExclusionReason.Quotation, Assert.Single(report.Exclusions).Reason);
        Assert.InRange(report.MatchedWords, 0, 6);
    }

    [Theory]
    [MemberData(nameof(PairsWithLaw))]
    public void ThePhrasesOfTheProgrammeInBoth_AreExcusedByItsTemplate(string first, string second, string phrase)
    {
        string plain = phrase.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Source template = new(Samples.Id(9), PreparedText.From(plain), SourceRole.Template);

        OriginalityReport report = Compare($"{first} {plain}", $"{plain} {second}", template);

        Assert.Equal(ExclusionReason.Template, Assert.Single(report.Exclusions).Reason);
        Assert.Equal(0, report.MatchedWords);
    }

    private static OriginalityReport Compare(string text, string source, params Source[] more) => Comparison.Compare(
        PreparedText.From(text), [new Source(Samples.Id(1), source), .. more], TestContext.Current.CancellationToken);
}
