using System.Globalization;
using Bogus;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Replay;

using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.National;

/// <summary>The database holds people whom the seed did not make.</summary>
public sealed class NotEmptyException() : InvalidOperationException("The database holds people already. The national seed needs a database of its own.");

/// <summary>
/// Fills an empty database with as many teachers as the country has, with organisations, employments, categories and their histories:
/// something to measure on, and to show at the real size. Written in bulk past the audit, a portion at a time; which portion is done is a
/// row of the same transaction, so that it goes on where it was stopped. Nobody has an account.
/// </summary>
public sealed class NationalSeeder(IServiceProvider services)
{
    private const int Portion = 20_000;
    private const int DistrictsOfARegion = 12;
    private const int Birthdays = 12_000;
    private const string Row = "seed national ";
    private static readonly DateOnly FirstBirthday = new(1962, 1, 1);

    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();
    private readonly TrainingRule rule = services.GetRequiredService<TrainingRule>();
    private readonly List<(Organisation School, Guid Region, Guid District)[]> schools = [];
    private List<Organisation> districts = [];

    /// <summary>Adds what is not there yet; gives how many people were added now.</summary>
    /// <param name="done">Told after each portion: people so far.</param>
    /// <param name="cancellationToken">Stops between two portions.</param>
    /// <exception cref="NotEmptyException">There are other people.</exception>
    public async Task<int> SeedAsync(Action<int>? done, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var runs = (await db.Set<ScheduleRun>().AsNoTracking().Where(r => r.Name.StartsWith(Row)).Select(r => r.Name).ToListAsync(cancellationToken)).ToHashSet();
        if (runs.Count == 0 && await db.Persons.AnyAsync(cancellationToken))
        {
            throw new NotEmptyException();
        }

        services.GetRequiredService<CurrentUser>().ActsAsSystem();
        var mediator = services.GetRequiredService<IMediator>();
        await mediator.Send(new SeedReferenceDataCommand(), cancellationToken);
        db.ChangeTracker.Clear();
        Plan(await db.Organisations.AsNoTracking().OrderBy(o => o.Path).ToListAsync(cancellationToken));
        var writer = new BulkWriter(db);
        await writer.OpenAsync();
        var added = 0;
        var portions = new List<(string Name, Func<Task<int>> Write)> { ("places", () => PlacesAsync(writer)) };
        portions.AddRange(Enumerable.Range(0, NationalPlan.Teachers).Chunk(Portion)
            .Select((numbers, i) => (string.Create(CultureInfo.InvariantCulture, $"{i}"), (Func<Task<int>>)(() => PeopleAsync(writer, numbers)))));
        foreach (var (name, write) in portions.Where(p => !runs.Contains(Row + p.Name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WritePortionAsync(async () =>
            {
                added += await write();
                await writer.WriteAsync([new ScheduleRun { Name = Row + name, FinishedAt = time.UtcNow() }]);
            });
            done?.Invoke(added);
        }

        await writer.FinishAsync();

        // after everybody there is nobody left but the counts of the regions
        await mediator.Send(new RebuildTrainingStatesCommand(Guid.AllBitsSet), cancellationToken);
        return added;
    }

    // the same ids in every run: a run that goes on finds the places of the one before
    private void Plan(List<Organisation> there)
    {
        var regions = there.Where(o => o.Kind == OrganisationKind.Region).ToList();
        districts =
        [
            .. from region in regions
               from i in Enumerable.Range(1, DistrictsOfARegion)
               let code = string.Create(CultureInfo.InvariantCulture, $"U{i:00}")
               select region.Under(OrganisationKind.District, code, new LocalizedText($"{i}-аудан", $"Район {i}", $"District {i}"), NamedId.Of($"national/{region.Code}/{code}")),
        ];
        foreach (var part in NationalPlan.Parts)
        {
            Add(part, part.Rural, Settlement.Rural, 'R');
            Add(part, part.Teachers - part.Rural, Settlement.Urban, 'U');
        }

        void Add(TeachersPart part, int teachers, Settlement settlement, char letter) => schools.Add([.. Enumerable.Range(0, 1 + (teachers / part.OfAnOrganisation)).Select(i =>
        {
            var district = districts[i % districts.Count];
            var code = string.Create(CultureInfo.InvariantCulture, $"{part.Code}{letter}{i}");
            var school = district.Under(
                OrganisationKind.School, code, new LocalizedText($"№{i + 1} {part.Kk}", $"{part.Ru} № {i + 1}", $"{part.En} No {i + 1}"), NamedId.Of($"national/{code}"));
            return (school.Describe(settlement, Ownership.State), district.ParentId!.Value, district.Id);
        })]);
    }

    private async Task<int> PlacesAsync(BulkWriter writer)
    {
        await writer.WriteAsync(districts);
        await writer.WriteAsync(schools.SelectMany(s => s).Select(s => s.School));
        return 0;
    }

    private async Task<int> PeopleAsync(BulkWriter writer, int[] numbers)
    {
        var people = numbers.Select(Make).ToList();
        await writer.WriteAsync(people.Select(p => p.Person));
        await writer.WriteAsync(people.SelectMany(p => p.EmploymentsBefore.Concat(p.Person.Employments)));
        await writer.WriteAsync(people.SelectMany(p => p.Person.Roles));
        await writer.WriteAsync(people.SelectMany(p => p.Categories));
        await writer.WriteAsync(people.Select(p => p.State));
        return people.Count;
    }

    private MadeUp Make(int number)
    {
        var (part, place) = PartOf(number);
        var places = schools[part];
        var (school, region, district) = places[place % places.Length];
        var random = new Randomizer(number + 1);
        var (isWoman, isKazakh) = (NationalPlan.IsWoman(number), number % 4 != 3);
        var name = DemoNames.Of(random, isWoman, isKazakh);
        var person = new Person
        {
            Id = new Guid(number + 1, 0x4E41, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1),
            Iin = IinOf(number, isWoman),
            FamilyName = name.Family,
            GivenName = name.Given,
            Patronymic = name.Patronymic,
            SortKey = Domain.Common.SortKey.Of($"{name.Family} {name.Given} {name.Patronymic}"),
            Language = isKazakh ? Language.Kk : Language.Ru,
        };
        var turn = place / places.Length;
        var since = time.Today().AddDays(-random.Number(200, 9_000));

        // one of five came from another organisation
        List<Employment> employmentsBefore = number % 5 != 0 ? [] :
        [
            new Employment
            {
                PersonId = person.Id,
                OrganisationId = places[(place + 1) % places.Length].School.Id,
                Position = Position.Teacher,
                From = since.AddDays(-random.Number(400, 2_000)),
                To = since.AddDays(-1),
            },
        ];
        person.WorksAt(school.Id, turn switch { 0 => Position.Head, 1 => Position.Deputy, _ => Position.Teacher }, since);
        person.Receives(Role.Teacher, school.Id);
        if (turn == 1)
        {
            person.Receives(Role.SchoolCoordinator, school.Id);
        }

        var state = new TrainingState { PersonId = person.Id };
        state.Follow(new TrainingRecord(rule, [], [], since), school.Id, region, district);
        return new MadeUp(person, employmentsBefore, CategoriesOf(person, number, random), state);
    }

    // each category five years, the last one still running
    private List<CategoryRecord> CategoriesOf(Person person, int number, Randomizer random)
    {
        var share = NationalPlan.CategoryOf(number);
        if (share.Category is null)
        {
            return [];
        }

        var last = time.Today().AddDays(-random.Number(10, 1_700));
        var all = share.Before.Append(share.Category).ToList();
        return [.. all.Select((category, i) =>
        {
            var grantedOn = last.AddYears(-5 * (all.Count - 1 - i));
            return new CategoryRecord
            {
                PersonId = person.Id,
                Category = category,
                GrantedOn = grantedOn,
                ValidUntil = grantedOn.AddYears(5),
                Ground = string.Create(CultureInfo.InvariantCulture, $"№ {random.Number(1, 400)}, {grantedOn:dd.MM.yyyy}"),
                Basis = CategoryBasis.BroughtAlong,
                GivenBy = "аттестаттау комиссиясы",
            };
        })];
    }

    private static (int Part, int Place) PartOf(int number)
    {
        var place = number;
        for (var i = 0; i < NationalPlan.Parts.Count; i++)
        {
            var part = NationalPlan.Parts[i];
            if (place < part.Rural)
            {
                return (2 * i, place);
            }

            if (place < part.Teachers)
            {
                return ((2 * i) + 1, place - part.Rural);
            }

            place -= part.Teachers;
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, null);
    }

    private static string IinOf(int number, bool isWoman)
    {
        var birthday = FirstBirthday.AddDays(number % Birthdays);
        for (var serial = number / Birthdays * 100; ; serial++)
        {
            var eleven = string.Create(CultureInfo.InvariantCulture, $"{birthday:yyMMdd}{(isWoman ? 4 : 3)}{serial:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return eleven + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private sealed record MadeUp(Person Person, List<Employment> EmploymentsBefore, List<CategoryRecord> Categories, TrainingState State);
}
