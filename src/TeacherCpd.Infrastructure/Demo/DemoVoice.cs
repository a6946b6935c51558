using System.Globalization;
using Bogus;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// A made-up teacher at the desk: a subject, a class, and a part of all phrases, none of which comes twice before the
/// others had their turn. So two reports are no more alike than those of two real teachers.
/// </summary>
internal sealed class DemoVoice
{
    private const int OwnPercent = 24;

    private static readonly string[] Letters = ["А", "Ә", "Б", "В"];

    private readonly Randomizer random;
    private readonly bool isKazakh;
    private readonly DemoPhrases phrases;
    private readonly Dictionary<string, List<string>> own = [];
    private readonly Dictionary<string, Queue<string>> turns = [];
    private readonly string subject;
    private readonly string className;

    public DemoVoice(Randomizer random, bool isKazakh)
    {
        this.random = random;
        this.isKazakh = isKazakh;
        phrases = isKazakh ? DemoPhrases.Kazakh : DemoPhrases.Russian;
        subject = random.ListItem([.. phrases.Subjects]);
        className = string.Create(CultureInfo.InvariantCulture, $"{random.Number(2, 11)} «{random.ArrayElement(Letters)}»");
    }

    /// <summary>The next sentence.</summary>
    public string Sentence() => isKazakh ? Kazakh() : Russian();

    /// <summary>Words of a trainer or an assessor about a criterion.</summary>
    public static string Remark(Randomizer random, bool isKazakh, bool isGood) => (isKazakh, isGood) switch
    {
        (true, true) => random.ArrayElement(
        [
            "Оқушы жұмысынан алынған мысал дәл таңдалған.", "Сабақтар тізбегі бір-бірімен жақсы байланысқан.", "Рефлексияңызда нақты келесі қадам бар.",
            "Дереккөздер ретімен көрсетілген.", "Үш оқушыны бақылау идеяңыз жемісті болған.",
        ]),
        (true, false) => random.ArrayElement(
        [
            "Бұл жерге бақылау парағының үзіндісін қосыңыз.", "Неліктен осы әдісті таңдағаныңызды түсіндіріңіз.", "Қорытындыңызды дәлелмен толықтырыңыз.",
            "Саралау туралы нақтырақ жазыңыз.", "Келесі сабақта нені өзгертетініңізді айтыңыз.",
        ]),
        (false, true) => random.ArrayElement(
        [
            "Пример из работы ученика выбран точно.", "Цепочка уроков хорошо связана.", "В рефлексии есть конкретный следующий шаг.", "Источники указаны аккуратно.",
        ]),
        (false, false) => random.ArrayElement(
        [
            "Добавьте сюда выдержку из листа наблюдения.", "Объясните, почему выбран именно этот приём.", "Подкрепите вывод доказательством.", "Напишите подробнее о дифференциации.",
        ]),
    };

    private string Kazakh() => random.Number(0, 9) switch
    {
        0 or 1 => $"{Next("times")} {className} сыныбында «{Next(subject)}» тақырыбын {Next("methods")} {Next("actions")}.",
        2 or 3 => $"{Pupil()} {Next("deeds")}, {Figure(9, 34)}-минутта {Pupil()} {Next("deeds")}.",
        4 or 5 => $"{Next("evidence")} ({Day()}, {Figure(1, 60)}-бет): {Pupil()} {Next("deeds")}.",
        6 => $"«{Next(subject)}» бойынша {Figure(16, 31)} баланың {Figure(5, 15)}-і {Figure(4, 19)} балл жинады; {Pupil()} мен {Pupil()} {Next("deeds")}.",
        7 => $"{Next("colleagues")} {Next("advice")}; содан кейін {Next("methods")} {Next("actions")}.",
        8 => $"{Next("ideas")} {Next("insights")}.",
        _ => Next("plans"),
    };

    private string Russian() => random.Number(0, 9) switch
    {
        0 or 1 => $"{Next("times")} в {className} классе тему «{Next(subject)}» {Next("actions")} {Next("methods")}.",
        2 or 3 => $"{Pupil()} и {Pupil()} {Next("deeds")}, а {Pupil()} и {Pupil()} {Next("deeds")}.",
        4 or 5 => $"{Next("evidence")} ({Day()}, с. {Figure(1, 60)}): {Pupil()} и {Pupil()} {Next("deeds")}.",
        6 => $"По теме «{Next(subject)}» {Figure(5, 15)} из {Figure(16, 31)} набрали {Figure(4, 19)} баллов; {Pupil()} и {Pupil()} {Next("deeds")}.",
        7 => $"{Next("colleagues")} {Next("advice")}; затем тему «{Next(subject)}» {Next("actions")} {Next("methods")}.",
        8 => $"{Next("ideas")} {Next("insights")}.",
        _ => Next("plans"),
    };

    // everybody has words of their own, and comes back to them
    private List<string> OwnPart(string section)
    {
        if (!own.TryGetValue(section, out var part))
        {
            var all = phrases.Of(section);
            own[section] = part = [.. random.Shuffle(all).Take(Math.Max(5, all.Count * OwnPercent / 100))];
        }

        return part;
    }

    private string Figure(int from, int to) => random.Number(from, to).ToString(CultureInfo.InvariantCulture);

    private string Day() => string.Create(CultureInfo.InvariantCulture, $"{random.Number(1, 28):00}.{random.Number(1, 12):00}");

    private string Pupil() => Next(random.Bool() ? "boys" : "girls");

    private string Next(string section)
    {
        if (!turns.TryGetValue(section, out var turn) || turn.Count == 0)
        {
            turns[section] = turn = new Queue<string>(random.Shuffle(OwnPart(section)));
        }

        return turn.Dequeue();
    }
}
