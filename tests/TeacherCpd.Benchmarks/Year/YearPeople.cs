using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;
using SortKey = TeacherCpd.Domain.Common.SortKey;

namespace TeacherCpd.Benchmarks.Year;

/// <summary>The organisations of the country and everybody who works in them.</summary>
internal sealed class YearPeople
{
    /// <summary>People who work at schools.</summary>
    public const int Teachers = 557_000;

    private const int Regions = 17;
    private const int DistrictsOfARegion = 12;
    private const int Schools = 7_000;
    private const int TrainersOfABranch = 20;
    private const int Batch = 20_000;
    private static readonly DateOnly FirstBirthday = new(1962, 1, 1);
    private static readonly string[] Families =
    [
        "Әбдіқадыр", "Қоныс", "Өтеген", "Ұлықбек", "Ғалымжан", "Іргебай", "Смағұл", "Нұрпейіс", "Жұмабек", "Тоқтар", "Серік", "Омар", "Бектұр", "Дәулет",
        "Есен", "Зейнолла", "Кәрім", "Мұқан", "Рахым", "Шәкір", "Асқар", "Болат", "Қайрат", "Мұрат", "Нұржан", "Сәбит", "Төлеген", "Хамит", "Ыбырай", "Әлім",
    ];

    private static readonly string[] GivenNames =
    [
        "Айгүл", "Ербол", "Нұрлан", "Гүлнәр", "Қуаныш", "Бақыт", "Динара", "Жанар", "Мәдина", "Сәуле", "Қарлығаш", "Әсел", "Перизат", "Шынар",
        "Толқын", "Ұлжан", "Індира", "Ғалия", "Өркен", "Лаура", "Марат", "Самал", "Роза", "Нәзім", "Дана", "Ақмарал", "Еркін", "Зәуре", "Маржан",
    ];

    private readonly Guid[] teachers = new Guid[Teachers];
    private int counter;

    /// <summary>The ministry.</summary>
    public Organisation Ministry { get; private set; } = null!;

    /// <summary>Where teachers work, by region, district and school.</summary>
    public List<Organisation> RegionList { get; } = [];

    /// <summary>Districts.</summary>
    public List<Organisation> DistrictList { get; } = [];

    /// <summary>Schools.</summary>
    public List<Organisation> SchoolList { get; } = [];

    /// <summary>Branches, one a region.</summary>
    public List<Organisation> BranchList { get; } = [];

    /// <summary>An officer each: the ministry, then the regions, then the districts.</summary>
    public List<Person> Officers { get; } = [];

    /// <summary>A coordinator each: the centre, then the branches.</summary>
    public List<Person> Coordinators { get; } = [];

    /// <summary>Trainers of each branch.</summary>
    public List<List<Person>> Trainers { get; } = [];

    /// <summary>Person of a number.</summary>
    public Guid Teacher(int number) => teachers[number];

    /// <summary>Number of the deputy head of a school, who sends its teachers to courses.</summary>
    public static int DeputyOf(int school) => Schools + school;

    /// <summary>Number of the school of a person: people come to the register as they come, not school by school.</summary>
    public static int SchoolOf(int teacher) => teacher % Schools;

    /// <summary>Name of a person.</summary>
    public static (string Family, string Given) NameOf(int number) =>
        (Families[number % Families.Length] + (number / 7 % 2 == 0 ? "ов" : "ова"), GivenNames[number % GivenNames.Length]);

    /// <summary>Since when somebody works.</summary>
    public static DateOnly EmployedSince(int number) => new DateOnly(1999, 9, 1).AddDays(number % 9_000);

    /// <summary>Writes all of them, below the organisations of the reference data.</summary>
    public async Task WriteAsync(AppDbContext db, BulkWriter writer)
    {
        var there = await db.Organisations.AsNoTracking().OrderBy(o => o.Path).ToListAsync();
        Ministry = there.Single(o => o.Kind == OrganisationKind.Ministry);
        var centre = there.First(o => o.Kind == OrganisationKind.Centre);
        RegionList.AddRange(there.Where(o => o.Kind == OrganisationKind.Region).Take(Regions));
        DistrictList.AddRange(RegionList.SelectMany(r => Enumerable.Range(1, DistrictsOfARegion).Select(i => r.Under(OrganisationKind.District, Code("Y", i), Text($"{i}-аудан")))));
        SchoolList.AddRange(Enumerable.Range(0, Schools).Select(i => DistrictList[i % DistrictList.Count].Under(OrganisationKind.School, Code("S", i), Text($"№{i} жалпы білім беретін мектеп"))));
        BranchList.AddRange(RegionList.Select(r => centre.Under(OrganisationKind.Branch, $"B{r.Code}", r.Name)));
        await writer.WriteAsync([.. DistrictList, .. SchoolList, .. BranchList]);
        await writer.WriteAsync(BranchList.Zip(RegionList, (b, r) => new BranchRegion { BranchId = b.Id, RegionId = r.Id }));

        Officers.AddRange(new[] { Ministry }.Concat(RegionList).Concat(DistrictList).Select(o => Staff(Role.EducationOfficer, o)));
        Coordinators.AddRange(new[] { centre }.Concat(BranchList).Select(o => Staff(Role.Coordinator, o)));
        Trainers.AddRange(BranchList.Select(b => Enumerable.Range(0, TrainersOfABranch).Select(_ => Staff(Role.Trainer, b)).ToList()));
        await WritePeopleAsync(writer, [.. Officers, .. Coordinators, .. Trainers.SelectMany(t => t)]);
        foreach (var numbers in Enumerable.Range(0, Teachers).Chunk(Batch))
        {
            await WritePeopleAsync(writer, [.. numbers.Select(NewTeacher)]);
        }
    }

    private static async Task WritePeopleAsync(BulkWriter writer, List<Person> people)
    {
        await writer.WriteAsync(people);
        await writer.WriteAsync(people.SelectMany(p => p.Employments));
        await writer.WriteAsync(people.SelectMany(p => p.Roles));
    }

    private Person NewTeacher(int number)
    {
        var school = SchoolList[SchoolOf(number)].Id;
        var person = NewPerson();
        person.WorksAt(school, (number / Schools) switch { 0 => Position.Head, 1 => Position.Deputy, _ => Position.Teacher }, EmployedSince(number));
        person.Receives(Role.Teacher, school);
        if (number / Schools == 1)
        {
            person.Receives(Role.SchoolCoordinator, school);
        }

        teachers[number] = person.Id;
        return person;
    }

    private Person Staff(Role role, Organisation at)
    {
        var person = NewPerson();
        person.WorksAt(at.Id, role == Role.Trainer ? Position.Trainer : Position.Staff, new DateOnly(2015, 9, 1));
        person.Receives(role, at.Id);
        return person;
    }

    private Person NewPerson()
    {
        var number = counter++;
        var (family, given) = NameOf(number);
        return new Person { Iin = IinOf(number), FamilyName = family, GivenName = given, SortKey = SortKey.Of($"{family} {given}"), Language = Language.Kk };
    }

    private static string IinOf(int number)
    {
        const int days = 15_000;
        var birthday = FirstBirthday.AddDays(number % days).ToString("yyMMdd", CultureInfo.InvariantCulture);
        for (var serial = number / days * 100; ; serial++)
        {
            var eleven = string.Create(CultureInfo.InvariantCulture, $"{birthday}4{serial:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return eleven + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static string Code(string letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number:0000}");

    private static LocalizedText Text(string text) => new(text, text, text);
}
