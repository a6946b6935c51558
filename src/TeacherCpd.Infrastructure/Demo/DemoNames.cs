using System.Globalization;
using Bogus;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A made-up name with the number that fits its sex.</summary>
internal sealed record DemoName(string Iin, string FamilyName, string GivenName, string Patronymic, bool IsKazakh);

/// <summary>Kazakh and Russian names with the endings of the sex, and national numbers with a right check digit.</summary>
internal sealed class DemoNames(Randomizer random)
{
    private static readonly string[] KazakhFamilies =
    [
        "Әбдірахманов", "Әлімжанов", "Байжанов", "Бекмұхамбетов", "Дүйсенов", "Есенғалиев", "Жақыпов", "Жұмабаев", "Ибраев", "Қалиев",
        "Қожахметов", "Құрманов", "Мұқанов", "Нұрпейісов", "Омаров", "Өтегенов", "Рахимов", "Сағындықов", "Сейітқалиев", "Тоқтаров",
        "Тәжібаев", "Уәлиев", "Хамзин", "Шәріпов", "Ысқақов", "Іргебаев", "Ғабдуллин", "Ұлықбеков", "Ахметов", "Садуақасов",
    ];

    private static readonly string[] RussianFamilies =
    [
        "Иванов", "Кузнецов", "Соколов", "Попов", "Лебедев", "Новиков", "Морозов", "Волков", "Соловьёв", "Васильев",
        "Зайцев", "Павлов", "Семёнов", "Голубев", "Фёдоров", "Тарасов", "Беляев", "Комаров", "Киселёв", "Макаров",
    ];

    private static readonly string[] KazakhWomen =
    [
        "Айгүл", "Айжан", "Ақмарал", "Алия", "Асель", "Бақытгүл", "Ботагөз", "Гүлнар", "Динара", "Жанар", "Жұлдыз", "Зәуреш",
        "Қарлығаш", "Лаура", "Маржан", "Меруерт", "Назгүл", "Нұргүл", "Перизат", "Сандуғаш", "Толғанай", "Ұлжан", "Шынар", "Індира",
    ];

    private static readonly string[] KazakhMen =
    [
        "Азамат", "Айдос", "Арман", "Асқар", "Бауыржан", "Ғани", "Данияр", "Ербол", "Ерлан", "Жандос", "Қайрат", "Қуаныш",
        "Марат", "Нұрлан", "Олжас", "Өмірбек", "Сәкен", "Серік", "Тимур", "Ұлан",
    ];

    private static readonly string[] RussianWomen =
        ["Анна", "Валентина", "Галина", "Елена", "Екатерина", "Ирина", "Людмила", "Марина", "Надежда", "Наталья", "Ольга", "Светлана", "Татьяна", "Юлия"];

    private static readonly string[] RussianMen =
        ["Александр", "Алексей", "Андрей", "Виктор", "Дмитрий", "Иван", "Михаил", "Николай", "Павел", "Сергей"];

    private static readonly string[] KazakhFathers =
        ["Асқар", "Бақыт", "Болат", "Ғалым", "Дәулет", "Есен", "Жанат", "Қанат", "Мұрат", "Нұрлан", "Оразбек", "Сағат", "Талғат", "Шәкен"];

    private static readonly (string Man, string Woman)[] RussianFathers =
    [
        ("Александрович", "Александровна"), ("Алексеевич", "Алексеевна"), ("Викторович", "Викторовна"), ("Владимирович", "Владимировна"),
        ("Иванович", "Ивановна"), ("Михайлович", "Михайловна"), ("Николаевич", "Николаевна"), ("Петрович", "Петровна"), ("Сергеевич", "Сергеевна"),
    ];

    private int serial = 1000;

    /// <summary>
    /// Another person. Nine of ten participants of courses are women and three of four learn in Kazakh (2022 report,
    /// lines 2788 to 2796).
    /// </summary>
    public DemoName Next()
    {
        var isWoman = random.Bool(0.9f);
        var isKazakh = random.Bool(0.75f);
        var father = random.ArrayElement(RussianFathers);
        var iin = Number(isWoman);
        var (family, given, patronymic) = Of(random, father, isWoman, isKazakh);
        return new DemoName(iin, family, given, patronymic, isKazakh);
    }

    /// <summary>A name with the endings of the sex.</summary>
    public static (string Family, string Given, string Patronymic) Of(Randomizer random, bool isWoman, bool isKazakh) =>
        Of(random, random.ArrayElement(RussianFathers), isWoman, isKazakh);

    private static (string Family, string Given, string Patronymic) Of(Randomizer random, (string Man, string Woman) father, bool isWoman, bool isKazakh) => isKazakh
        ? (random.ArrayElement(KazakhFamilies) + (isWoman ? "а" : ""),
            random.ArrayElement(isWoman ? KazakhWomen : KazakhMen),
            random.ArrayElement(KazakhFathers) + (isWoman ? "қызы" : "ұлы"))
        : (random.ArrayElement(RussianFamilies) + (isWoman ? "а" : ""),
            random.ArrayElement(isWoman ? RussianWomen : RussianMen),
            isWoman ? father.Woman : father.Man);

    private string Number(bool isWoman)
    {
        var birthday = new DateOnly(1966, 1, 1).AddDays(random.Number(0, 365 * 30));
        while (true)
        {
            var eleven = string.Create(CultureInfo.InvariantCulture, $"{birthday:yyMMdd}{(isWoman ? 4 : 3)}{++serial:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return eleven + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
