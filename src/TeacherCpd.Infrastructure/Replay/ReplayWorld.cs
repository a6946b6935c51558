using System.Globalization;
using Bogus;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;

using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>
/// People and places of the replay, and the way to send a command as one of them. Every id follows from a name, so that what was made
/// before a stop is found again.
/// </summary>
internal sealed class ReplayWorld(IServiceProvider services, decimal scale)
{
    private const int SchoolsOfARegion = 70;
    private const int Birthdays = 12_000;
    private static readonly DateOnly FirstBirthday = new(1962, 1, 1);

    private readonly Dictionary<Guid, IReadOnlyList<Grant>> grants = [];
    private readonly HashSet<Guid> known = [];

    /// <summary>Organisations of the reference data by path, and branches.</summary>
    public Dictionary<string, Organisation> Places { get; } = [];

    /// <summary>Regions, in the order of their paths.</summary>
    public IReadOnlyList<Organisation> Regions { get; private set; } = [];

    /// <summary>Officer of the ministry.</summary>
    public Guid Officer { get; } = IdOf("officer");

    /// <summary>Coordinator over all branches.</summary>
    public Guid Coordinator { get; } = IdOf("coordinator");

    /// <summary>Developer and methodologist of the centre.</summary>
    public Guid Developer { get; } = IdOf("developer");

    /// <summary>Moderator.</summary>
    public Guid Moderator { get; } = IdOf("moderator");

    /// <summary>Assessors; reflective reports have two.</summary>
    public IReadOnlyList<Guid> Assessors { get; } = [IdOf("assessor/0"), IdOf("assessor/1"), IdOf("assessor/2")];

    /// <summary>An id that follows from a name.</summary>
    public static Guid IdOf(string name) => NamedId.Of($"replay-2022/{name}");

    /// <summary>The id of a participant.</summary>
    public static Guid PersonOf(PlannedPerson person) => IdOf($"person/{person.Number}");

    /// <summary>The branch of a group.</summary>
    public Organisation BranchOf(PlannedGroup group) => Places[$"kz/pso/B{RegionOf(group).Code}/"];

    /// <summary>The region of a group: groups go round the country.</summary>
    public Organisation RegionOf(PlannedGroup group) => Regions[group.Number % Regions.Count];

    /// <summary>Reads the places that are there, and adds branches and staff that are missing.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await WriteAsync("ReplayStaff", async db =>
        {
            foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => o.Kind != OrganisationKind.School).ToListAsync(cancellationToken))
            {
                Places[organisation.Path] = organisation;
            }

            Regions = [.. Places.Values.Where(o => o.Kind == OrganisationKind.Region).OrderBy(o => o.Path, StringComparer.Ordinal)];
            foreach (var region in Regions.Where(r => !Places.ContainsKey($"kz/pso/B{r.Code}/")))
            {
                var branch = Places["kz/pso/"].Under(OrganisationKind.Branch, $"B{region.Code}", region.Name, IdOf($"branch/{region.Code}"));
                db.Organisations.Add(branch);
                db.BranchRegions.Add(new BranchRegion { BranchId = branch.Id, RegionId = region.Id });
                Places.Add(branch.Path, branch);
            }

            await AddStaffAsync(db, Officer, 90_001, Role.EducationOfficer, Places["kz/"], cancellationToken);
            await AddStaffAsync(db, Coordinator, 90_002, Role.Coordinator, Places["kz/pso/"], cancellationToken);
            await AddStaffAsync(db, Developer, 90_003, Role.ProgrammeDeveloper, Places["kz/pso/"], cancellationToken);
            await AddStaffAsync(db, Moderator, 90_004, Role.Moderator, Places["kz/pom/"], cancellationToken);
            for (var i = 0; i < Assessors.Count; i++)
            {
                await AddStaffAsync(db, Assessors[i], 90_010 + i, Role.Assessor, Places["kz/pom/"], cancellationToken);
            }
        }, cancellationToken);
    }

    /// <summary>Adds the people of a group and their schools, unless they are there.</summary>
    public Task AddPeopleAsync(PlannedGroup group, CancellationToken cancellationToken) => WriteAsync("ReplayPeople", async db =>
    {
        var region = RegionOf(group);
        var ids = group.People.Select(PersonOf).ToList();
        var there = await db.Persons.Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var person in group.People.Where(p => !there.Contains(PersonOf(p))))
        {
            var school = await SchoolAsync(db, region, person, cancellationToken);
            var added = NewPerson(PersonOf(person), person.Number, person.Sex, person.Language != Language.Ru);
            added.WorksAt(school, person.Code is "H01" or "H02" or "P01" ? Position.Head : Position.Teacher, new DateOnly(2012, 9, 1).AddDays(person.Number % 2_000));
            added.Receives(Role.Teacher, school);
            db.Persons.Add(added);
        }
    }, cancellationToken);

    /// <summary>The school of a team, and who sends its people.</summary>
    public async Task<(Guid School, Guid Coordinator)> SchoolOfTeamAsync(PlannedGroup group, PlannedPerson one, CancellationToken cancellationToken)
    {
        var name = SchoolName(RegionOf(group), one);
        var (school, coordinator) = (IdOf(name), IdOf($"{name}/coordinator"));
        await WriteAsync("ReplayStaff", db => AddStaffAsync(db, coordinator, 100_000 + one.Number, Role.SchoolCoordinator, school, cancellationToken), cancellationToken);
        return (school, coordinator);
    }

    /// <summary>Adds somebody who is going to be a trainer.</summary>
    public Task AddTrainerPersonAsync(Guid id, int number, bool isOfCentre, CancellationToken cancellationToken) => WriteAsync("ReplayStaff", async db =>
    {
        if (!await db.Persons.AnyAsync(p => p.Id == id, cancellationToken))
        {
            var person = NewPerson(id, 50_000 + number, Sex.Female, true);
            if (isOfCentre)
            {
                person.WorksAt(Places["kz/pso/"].Id, Position.Trainer, new DateOnly(2014, 9, 1));
            }

            db.Persons.Add(person);
        }
    }, cancellationToken);

    /// <summary>The national number of a trainer.</summary>
    public static string TrainerIin(int number) => IinOf(50_000 + number, Sex.Female);

    /// <summary>Sends a command as a person; a refusal is a fault of the replay.</summary>
    public async Task<T> SendAsync<T>(Guid person, IRequest<Result<T>> request, CancellationToken cancellationToken) =>
        Ok(request, await TrySendAsync(person, request, cancellationToken));

    /// <summary>Sends a command as a person.</summary>
    public async Task<Result<T>> TrySendAsync<T>(Guid person, IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        if (grants.TryGetValue(person, out var held))
        {
            user.SignedInAs(person, held);
        }
        else
        {
            await scope.ServiceProvider.GetRequiredService<CurrentUserLoader>().LoadAsync(person, cancellationToken);

            // staff come again and again, a participant for a few commands
            if (known.Contains(person))
            {
                grants[person] = user.Grants;
            }
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Sends a command as jobs do.</summary>
    public async Task<T> SendAsSystemAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActsAsSystem();
        return Ok(request, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken));
    }

    /// <summary>Reads the database.</summary>
    public async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Writes people, places and programmes, which no result depends on, in one transaction with their audit.</summary>
    public async Task WriteAsync(string name, Func<AppDbContext, Task> write, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActsAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                await write(db);
                await audit.SaveAsync(name, token);
                await transaction.CommitAsync(token);
            },
            cancellationToken);
    }

    private static T Ok<T>(IRequest<Result<T>> request, Result<T> result) => result.Error is null
        ? result.Value
        : throw new InvalidOperationException($"The replay breaks a rule: {request.GetType().Name}, {result.Error.Code}, {result.Error}.");

    private async Task<Guid> SchoolAsync(AppDbContext db, Organisation region, PlannedPerson person, CancellationToken cancellationToken)
    {
        var name = SchoolName(region, person);
        var id = IdOf(name);
        if (!known.Contains(id) && !db.Organisations.Local.Any(o => o.Id == id) && !await db.Organisations.AnyAsync(o => o.Id == id, cancellationToken))
        {
            var number = int.Parse(name.Split('/')[^1], CultureInfo.InvariantCulture) + 1;
            var letters = $"{(person.IsRural ? 'R' : 'U')}{person.Level.ToString()[0]}";
            db.Organisations.Add(region.Under(OrganisationKind.School, string.Create(CultureInfo.InvariantCulture, $"{letters}{number}"), person.Level switch
            {
                EducationLevel.Preschool => new LocalizedText($"№{number} бөбекжай, {region.Name.Kk}", $"Детский сад № {number}, {region.Name.Ru}", $"Kindergarten No {number}, {region.Name.En}"),
                EducationLevel.Secondary => new LocalizedText($"№{number} жалпы білім беретін мектеп, {region.Name.Kk}", $"Общеобразовательная школа № {number}, {region.Name.Ru}", $"School No {number}, {region.Name.En}"),
                EducationLevel.HigherAndVocational => new LocalizedText($"№{number} колледж, {region.Name.Kk}", $"Колледж № {number}, {region.Name.Ru}", $"College No {number}, {region.Name.En}"),
                _ => throw new ArgumentOutOfRangeException(nameof(person), person.Level, null),
            }, id).Describe(person.IsRural ? Settlement.Rural : Settlement.Urban, Ownership.State));
        }

        return id;
    }

    // colleagues of a team are of one school
    private string SchoolName(Organisation region, PlannedPerson person)
    {
        var schools = Math.Max(2, (int)(SchoolsOfARegion * scale));
        return string.Create(CultureInfo.InvariantCulture, $"school/{region.Code}/{person.Level}/{person.IsRural}/{(person.Team ?? person.Number) % schools}");
    }

    private Task AddStaffAsync(AppDbContext db, Guid id, int number, Role role, Organisation at, CancellationToken cancellationToken) =>
        AddStaffAsync(db, id, number, role, at.Id, cancellationToken);

    private async Task AddStaffAsync(AppDbContext db, Guid id, int number, Role role, Guid at, CancellationToken cancellationToken)
    {
        if (known.Add(id) && !await db.Persons.AnyAsync(p => p.Id == id, cancellationToken))
        {
            var person = NewPerson(id, number, Sex.Female, true);
            person.WorksAt(at, Position.Staff, new DateOnly(2015, 9, 1));
            person.Receives(role, at);
            db.Persons.Add(person);
        }
    }

    private static Person NewPerson(Guid id, int number, Sex sex, bool isKazakh)
    {
        var name = DemoNames.Of(new Randomizer(number + 1), sex == Sex.Female, isKazakh);
        return new Person
        {
            Id = id,
            Iin = IinOf(number, sex),
            FamilyName = name.Family,
            GivenName = name.Given,
            Patronymic = name.Patronymic,
            SortKey = Domain.Common.SortKey.Of($"{name.Family} {name.Given} {name.Patronymic}"),
            Language = isKazakh ? Language.Kk : Language.Ru,
        };
    }

    private static string IinOf(int number, Sex sex)
    {
        var birthday = FirstBirthday.AddDays(number % Birthdays);
        for (var serial = number / Birthdays * 100; ; serial++)
        {
            var eleven = string.Create(CultureInfo.InvariantCulture, $"{birthday:yyMMdd}{(sex == Sex.Female ? 4 : 3)}{serial:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return eleven + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
