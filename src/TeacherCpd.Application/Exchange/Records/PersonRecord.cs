using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Application.Exchange.Records;

/// <summary>What other systems read of a person.</summary>
/// <param name="Id">Id of the person; addresses name people by it and never by the national number.</param>
/// <param name="Iin">National number, 12 digits.</param>
/// <param name="Patronymic">Patronymic; null where the person has none.</param>
/// <param name="Work">Where the person works today.</param>
/// <param name="Certificates">Certificates, the oldest first.</param>
/// <param name="Categories">Qualification categories, the oldest first, those that are over too.</param>
/// <param name="Training">When the person was last trained; null for whom training is not counted.</param>
public sealed record PersonRecord(
    Guid Id,
    string Iin,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    IReadOnlyList<WorkRecord> Work,
    IReadOnlyList<CertificateRecord> Certificates,
    IReadOnlyList<CategoryEntry> Categories,
    TrainingEntry? Training);

/// <summary>Where a person works.</summary>
/// <param name="OrganisationCode">Code of the organisation; stable, while its id is ours.</param>
/// <param name="To">Last day; null while it goes on.</param>
public sealed record WorkRecord(Guid OrganisationId, string OrganisationCode, Position Position, DateOnly From, DateOnly? To);

/// <summary>A certificate.</summary>
/// <param name="Serial">Number.</param>
/// <param name="ProgrammeCode">Code of the programme; null where it is for none.</param>
/// <param name="Hours">Academic hours; null where there are none.</param>
/// <param name="ValidUntil">Last day of validity; null where it has no end.</param>
public sealed record CertificateRecord(Guid Id, string Serial, CertificateKind Kind, string? ProgrammeCode, int? Hours, DateOnly IssuedOn, DateOnly? ValidUntil, CertificateStatus Status);

/// <summary>A qualification category.</summary>
/// <param name="Category">Code, for example <c>moderator</c>.</param>
/// <param name="Ground">Protocol or order that it rests on.</param>
/// <param name="ValidUntil">Last day; null where it has no end.</param>
/// <param name="IsAnnulled">Whether it was taken out of the record.</param>
public sealed record CategoryEntry(Guid Id, string Category, DateOnly GrantedOn, DateOnly? ValidUntil, string Ground, bool IsAnnulled);

/// <summary>Training.</summary>
/// <param name="LastCourseOn">End of the last course; null without one.</param>
/// <param name="DueOn">By when the next is due.</param>
public sealed record TrainingEntry(DateOnly? LastCourseOn, DateOnly DueOn);

/// <summary>Reads records of people: one way for the export, for programs and for the person.</summary>
internal static class PersonRecords
{
    /// <summary>People who work somewhere below some paths on a day.</summary>
    public static IQueryable<Person> WorkingBelow(this IAppDbContext db, IReadOnlyList<string> paths, DateOnly day)
    {
        // asked of each place of work, so that the database does not list all places of the country for one person
        var places = db.Organisations.Within(paths);
        return db.Persons.AsNoTracking().Where(p => p.Employments.Any(e => e.From <= day && (e.To == null || e.To >= day) && places.Any(o => o.Id == e.OrganisationId)));
    }

    /// <summary>The records of some people, in the order of the query. Four questions to the database, however many people.</summary>
    public static async Task<List<PersonRecord>> PersonRecordsAsync(this IAppDbContext db, IQueryable<Person> query, DateOnly day, CancellationToken cancellationToken)
    {
        var people = await query
            .Include(p => p.Employments.Where(e => e.From <= day && (e.To == null || e.To >= day)))
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var ids = people.ConvertAll(p => p.Id);
        if (ids.Count == 0)
        {
            return [];
        }

        var places = people.SelectMany(p => p.Employments).Select(e => e.OrganisationId).Distinct().ToList();
        var codes = await db.Organisations.Where(o => EF.Parameter(places).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);
        var certificates = (await db.Certificates
            .Where(c => EF.Parameter(ids).Contains(c.PersonId))
            .OrderBy(c => c.IssuedOn).ThenBy(c => c.Serial)
            .Select(c => new { c.PersonId, Record = new CertificateRecord(c.Id, c.Serial, c.Kind, c.ProgrammeCode, c.Hours, c.IssuedOn, c.ValidUntil, c.Status) })
            .ToListAsync(cancellationToken)).ToLookup(c => c.PersonId, c => c.Record);
        var categories = (await db.CategoryRecords
            .Where(c => EF.Parameter(ids).Contains(c.PersonId))
            .OrderBy(c => c.GrantedOn).ThenBy(c => c.Id)
            .Select(c => new { c.PersonId, Entry = new CategoryEntry(c.Id, c.Category, c.GrantedOn, c.ValidUntil, c.Ground, c.AnnulledAt != null) })
            .ToListAsync(cancellationToken)).ToLookup(c => c.PersonId, c => c.Entry);
        var training = await db.TrainingStates
            .Where(s => EF.Parameter(ids).Contains(s.PersonId))
            .ToDictionaryAsync(s => s.PersonId, s => new TrainingEntry(s.LastCourseOn, s.DueOn), cancellationToken);
        return people.ConvertAll(p => new PersonRecord(
            p.Id, p.Iin, p.FamilyName, p.GivenName, p.Patronymic,
            [.. p.Employments.OrderBy(e => e.From).ThenBy(e => e.Id).Select(e => new WorkRecord(e.OrganisationId, codes[e.OrganisationId], e.Position, e.From, e.To))],
            [.. certificates[p.Id]], [.. categories[p.Id]], training.GetValueOrDefault(p.Id)));
    }
}
