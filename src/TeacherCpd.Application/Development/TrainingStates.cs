using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Development;

/// <summary>Keeps one <see cref="TrainingState"/> for each teacher, deputy and head who works at a school now.</summary>
internal sealed class TrainingStates(IAppDbContext db, TrainingRule rule, TimeProvider time) : IDerivedRecords
{
    public Task FollowAsync(CancellationToken cancellationToken)
    {
        var touched = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => e.Entity switch
            {
                // of a certificate only its state changes what counts
                Certificate certificate when e.State != EntityState.Modified || e.Property(nameof(Certificate.Status)).IsModified => certificate.PersonId,
                Employment employment => employment.PersonId,
                DevelopmentActivity activity when rule.CountActivities => activity.PersonId,
                _ => (Guid?)null,
            })
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return touched.Count == 0 ? Task.CompletedTask : RefreshAsync(touched, cancellationToken);
    }

    /// <summary>Makes the rows of some people anew; what is not saved yet counts.</summary>
    public async Task RefreshAsync(List<Guid> people, CancellationToken cancellationToken)
    {
        await db.Persons.Include(p => p.Employments).Where(p => people.Contains(p.Id)).LoadAsync(cancellationToken);
        await db.Certificates.Where(c => c.Kind == CertificateKind.Course && people.Contains(c.PersonId)).LoadAsync(cancellationToken);
        await db.TrainingStates.Where(s => people.Contains(s.PersonId)).LoadAsync(cancellationToken);
        if (rule.CountActivities)
        {
            await db.DevelopmentActivities
                .Where(a => people.Contains(a.PersonId) && a.Status == ActivityStatus.Confirmed)
                .LoadAsync(cancellationToken);
        }

        var wanted = people.ToHashSet();
        var persons = db.Persons.Local.Where(p => wanted.Contains(p.Id)).ToList();
        var places = await PlacesAsync(persons, cancellationToken);
        var courses = db.Certificates.Local.Where(c => c is { Kind: CertificateKind.Course, Status: CertificateStatus.Valid } && wanted.Contains(c.PersonId)).ToLookup(c => c.PersonId);
        var activities = db.DevelopmentActivities.Local
            .Where(a => a.Status == ActivityStatus.Confirmed && wanted.Contains(a.PersonId))
            .ToLookup(a => a.PersonId, a => new ClaimedHours(a.Id, a.Kind, a.To, a.Hours));
        var states = db.TrainingStates.Local.Where(s => wanted.Contains(s.PersonId)).ToDictionary(s => s.PersonId);
        var today = time.Today();
        foreach (var person in persons)
        {
            var jobs = person.Employments.Asked(today).Where(e => places.ById.GetValueOrDefault(e.OrganisationId)?.Kind == OrganisationKind.School).ToList();
            var state = states.GetValueOrDefault(person.Id);
            if (jobs.Count == 0)
            {
                if (state is not null)
                {
                    db.TrainingStates.Remove(state);
                }

                continue;
            }

            if (state is null)
            {
                state = new TrainingState { PersonId = person.Id };
                db.TrainingStates.Add(state);
            }

            var record = new TrainingRecord(
                rule, courses[person.Id].Select(c => new CourseEntry(c.IssuedOn, c.Hours ?? 0)), activities[person.Id], jobs.Min(j => j.From));
            var (region, district) = places.Above(jobs[0].OrganisationId);
            state.Follow(record, jobs[0].OrganisationId, region, district);
        }
    }

    // the places of work with what stands above them, among them those that are not saved yet
    private async Task<Places> PlacesAsync(List<Person> persons, CancellationToken cancellationToken)
    {
        var ids = persons.SelectMany(p => p.Employments).Select(e => e.OrganisationId).Distinct().ToList();
        await db.Organisations.Where(o => ids.Contains(o.Id)).LoadAsync(cancellationToken);
        var paths = db.Organisations.Local
            .Where(o => ids.Contains(o.Id))
            .SelectMany(o => new[] { Places.Beginning(o.Path, 2), Places.Beginning(o.Path, 3) })
            .Distinct()
            .ToList();
        await db.Organisations.Where(o => paths.Contains(o.Path)).LoadAsync(cancellationToken);
        return new Places(db.Organisations.Local.ToDictionary(o => o.Id));
    }

    private sealed record Places(Dictionary<Guid, Organisation> ById)
    {
        private readonly Dictionary<string, Guid> byPath = ById.Values.ToDictionary(o => o.Path, o => o.Id);

        /// <summary>The first codes of a path, as many as it has.</summary>
        public static string Beginning(string path, int codes) =>
            string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(codes).Select(code => $"{code}/"));

        public (Guid Region, Guid? District) Above(Guid place)
        {
            var path = ById[place].Path;
            var (second, third) = (Beginning(path, 2), Beginning(path, 3));
            return (byPath[second], third == second ? null : byPath[third]);
        }
    }
}
