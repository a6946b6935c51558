using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Exchange;

/// <summary>Positions, settlements and owners as files of the national education database write them.</summary>
public static class WrittenPosition
{
    private static readonly string[] Deputy = Keys("орынбасар", "замест", "зам", "завуч", "deputy", "vice");
    private static readonly string[] Head = Keys("директор", "басшы", "меңгеруші", "руководител", "заведующ", "начальник", "head", "principal", "director");
    private static readonly string[] HeadsOfLess = Keys("сынып", "класс", "үйірме", "круж", "кабинет", "бөлме", "class");
    private static readonly string[] Teacher = Keys(
        "педагог", "мұғалім", "тәрбиеші", "учител", "воспитател", "преподавател", "оқытушы", "әдіскер", "методист", "психолог", "логопед", "дефектолог", "тәлімгер", "вожат",
        "инструктор", "нұсқаушы", "жаттықтырушы", "тренер", "концертмейстер", "аккомпаниатор", "teacher", "educator", "methodist", "psychologist", "speech");

    private static readonly string[] Rural = Keys("ауыл", "сел", "rural", "village");
    private static readonly string[] Urban = Keys("қала", "город", "urban", "town", "city");
    private static readonly string[] Private = Keys("жеке", "частн", "private");
    private static readonly string[] State = Keys("мемлекет", "государств", "коммунал", "state", "public");
    private static readonly string[] Intellectual = Keys("назарбаев", "нзм", "ниш", "nis", "nazarbayev");

    /// <summary>The position; null where the words are not known. A head of a class or a circle is no head of an organisation.</summary>
    public static Position? Read(string text)
    {
        var words = ListText.Words(text);
        return words.Count == 0 ? null
            : Has(words, Deputy) ? Position.Deputy
            : Has(words, Head) && !Has(words, HeadsOfLess) ? Position.Head
            : Has(words, Teacher) ? Position.Teacher
            : null;
    }

    /// <summary>Town or village; null where the words are not known.</summary>
    public static Organisations.Settlement? Settlement(string text)
    {
        var words = ListText.Words(text);
        return Has(words, Rural) ? Organisations.Settlement.Rural : Has(words, Urban) ? Organisations.Settlement.Urban : null;
    }

    /// <summary>Whose it is; null where the words are not known.</summary>
    public static Organisations.Ownership? Ownership(string text)
    {
        var words = ListText.Words(text);
        return Has(words, Intellectual) ? Organisations.Ownership.IntellectualSchools
            : Has(words, Private) ? Organisations.Ownership.Private
            : Has(words, State) ? Organisations.Ownership.State
            : null;
    }

    private static bool Has(IReadOnlyList<string> words, string[] beginnings) =>
        words.Any(word => Array.Exists(beginnings, b => word.StartsWith(b, StringComparison.Ordinal)));

    private static string[] Keys(params string[] words) => [.. words.Select(ListText.Key)];
}
