namespace TeacherCpd.Domain.Groups.Lists;

/// <summary>What a column of a list says.</summary>
public enum ListColumn
{
    /// <summary>National number; the one column that has to be there.</summary>
    Iin,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Patronymic.</summary>
    Patronymic,

    /// <summary>All names in one cell, the family name first.</summary>
    FullName,

    /// <summary>Region.</summary>
    Region,

    /// <summary>District or town.</summary>
    District,

    /// <summary>School: name, number or code.</summary>
    School,

    /// <summary>Programme: code, title or one of its other spellings.</summary>
    Programme,

    /// <summary>Date of the order or letter that sends the person.</summary>
    OrderDate,
}

/// <summary>Knows columns by their headings, in three languages and in any order.</summary>
public static class ListColumns
{
    private static readonly Dictionary<string, ListColumn> Headings = new (ListColumn Column, string[] Names)[]
    {
        (ListColumn.Iin, ["ЖСН", "ИИН", "IIN", "ИНН", "жеке сәйкестендіру нөмірі", "индивидуальный идентификационный номер", "individual identification number", "national number"]),
        (ListColumn.FamilyName, ["тегі", "фамилия", "фамилиясы", "family name", "surname", "last name"]),
        (ListColumn.GivenName, ["аты", "есімі", "имя", "given name", "first name"]),
        (ListColumn.Patronymic, ["әкесінің аты", "отчество", "patronymic", "middle name"]),
        (ListColumn.FullName,
        [
            "аты-жөні", "аты жөні", "тегі аты", "тегі, аты, әкесінің аты", "тегі аты-жөні", "Т.А.Ә.", "Т.А.Ж.", "ТАӘ", "толық аты-жөні",
            "ФИО", "Ф.И.О.", "фамилия имя", "фамилия, имя, отчество", "ФИО педагога", "ФИО слушателя", "тыңдаушының аты-жөні", "педагогтің аты-жөні",
            "full name", "name", "names",
        ]),
        (ListColumn.Region, ["облыс", "облысы", "өңір", "область", "регион", "region", "oblast"]),
        (ListColumn.District,
        [
            "аудан", "ауданы", "қала", "аудан, қала", "аудан немесе қала", "район", "город", "район, город", "район или город",
            "district", "city", "district or city", "district or town",
        ]),
        (ListColumn.School,
        [
            "мектеп", "мектебі", "мектептің атауы", "мектеп атауы", "мектеп коды", "жұмыс орны", "ұйым", "білім беру ұйымы", "білім беру ұйымының атауы",
            "школа", "наименование школы", "название школы", "код школы", "место работы", "организация", "организация образования",
            "наименование организации образования", "school", "name of the school", "school code", "workplace", "organisation",
        ]),
        (ListColumn.Programme,
        [
            "бағдарлама", "бағдарлама атауы", "бағдарламаның атауы", "бағдарлама коды", "курс", "курстың атауы", "курс атауы", "программа",
            "наименование программы", "название программы", "код программы", "наименование курса", "название курса", "тема курса",
            "programme", "program", "course", "programme title", "programme code",
        ]),
        (ListColumn.OrderDate,
        [
            "бұйрық күні", "бұйрықтың күні", "хат күні", "хаттың күні", "құжат күні", "құжаттың күні", "күні", "дата приказа", "дата письма",
            "дата документа", "дата", "date of the order", "order date", "date of the letter", "date",
        ]),
    }.SelectMany(h => h.Names.Select(name => (Name: ListText.Key(name), h.Column))).DistinctBy(h => h.Name).ToDictionary(h => h.Name, h => h.Column);

    /// <summary>The column that a heading names; null where it names none. Of "ЖСН / ИИН" and "Школа (код)" any part may.</summary>
    public static ListColumn? Of(string heading) =>
        heading.Split(['/', '(', ')', '\n', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Prepend(heading)
            .Select(part => Headings.TryGetValue(ListText.Key(part), out var column) ? column : (ListColumn?)null)
            .FirstOrDefault(column => column is not null);

    /// <summary>The columns of a row of headings, each once, the first of its kind; null for cells that name none.</summary>
    public static IReadOnlyList<ListColumn?> OfRow(IReadOnlyList<string> cells)
    {
        var seen = new HashSet<ListColumn>();
        return [.. cells.Select(cell => Of(cell) is { } column && seen.Add(column) ? column : (ListColumn?)null)];
    }
}
