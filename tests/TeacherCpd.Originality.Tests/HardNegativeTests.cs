using TeacherCpd.Originality.Tests.HumanEdits;

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

    private const string EnglishLaw =
        "Formative assessment provides feedback between the learner and the teacher and makes it possible to correct "
        + "the course of learning without giving points";

    // What the programme writes into every handout, so that every participant uses it.
    private static readonly Dictionary<string, string> Phrases = new()
    {
        ["kk"] = "Біліктілікті арттыру курсының бағдарламасы аясында педагог білім алушылардың оқу жетістіктерін бағалау, "
            + "сабақты жоспарлау және рефлексия жасау бойынша кәсіби құзыреттілігін дамытты.",
        ["ru"] = "В рамках образовательной программы курсов повышения квалификации педагог развил профессиональные "
            + "компетенции по планированию урока, оцениванию учебных достижений обучающихся и рефлексии.",
        ["en"] = "Within the educational programme of the courses the teacher developed professional competences in "
            + "planning lessons, assessing learning achievements and reflecting on practice.",
    };

    private static readonly Dictionary<string, string> Laws = new()
    {
        ["kk"] = $"Бағалау ережесінде: «{KazakhLaw}» [2, 5-тармақ].",
        ["ru"] = $"В правилах сказано: «{RussianLaw}» [2, п. 5].",
        ["en"] = $"The rules say: “{EnglishLaw}” [2, p. 5].",
    };

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

    /// <summary>Two texts on one topic by two people, with their language: long ones from here, short answers from the topics.</summary>
    public static TheoryData<string, string, string> Pairs
    {
        get
        {
            TheoryData<string, string, string> pairs = new()
            {
                { "kk", KazakhFirst, KazakhSecond },
                { "ru", RussianFirst, RussianSecond },
            };
            foreach (Topic topic in Topic.All)
            {
                List<string> own = [.. topic.Answers.Where(answer => answer.Kind == "own").Select(answer => answer.Text)];
                foreach (string second in own.Skip(1))
                {
                    pairs.Add(topic.Name[..2], own[0], second);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SameTopicAndTerms_AreNoMatch(string _, string first, string second)
    {
        Assert.Empty(Compare(first, second).Passages);
        Assert.Empty(Compare(second, first).Passages);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void TheSameLawQuotedByBoth_IsExcusedAndShown(string language, string first, string second)
    {
        OriginalityReport report = Compare($"{Laws[language]} {first}", $"{second} {Laws[language]}");

        Assert.Equal(ExclusionReason.Quotation, Assert.Single(report.Exclusions).Reason);
        Assert.InRange(report.MatchedWords, 0, 6);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ThePhrasesOfTheProgrammeInBoth_AreExcusedByItsTemplate(string language, string first, string second)
    {
        string phrase = Phrases[language];
        Source template = new(Samples.Id(9), PreparedText.From(phrase), SourceRole.Template);

        OriginalityReport report = Compare($"{first} {phrase}", $"{phrase} {second}", template);

        Assert.Equal(ExclusionReason.Template, Assert.Single(report.Exclusions).Reason);
        Assert.Equal(0, report.MatchedWords);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ThePhrasesOfTheProgrammeWithoutATemplate_AreFoundAndNothingElseIs(string language, string first, string second)
    {
        string phrase = Phrases[language];

        OriginalityReport report = Compare($"{first} {phrase}", $"{phrase} {second}");

        Assert.Equal(PreparedText.From(phrase).Words, report.MatchedWords);
    }

    private static OriginalityReport Compare(string text, string source, params Source[] more) => Comparison.Compare(
        PreparedText.From(text), [new Source(Samples.Id(1), source), .. more], TestContext.Current.CancellationToken);
}
