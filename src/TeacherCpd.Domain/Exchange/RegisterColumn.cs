using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Exchange;

/// <summary>What a column of a file of the national education database says.</summary>
public enum RegisterColumn
{
    /// <summary>National number of the person.</summary>
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

    /// <summary>Code of the organisation.</summary>
    OrganisationCode,

    /// <summary>Name of the organisation; in files of organisations the Kazakh one.</summary>
    Organisation,

    /// <summary>Russian name of the organisation.</summary>
    OrganisationRu,

    /// <summary>Position.</summary>
    Position,

    /// <summary>Qualification category.</summary>
    Category,

    /// <summary>First day in the position.</summary>
    Since,

    /// <summary>Town or village.</summary>
    Settlement,

    /// <summary>Whose the organisation is.</summary>
    Ownership,

    /// <summary>The day or year for which the row speaks.</summary>
    AsOf,
}

/// <summary>Knows the columns by their headings, in three languages and in any order.</summary>
public static class RegisterColumns
{
    private static readonly Dictionary<string, RegisterColumn> Headings = new (RegisterColumn Column, string[] Names)[]
    {
        (RegisterColumn.Iin, ["ЖСН", "ИИН", "IIN", "жеке сәйкестендіру нөмірі", "индивидуальный идентификационный номер"]),
        (RegisterColumn.FamilyName, ["тегі", "фамилия", "фамилиясы", "family name", "surname"]),
        (RegisterColumn.GivenName, ["аты", "есімі", "имя", "given name", "first name"]),
        (RegisterColumn.Patronymic, ["әкесінің аты", "отчество", "patronymic"]),
        (RegisterColumn.FullName, ["аты-жөні", "аты жөні", "тегі аты", "тегі аты әкесінің аты", "Т.А.Ә.", "ТАӘ", "Т.А.Ж.", "толық аты-жөні", "ФИО", "Ф.И.О.", "ФИО педагога", "педагогтің аты-жөні", "фамилия имя отчество", "full name", "name of the person"]),
        (RegisterColumn.Region, ["облыс", "облысы", "өңір", "область", "регион", "region"]),
        (RegisterColumn.District, ["аудан", "ауданы", "қала", "аудан, қала", "район", "город", "район, город", "district", "city", "district or city"]),
        (RegisterColumn.OrganisationCode,
        [
            "ұйым коды", "ұйымның коды", "білім беру ұйымының коды", "мектеп коды", "ҰБДҚ коды", "код организации", "код организации образования", "код школы", "код НОБД", "код ОО",
            "organisation code", "school code", "code",
        ]),
        (RegisterColumn.Organisation,
        [
            "ұйым", "ұйымның атауы", "білім беру ұйымы", "білім беру ұйымының атауы", "мектеп", "атауы", "қазақша атауы", "жұмыс орны", "организация", "организация образования",
            "наименование организации", "наименование организации образования", "школа", "место работы", "наименование", "наименование на казахском", "organisation", "school", "workplace", "name",
            "name in Kazakh",
        ]),
        (RegisterColumn.OrganisationRu, ["орысша атауы", "наименование на русском", "наименование на русском языке", "name in Russian"]),
        (RegisterColumn.Position, ["лауазымы", "лауазым", "қызметі", "должность", "занимаемая должность", "position", "post"]),
        (RegisterColumn.Category, ["санаты", "санат", "біліктілік санаты", "категория", "квалификационная категория", "category", "qualification category"]),
        (RegisterColumn.Since,
            ["жұмысқа қабылданған күні", "қабылданған күні", "лауазымға тағайындалған күні", "дата приема", "дата приёма на работу", "дата назначения", "работает с", "since", "employed since", "first day"]),
        (RegisterColumn.Settlement, ["елді мекен түрі", "орналасқан жері", "қала/ауыл", "местность", "тип местности", "город/село", "settlement"]),
        (RegisterColumn.Ownership, ["меншік нысаны", "меншік түрі", "форма собственности", "ownership"]),
        (RegisterColumn.AsOf, ["жағдай күні", "есепті күн", "есепті жыл", "жылы", "жыл", "по состоянию на", "на дату", "отчетный год", "год", "as of", "year"]),
    }.SelectMany(h => h.Names.Select(name => (Name: ListText.Key(name), h.Column))).DistinctBy(h => h.Name).ToDictionary(h => h.Name, h => h.Column);

    /// <summary>The column that a heading names; null where it names none. Of "ЖСН / ИИН" and "Школа (код)" any part may.</summary>
    public static RegisterColumn? Of(string heading) =>
        heading.Split(['/', '(', ')', '\n', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Prepend(heading)
            .Select(part => Headings.TryGetValue(ListText.Key(part), out var column) ? column : (RegisterColumn?)null)
            .FirstOrDefault(column => column is not null);

    /// <summary>The columns of a row of headings, each once, the first of its kind; null for cells that name none.</summary>
    public static IReadOnlyList<RegisterColumn?> OfRow(IReadOnlyList<string> cells)
    {
        var seen = new HashSet<RegisterColumn>();
        return [.. cells.Select(cell => Of(cell) is { } column && seen.Add(column) ? column : (RegisterColumn?)null)];
    }

    /// <summary>The column without which a row of the kind says nothing.</summary>
    public static RegisterColumn KeyColumn(this RegisterKind kind) => kind switch
    {
        RegisterKind.Staff => RegisterColumn.Iin,
        RegisterKind.Organisations => RegisterColumn.OrganisationCode,
    };
}
