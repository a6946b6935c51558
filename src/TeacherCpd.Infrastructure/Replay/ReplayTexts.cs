using Bogus;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>
/// The reports of the replay. What somebody writes follows from the person, the part and the sentence alone, so that a replay that was
/// stopped writes on as if it had not been. A report over the threshold has one half of another's report, word for word; the others share
/// no more than the words of their trade.
/// </summary>
internal static class ReplayTexts
{
    private const int Sentences = 22;
    private const int Half = 11;
    private const int OwnBesideCopied = 6;

    private static readonly IReadOnlyList<string> KazakhWords = DemoPhrases.Kazakh.Words;
    private static readonly IReadOnlyList<string> RussianWords = DemoPhrases.Russian.Words;

    // pupils and places: some two thousand names out of two halves
    private static readonly string[] Beginnings =
    [
        "Ақ", "Қара", "Бек", "Нұр", "Ай", "Күн", "Жан", "Ер", "Тас", "Бай", "Қыз", "Ал", "Көк", "Сары", "Қызыл", "Тем", "Дос", "Сұл", "Мың", "Жар", "Той", "Құт",
        "Ор", "Іл", "Үш", "Бес", "Жеті", "Мол", "Тоқ", "Сар", "Дал", "Шоқ", "Кең", "Тер", "Құм", "Сай", "Шал", "Арғын", "Бор", "Жез", "Қор", "Мыр", "Нар", "Рах", "Сағ", "Тұр", "Ұл",
    ];

    private static readonly string[] Endings =
    [
        "бұлақ", "сай", "көл", "тау", "бек", "гүл", "хан", "жан", "тал", "төбе", "құдық", "дала", "өзек", "суат", "арал", "қала", "ауыл", "мұрат", "дәурен", "бота", "шатыр", "қайрат", "шың", "жол",
        "орман", "бай", "сұлу", "ғали", "дария", "керей", "самал", "жұлдыз", "тұлпар", "қазына", "сәуле", "бағыт", "қорған", "маржан", "асыл", "мерген", "тоғай", "шуақ", "кемел", "дархан", "назар", "зере", "шырақ", "ырыс",
    ];

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
        string.Join(' ', Enumerable.Range(0, Sentences).Select(i => Sentence(new Randomizer(Seed(-1 - trainer, 0, i)), KazakhWords)));

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
        return Sentence(random, person.Language == Language.Ru ? RussianWords : KazakhWords);
    }

    private static int Seed(int person, int part, int sentence) => unchecked((((person * 16) + part) * 64) + sentence + 20_220_101);

    // words of the trade in any order, every other one a name: whole sentences out of templates would be alike in thousands of reports,
    // and the engine would find that, as it should
    private static string Sentence(Randomizer random, IReadOnlyList<string> words)
    {
        var sentence = Enumerable.Range(0, random.Number(7, 12)).Select(i => i % 2 == 0
            ? random.ArrayElement(Beginnings) + random.ArrayElement(Endings)
            : words[random.Number(0, words.Count - 1)]);
        return $"{string.Join(' ', sentence)}.";
    }
}
