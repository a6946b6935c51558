using TeacherCpd.Application.Accounts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Schools of two regions, their teachers, the people of two branches and the assessors.</summary>
internal static class DemoPeople
{
    private static readonly string[] Districts =
        ["kz/39/3901/", "kz/39/3902/", "kz/39/3908/", "kz/39/3914/", "kz/39/3918/", "kz/61/6101/", "kz/61/6107/", "kz/61/6111/"];

    // about as in 17 schools of the 2022 report, lines 5647 to 5655
    private static readonly string?[] CategoriesInTurn =
        ["moderator", null, "expert", "teacher", "researcher", "teacher", "expert", "moderator", "teacher", "moderator"];

    public static void Add(AppDbContext db, IAccounts accounts, DemoWorld world)
    {
        var schools = AddPlaces(db, world);
        var ministry = world.Places["kz/"];
        var kostanay = world.Places["kz/pso/B39/"];
        var turkistan = world.Places["kz/pso/B61/"];
        var assessment = world.Places["kz/pom/"];
        var sarykol = world.Places["kz/39/3901/"];
        world.School = schools[0];

        Known(DemoAccounts.Teacher, schools[0], Position.Teacher, 14);
        Known(DemoAccounts.SecondTeacher, schools[1], Position.Teacher, 9);
        Known(DemoAccounts.Coordinator, kostanay, Position.Staff, 6);
        world.KostanayTrainers.Add(Known(DemoAccounts.Trainer, kostanay, Position.Trainer, 8));
        world.Assessors.Add(Known(DemoAccounts.Assessor, assessment, Position.Staff, 5));
        Known(DemoAccounts.Moderator, assessment, Position.Staff, 6);
        Known(DemoAccounts.Secretary, sarykol, Position.Staff, 7);
        Known(DemoAccounts.Administrator, ministry, Position.Staff, 3);
        Known(DemoAccounts.Developer, world.Places["kz/pso/"], Position.Staff, 4);
        Known(DemoAccounts.SchoolCoordinator, schools[0], Position.Deputy, 10);
        Known(DemoAccounts.RegionalOfficer, world.Places["kz/39/"], Position.Staff, 6);
        Known(DemoAccounts.MinistryOfficer, ministry, Position.Staff, 5);
        foreach (var member in DemoAccounts.Commission)
        {
            Known(member, sarykol, Position.Staff, 20);
        }

        AddCategory(db, world, world.Of(DemoAccounts.Teacher), "moderator", 3);
        AddCategory(db, world, world.Of(DemoAccounts.SecondTeacher), "moderator", 4);
        var names = new DemoNames(world.Random);
        for (var i = 0; i < 4; i++)
        {
            world.KostanayTrainers.Add(Other(names.Next(), Role.Trainer, kostanay, Position.Trainer, 5 + i));
            world.TurkistanTrainers.Add(Other(names.Next(), Role.Trainer, turkistan, Position.Trainer, 4 + i));
            world.Assessors.Add(Other(names.Next(), Role.Assessor, assessment, Position.Staff, 3 + i));
        }

        Other(names.Next(), Role.Coordinator, turkistan, Position.Staff, 4);
        foreach (var school in schools)
        {
            for (var i = 0; i < 11; i++)
            {
                var years = 2 + world.Random.Number(0, 25);
                var position = i == 10 ? Position.Deputy : Position.Teacher;
                var person = Other(names.Next(), Role.Teacher, school, position, years);
                world.Teachers.Add((person, school));
                if (position == Position.Teacher && CategoriesInTurn[i] is { } category && years >= 4)
                {
                    // moderators long enough ago that most of them may claim the next category
                    var ago = Math.Min(years - 3, 1 + world.Random.Number(0, 3));
                    AddCategory(db, world, person, category, category == "moderator" && years >= 6 ? Math.Max(ago, 3) : ago);
                }
            }
        }

        world.CentreCoordinator = Other(names.Next(), Role.Coordinator, world.Places["kz/pso/"], Position.Staff, 7);

        Person Known(DemoAccount account, Organisation place, Position position, int years)
        {
            var name = new DemoName(account.Iin, account.FamilyName, account.GivenName, account.Patronymic, !account.Patronymic.EndsWith("вна", StringComparison.Ordinal));
            var person = Make(name, account.Role, place, position, world.Today.AddYears(-years), $"{account.Iin}@demo.example");
            world.Known.Add(account.Iin, person);
            accounts.Open(person.Id, person.Iin, DemoAccounts.Password);
            return person;
        }

        Person Other(DemoName name, Role role, Organisation place, Position position, int years) => Make(
            name,
            role,
            place,
            position,
            world.Today.AddYears(-years).AddDays(-world.Random.Number(0, 300)),
            world.Random.Bool(0.8f) ? $"{name.Iin}@mektep.example" : null);

        Person Make(DemoName name, Role role, Organisation place, Position position, DateOnly from, string? email)
        {
            var person = new Person
            {
                Iin = name.Iin,
                FamilyName = name.FamilyName,
                GivenName = name.GivenName,
                Patronymic = name.Patronymic,
                SortKey = SortKey.Of($"{name.FamilyName} {name.GivenName} {name.Patronymic}"),
                Email = email,
                Language = name.IsKazakh ? Language.Kk : Language.Ru,
            };
            person.WorksAt(place.Id, position, from);
            person.Receives(role, place.Id);
            db.Persons.Add(person);
            return person;
        }
    }

    private static List<Organisation> AddPlaces(AppDbContext db, DemoWorld world)
    {
        var centre = world.Places["kz/pso/"];
        Keep(centre.Under(OrganisationKind.Branch, "B39", new LocalizedText("Қостанай филиалы", "Костанайский филиал", "Kostanay branch")));
        Keep(centre.Under(OrganisationKind.Branch, "B61", new LocalizedText("Түркістан филиалы", "Туркестанский филиал", "Turkistan branch")));
        foreach (var region in new[] { "39", "61" })
        {
            db.BranchRegions.Add(new BranchRegion { BranchId = world.Places[$"{centre.Path}B{region}/"].Id, RegionId = world.Places[$"kz/{region}/"].Id });
        }

        var schools = new List<Organisation>();
        foreach (var path in Districts)
        {
            var district = world.Places[path];
            for (var number = 1; number <= 3; number++)
            {
                schools.Add(Keep(district.Under(
                    OrganisationKind.School,
                    $"{district.Code}M{number}",
                    new LocalizedText(
                        $"№{number} жалпы білім беретін мектеп, {district.Name.Kk}",
                        $"Общеобразовательная школа № {number}, {district.Name.Ru}",
                        $"School No {number}, {district.Name.En}"))).Describe(number == 1 ? Settlement.Urban : Settlement.Rural, Ownership.State));
            }
        }

        return schools;

        Organisation Keep(Organisation organisation)
        {
            db.Organisations.Add(organisation);
            world.Places.Add(organisation.Path, organisation);
            return organisation;
        }
    }

    private static void AddCategory(AppDbContext db, DemoWorld world, Person person, string category, int yearsAgo)
    {
        // decisions are taken in spring
        var grantedOn = new DateOnly(world.Today.Year - yearsAgo, 5, 1 + world.Random.Number(0, 20));
        world.Categories.Add(person.Id, (category, grantedOn));
        db.CategoryRecords.Add(new CategoryRecord
        {
            PersonId = person.Id,
            Category = category,
            GrantedOn = grantedOn,
            ValidUntil = grantedOn.AddYears(5),
            Ground = $"№ {world.Random.Number(10, 99)}, {grantedOn:dd.MM.yyyy}",
        });
    }
}
