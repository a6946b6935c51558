using System.Globalization;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Persistence;
using Person = TeacherCpd.Domain.Accounts.Person;
using SortKey = TeacherCpd.Domain.Common.SortKey;

namespace TeacherCpd.Testing;

/// <summary>
/// Records for tests. What a test does not say is filled from a fixed seed. Builders of a module stand in a file of
/// their own: <c>TestData.Groups.cs</c> and so on.
/// </summary>
public sealed partial class TestData(TestApp app)
{
    /// <summary>Password of every account made here.</summary>
    public const string Password = "tereze-dala-2026";

    private readonly Randomizer random = new(20260210);
    private World? world;
    private int counter;

    /// <summary>The organisations that every test may rely on.</summary>
    public async Task<World> WorldAsync()
    {
        if (world is null)
        {
            var ministry = Organisation.Root("kz", Text("Оқу-ағарту министрлігі"));
            var region = ministry.Under(OrganisationKind.Region, "39", Text("Қостанай облысы"));
            var district = region.Under(OrganisationKind.District, "3901", Text("Сарыкөл ауданы"));
            var otherRegion = ministry.Under(OrganisationKind.Region, "61", Text("Түркістан облысы"));
            world = new World(
                ministry,
                region,
                district,
                district.Under(OrganisationKind.School, "S1", Text("№14 мектеп")),
                otherRegion.Under(OrganisationKind.School, "S2", Text("№2 мектеп")),
                ministry.Under(OrganisationKind.Centre, "pso", Text("Педагогикалық шеберлік орталығы")),
                ministry.Under(OrganisationKind.AssessmentCentre, "pom", Text("Педагогикалық өлшеулер орталығы")),
                otherRegion);
            world = world with
            {
                Branch = world.Centre.Under(OrganisationKind.Branch, "B39", Text("Қостанай филиалы")),
                OtherBranch = world.Centre.Under(OrganisationKind.Branch, "B61", Text("Түркістан филиалы")),
            };
            await SaveAsync([.. world.All, ValidProvider(world.Centre)]);
        }

        return world;
    }

    /// <summary>A person with an account and a role; the usual place of the role when none is said.</summary>
    public async Task<Person> PersonAsync(Role role, Func<World, Organisation>? at = null, string? familyName = null, DateOnly? worksSince = null)
    {
        var places = await WorldAsync();
        var organisation = at?.Invoke(places) ?? role switch
        {
            Role.Coordinator or Role.Trainer => places.Branch,
            Role.Assessor or Role.Moderator => places.AssessmentCentre,
            Role.CommissionSecretary or Role.CommissionMember => places.District,
            Role.Administrator or Role.EducationOfficer => places.Ministry,
            Role.ProgrammeDeveloper => places.Centre,
            _ => places.School,
        };
        var number = ++counter;
        var family = familyName ?? random.ArrayElement(["Әбдіқадыров", "Қонысбаева", "Өтегенова", "Ұлықбекова", "Ғалымжанов", "Іргебаева"]);
        var given = random.ArrayElement(["Айгүл", "Ербол", "Нұрлан", "Гүлнәр", "Қуаныш"]);
        var person = new Person
        {
            Iin = NewIin(number),
            FamilyName = family,
            GivenName = given,
            SortKey = SortKey.Of($"{family} {given}"),
            Email = string.Create(CultureInfo.InvariantCulture, $"person{number}@mektep.example"),
            Language = Language.Kk,
        };
        person.WorksAt(organisation.Id, role == Role.Trainer ? Position.Trainer : role == Role.Teacher ? Position.Teacher : Position.Staff, worksSince ?? new DateOnly(2015, 9, 1));
        person.Receives(role, organisation.Id);
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            db.Persons.Add(person);
            services.GetRequiredService<IAccounts>().Open(person.Id, person.Iin, Password);
            await services.GetRequiredService<AuditTrail>().SaveAsync("TestData", CancellationToken.None);
        });
        if (role == Role.Trainer)
        {
            await EnterTrainerAsync(person, organisation);
        }

        return person;
    }

    /// <summary>A rubric of three criteria.</summary>
    public async Task<Rubric> RubricAsync()
    {
        var rubric = new Rubric
        {
            Code = $"R{++counter}",
            Number = 1,
            Title = Text("Портфолио айдары"),
            PublishedAt = Now,
        };
        foreach (var code in new[] { "A", "B", "C" })
        {
            rubric.Add(new CriterionContent(code, Text($"{code} критерийі"), Text("Дәлел жоқ"), Text("Дәлел жартылай"), Text("Дәлел толық")));
        }

        await SaveAsync(rubric);
        return rubric;
    }

    /// <summary>A programme with one version in a state.</summary>
    public async Task<ProgrammeVersion> ProgrammeAsync(
        ProgrammeVersionStatus status = ProgrammeVersionStatus.Listed,
        int? hours = 80,
        string? code = null,
        ApplicationSteps steps = ApplicationSteps.Branch,
        int? teamSize = null,
        int minimumAttendance = 0,
        EducationLevel level = EducationLevel.Secondary)
    {
        var rubric = await RubricAsync();
        var programme = new Programme { Code = code ?? $"T{++counter}", Title = Text($"Тиімді оқыту {counter}"), Direction = "secondary", Level = level };
        var version = new ProgrammeVersion
        {
            ProgrammeId = programme.Id,
            Number = 1,
            Status = status,
            Hours = hours,
            Format = ProgrammeFormat.Classroom,
            Audience = Text("мұғалімдер"),
            ApplicationSteps = steps,
            TeamSize = teamSize,
            MinimumAttendance = minimumAttendance,
        };
        programme.Add(version);
        await SaveAsync(programme, AssessmentPlan.First(version.Id, rubric.Id));
        await CertifyForAsync(programme.Id);
        return version;
    }

    /// <summary>A training centre that may open groups.</summary>
    public static Provider ValidProvider(Organisation centre)
    {
        var provider = new Provider { OrganisationId = centre.Id };
        provider.Add(new QualityReview { ProviderId = provider.Id, Date = new DateOnly(2025, 6, 2), Result = ReviewResult.Passed, Document = "№ 7" });
        provider.Add(new ProviderAccreditation { ProviderId = provider.Id, Agency = "ACQUIN", Number = "A-1", ValidFrom = new DateOnly(2024, 1, 1) });
        return provider;
    }

    /// <summary>A text that is the same in all languages but for its mark.</summary>
    public static LocalizedText Text(string kk) => new(kk, $"{kk} (ru)", $"{kk} (en)");

    /// <summary>Saves records past the use cases.</summary>
    public Task SaveAsync(params IEnumerable<object> records) => app.UseAsync(async services =>
    {
        services.GetRequiredService<AppDbContext>().AddRange(records);
        await services.GetRequiredService<AuditTrail>().SaveAsync("TestData", CancellationToken.None);
    });

    /// <summary>A valid national number, another for each <paramref name="number"/>.</summary>
    public static string NewIin(int number)
    {
        for (var serial = number; ; serial += 1000)
        {
            var eleven = string.Create(CultureInfo.InvariantCulture, $"850315{4}{serial % 10000:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return eleven + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}

/// <summary>The organisations of a test: one region with everything in it, and another to be kept out of.</summary>
public sealed record World(
    Organisation Ministry,
    Organisation Region,
    Organisation District,
    Organisation School,
    Organisation OtherSchool,
    Organisation Centre,
    Organisation AssessmentCentre,
    Organisation OtherRegion)
{
    public Organisation Branch { get; init; } = null!;

    public Organisation OtherBranch { get; init; } = null!;

    public IEnumerable<Organisation> All => [Ministry, Region, District, OtherRegion, School, OtherSchool, Centre, AssessmentCentre, Branch, OtherBranch];
}
