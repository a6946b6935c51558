namespace TeacherCpd.Domain.Groups.Lists;

/// <summary>Names of regions, districts and schools as lists write them, down to what tells one from another.</summary>
public static class PlaceNames
{
    private static readonly string[] KindsOfPlace =
        Keys("облыс", "област", "обл", "өңір", "region", "oblast", "аудан", "ауд", "район", "district", "қала", "город", "city", "отдел", "бөлім", "басқарма", "управлени", "білім", "образовани", "department", "education");

    private static readonly HashSet<string> KindsOfPlaceInShort = [.. Keys("қ", "г", "р", "н", "рн", "а", "по", "of", "the")];

    private static readonly string[] KindsOfSchool =
        Keys("мектеп", "мектеб", "школ", "school", "жалпы", "общеобразовательн", "орта", "средн", "secondary", "general", "беретін", "білім", "образован", "мекеме", "учрежден", "атындағы", "имени", "мемлекеттік", "государственн", "коммуналд", "коммунальн");

    private static readonly HashSet<string> KindsOfSchoolInShort = [.. Keys("кмм", "кгу", "ммк", "гу", "мм", "жббм", "жоббм", "сош", "осш", "оош", "ош", "n", "no", "nr", "номер", "им", "ат", "the", "of")];

    private static readonly string[] RussianEndings = Keys("ская", "ской", "скую", "ский", "ского", "скому", "ском", "цкая", "цкой");
    private static readonly string[] KazakhEndings = Keys("ның", "нің", "дың", "дің", "тың", "тің", "лық", "лік");

    /// <summary>What a region, district or town is compared by: without the words for what it is, without endings.</summary>
    public static string Place(string name) =>
        Join(ListText.Words(name).Where(w => !KindsOfPlaceInShort.Contains(w) && !Begins(w, KindsOfPlace)).Select(Stem));

    /// <summary>What a school is compared by: its number and its own words, in any order.</summary>
    public static string School(string name) =>
        Join(ListText.Words(name).Where(w => !KindsOfSchoolInShort.Contains(w) && !Begins(w, KindsOfSchool)).Order(StringComparer.Ordinal).Distinct());

    private static string Stem(string word)
    {
        var ending = RussianEndings.Concat(KazakhEndings).FirstOrDefault(e => word.Length > e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }

    private static bool Begins(string word, string[] beginnings) => Array.Exists(beginnings, b => word.StartsWith(b, StringComparison.Ordinal));

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);

    private static string[] Keys(params string[] words) => [.. words.Select(ListText.Key)];
}
