using System.Globalization;
using Bogus;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>
/// The reports of the replay. What somebody writes follows from the person, the part and the sentence alone, so that a replay that was
/// stopped writes on as if it had not been. A report over the threshold has one half of another's report, word for word; the others share
/// no more than the turns of phrase of their trade.
/// </summary>
internal static class ReplayTexts
{
    private const int Sentences = 22;
    private const int Half = 11;
    private const int OwnBesideCopied = 6;

    private static readonly string[] KkTimes = ["таңертең", "аптаның басында", "тоқсан соңында", "үзілістен кейін", "үшінші сабақта", "ашық сабақта", "қыркүйекте", "қаңтарда", "сәуірде", "апта сайын", "екінші айда", "жексенбіден соң"];
    private static readonly string[] KkTopics = ["бөлшектер", "өлең құрылысы", "су айналымы", "жылдамдық", "сөз таптары", "тамыр жүйесі", "картамен жұмыс", "үшбұрыштар", "ертегі кейіпкері", "электр тогы", "қышқылдар", "диалог құру", "пайыздар", "тарихи дерек", "жасуша", "алгоритм", "сан есім", "климат", "теңдеу", "мақал-мәтел", "ырғақ", "масштаб", "магнит өрісі", "эссе жазу"];
    private static readonly string[] KkWays = ["сурет бойынша", "жұптасып", "топтың ішінде", "кезекпен", "үлгіге қарамай", "өз дәптерінде", "тақта алдында", "кесте арқылы", "ойын түрінде", "сұрақ қойып", "макет жасап", "бейне көріп", "өлшеу құралымен", "дауыстап", "үнсіз", "шағын зерттеумен"];
    private static readonly string[] KkDeeds = ["талдады", "салыстырды", "түсіндірді", "жинақтады", "тексерді", "дәлелдеді", "сипаттады", "шешті", "ұсынды", "болжады", "қорытты", "сұрыптады", "құрастырды", "жазып шықты", "бағалады", "қайталады", "өзгертті", "байқады"];
    private static readonly string[] KkEnds = ["қателер азайды", "сұрақтар көбейді", "уақыт жетпей қалды", "дәлелдер нақтыланды", "сөздік қоры өсті", "қызығушылық артты", "топтар ауысты", "тапсырма жеңілдетілді", "бағалау парағы толтырылды", "ата-анаға хабарланды", "әріптесім ескертпе жазды", "келесі қадам белгіленді", "үлгерімі баяу бала жауап берді", "дескриптор нақтыланды"];
    private static readonly string[] RuTimes = ["утром", "в начале недели", "в конце четверти", "после перемены", "на третьем уроке", "на открытом уроке", "в сентябре", "в январе", "в апреле", "каждую неделю", "во втором месяце", "перед каникулами"];
    private static readonly string[] RuTopics = ["дроби", "строение стиха", "круговорот воды", "скорость", "части речи", "корневая система", "работа с картой", "треугольники", "герой сказки", "электрический ток", "кислоты", "построение диалога", "проценты", "исторический источник", "клетка", "алгоритм", "числительные", "климат", "уравнения", "пословицы", "ритм", "масштаб", "магнитное поле", "эссе"];
    private static readonly string[] RuWays = ["по рисунку", "в парах", "внутри группы", "по очереди", "без образца", "в своей тетради", "у доски", "с помощью таблицы", "в форме игры", "задавая вопросы", "на макете", "после видео", "измеряя прибором", "вслух", "молча", "в малом исследовании"];
    private static readonly string[] RuDeeds = ["разбирал", "сравнивал", "объяснял", "обобщал", "проверял", "доказывал", "описывал", "решал", "предлагал", "предсказывал", "заключал", "сортировал", "составлял", "записывал", "оценивал", "повторял", "менял", "замечал"];
    private static readonly string[] RuEnds = ["ошибок стало меньше", "вопросов прибавилось", "времени не хватило", "доводы уточнились", "словарь вырос", "интерес усилился", "группы поменялись", "задание облегчили", "лист оценки заполнен", "родителям сообщили", "коллега оставил замечание", "намечен следующий шаг", "медленный ученик ответил", "дескриптор уточнён"];
    private static readonly string[] Pupils = ["Айдана", "Нұржан", "Әлия", "Ерасыл", "Томирис", "Дінмұхаммед", "Алёна", "Тимофей", "Жансая", "Бекзат", "Мадина", "Санжар", "Полина", "Артём", "Інжу", "Қуат", "Зере", "Олжас", "Камила", "Рамазан", "Дарья", "Мирас", "Сезім", "Абылай", "Вера", "Нұрай", "Ислам", "Гүлім", "Егор", "Аружан", "Мансұр", "Диас"];

    /// <summary>The text of a report.</summary>
    /// <param name="person">Who writes it.</param>
    /// <param name="part">Number of the report, from 0.</param>
    /// <param name="stage">Stage.</param>
    /// <param name="copied">Whose report of the same number a half of it is copied from; null where the person wrote it alone.</param>
    public static string Report(PlannedPerson person, int part, AssessmentStage stage, PlannedPerson? copied)
    {
        // at each stage another half: what was in the own version before is no longer counted as copied
        var (from, words) = stage == AssessmentStage.Formative ? (0, Half) : (Half, Sentences - Half);
        var own = copied is null ? Sentences : OwnBesideCopied;
        var first = stage == AssessmentStage.Formative ? 0 : Half;
        return string.Join('\n', Enumerable.Range(0, own).Select(i => Sentence(person, part, first + i))
            .Concat(copied is null ? [] : Enumerable.Range(from, words).Select(i => Sentence(copied, part % copied.Reports, i)))
            .Chunk(4)
            .Select(paragraph => string.Join(' ', paragraph)));
    }

    /// <summary>The reflective report of a trainer.</summary>
    /// <param name="trainer">Number of the trainer.</param>
    public static string Reflection(int trainer) =>
        string.Join(' ', Enumerable.Range(0, Sentences).Select(i => Kazakh(new Randomizer(Seed(-1 - trainer, 0, i)))));

    /// <summary>Words about a criterion.</summary>
    public static string Remark(Language language) => language switch
    {
        Language.Ru => "Уровень подтверждён примером из работы.",
        Language.En => "The level is shown by an example of the work.",
        _ => "Деңгей жұмыстағы мысалмен расталған.",
    };

    private static string Sentence(PlannedPerson person, int part, int number)
    {
        var random = new Randomizer(Seed(person.Number, part, number));
        return person.Language == Language.Ru ? Russian(random) : Kazakh(random);
    }

    private static int Seed(int person, int part, int sentence) => unchecked((((person * 16) + part) * 64) + sentence + 20_220_101);

    // no run of fixed words is longer than two, so that two people who write about the same share no passage
    private static string Kazakh(Randomizer r) => r.Number(0, 3) switch
    {
        0 => $"{Of(r, Pupils)} {Of(r, KkTimes)} «{Of(r, KkTopics)}» тақырыбын {Of(r, KkWays)} {Of(r, KkDeeds)}, {Of(r, Pupils)} {Of(r, KkDeeds)}, {Of(r, KkEnds)}.",
        1 => $"{Figure(r, 2, 11)}-сыныпта {Figure(r, 9, 31)} баланың {Figure(r, 2, 9)}-і «{Of(r, KkTopics)}» бойынша {Of(r, KkDeeds)}; {Of(r, KkEnds)}, {Of(r, KkTimes)} {Of(r, KkEnds)}.",
        2 => $"{Of(r, KkTimes)} {Of(r, Pupils)} мен {Of(r, Pupils)} {Of(r, KkWays)} {Of(r, KkDeeds)}, {Figure(r, 3, 40)}-минутта {Of(r, KkEnds)}.",
        _ => $"«{Of(r, KkTopics)}» сабағында {Of(r, KkWays)} {Of(r, Pupils)} {Figure(r, 4, 20)} балл алды, ал {Of(r, Pupils)} {Of(r, KkWays)} {Of(r, KkDeeds)}: {Of(r, KkEnds)}.",
    };

    private static string Russian(Randomizer r) => r.Number(0, 3) switch
    {
        0 => $"{Of(r, Pupils)} {Of(r, RuTimes)} {Of(r, RuWays)} {Of(r, RuDeeds)} тему «{Of(r, RuTopics)}», {Of(r, Pupils)} {Of(r, RuDeeds)}, {Of(r, RuEnds)}.",
        1 => $"В {Figure(r, 2, 11)} классе {Figure(r, 2, 9)} из {Figure(r, 10, 31)} {Of(r, RuWays)} освоили «{Of(r, RuTopics)}»; {Of(r, RuEnds)}, {Of(r, RuTimes)} {Of(r, RuEnds)}.",
        2 => $"{Of(r, RuTimes)} {Of(r, Pupils)} и {Of(r, Pupils)} {Of(r, RuWays)} повторили «{Of(r, RuTopics)}», на {Figure(r, 3, 40)} минуте {Of(r, RuEnds)}.",
        _ => $"За «{Of(r, RuTopics)}» {Of(r, Pupils)} {Of(r, RuWays)} получил {Figure(r, 4, 20)} баллов, а {Of(r, Pupils)} {Of(r, RuWays)} {Of(r, RuDeeds)}: {Of(r, RuEnds)}.",
    };

    private static string Of(Randomizer random, string[] words) => random.ArrayElement(words);

    private static string Figure(Randomizer random, int from, int to) => random.Number(from, to).ToString(CultureInfo.InvariantCulture);
}
