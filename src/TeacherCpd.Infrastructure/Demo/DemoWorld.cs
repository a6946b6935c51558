using Bogus;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>What one part of the demo data leaves for the next. Chance has a fixed seed: every run makes the same people.</summary>
internal sealed class DemoWorld(DateTime now)
{
    /// <summary>Chance.</summary>
    public Randomizer Random { get; } = new(20260901);

    /// <summary>Moment from which everything is counted (UTC).</summary>
    public DateTime Now { get; } = now;

    /// <summary>The day of <see cref="Now"/>.</summary>
    public DateOnly Today => Clock.DayOf(Now);

    /// <summary>Organisations by path.</summary>
    public Dictionary<string, Organisation> Places { get; } = [];

    /// <summary>People of <see cref="DemoAccounts"/> by national number.</summary>
    public Dictionary<string, Person> Known { get; } = [];

    /// <summary>Teachers without an account, by school.</summary>
    public List<(Person Person, Organisation School)> Teachers { get; } = [];

    /// <summary>Trainers of the Kostanay branch; the first has an account.</summary>
    public List<Person> KostanayTrainers { get; } = [];

    /// <summary>Trainers of the Turkistan branch.</summary>
    public List<Person> TurkistanTrainers { get; } = [];

    /// <summary>Assessors; the first has an account.</summary>
    public List<Person> Assessors { get; } = [];

    /// <summary>Coordinator over all branches of the centre.</summary>
    public Person CentreCoordinator { get; set; } = null!;

    /// <summary>The school with a commission of its own.</summary>
    public Organisation School { get; set; } = null!;

    /// <summary>People who reached a recommendation in a group that was closed.</summary>
    public List<DemoGraduate> Graduates { get; } = [];

    /// <summary>The categories held, by person.</summary>
    public Dictionary<Guid, (string Category, DateOnly GrantedOn)> Categories { get; } = [];

    /// <summary>A refusal here is a fault of the demo data, not something that a person can cause.</summary>
    public static void Ok(Error? error)
    {
        if (error is not null)
        {
            throw new InvalidOperationException($"The demo data break a rule: {error.Code}.");
        }
    }

    /// <summary>The person of an account.</summary>
    public Person Of(DemoAccount account) => Known[account.Iin];

    /// <summary>The region of a school.</summary>
    public Organisation RegionOf(Organisation school) => Places[string.Join('/', school.Path.Split('/').Take(2)) + "/"];

    /// <summary>Where a teacher works; null for who teaches nowhere.</summary>
    public Organisation? SchoolOf(Person person) =>
        Teachers.Find(t => t.Person.Id == person.Id).School
        ?? Places.Values.FirstOrDefault(p => p.Kind == OrganisationKind.School && person.Employments.Any(e => e.OrganisationId == p.Id));

    /// <summary>A moment some days ago, in working hours.</summary>
    public DateTime Ago(double days)
    {
        var moment = Now.AddDays(-days).AddMinutes(-Random.Number(0, 240));
        return moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
    }
}

/// <summary>Somebody whose year of support has begun.</summary>
internal sealed record DemoGraduate(Guid EnrolmentId, Person Person, Person Trainer, DateOnly ClosedOn);
