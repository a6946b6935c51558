using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>
/// Who has to be attested when, for five years and two sessions a year: the session in whose half of the year the category ends. At a
/// school its people, above it the organisations right below.
/// </summary>
/// <param name="PlaceId">School, district, region or ministry; null for the first over which the user sees categories.</param>
[RequirePermission(Permission.SeeCategories)]
public sealed record GetForecastQuery(Guid? PlaceId) : IQuery<ForecastView>;

/// <summary>A session of a year.</summary>
/// <param name="Number">1 for January to June, 2 for July to December.</param>
public sealed record PlannedSession(int Year, int Number);

/// <summary>The plan of a place.</summary>
/// <param name="Above">The place above, where the user sees it too.</param>
/// <param name="Sessions">The ten sessions.</param>
/// <param name="Below">Organisations right below; empty at a school.</param>
/// <param name="People">People of a school, those due first; empty above it.</param>
/// <param name="Sum">Counts of the place.</param>
public sealed record ForecastView(
    ForecastPlace Place,
    ForecastPlace? Above,
    IReadOnlyList<ForecastPlace> Others,
    IReadOnlyList<PlannedSession> Sessions,
    IReadOnlyList<ForecastRow> Below,
    IReadOnlyList<ForecastPerson> People,
    ForecastCounts Sum);

/// <summary>A place.</summary>
public sealed record ForecastPlace(Guid Id, LocalizedText Name, OrganisationKind Kind);

/// <summary>A place with its counts.</summary>
public sealed record ForecastRow(ForecastPlace Place, ForecastCounts Counts);

/// <summary>How many are due when.</summary>
/// <param name="Over">Term over already.</param>
/// <param name="BySession">Due in each session.</param>
/// <param name="Later">Due after them.</param>
/// <param name="StandsStill">Away: the term stands still.</param>
/// <param name="Exempt">Free of attestation before the pension when the term ends.</param>
/// <param name="Without">Without a category that has a term.</param>
public sealed record ForecastCounts(int Over, IReadOnlyList<int> BySession, int Later, int StandsStill, int Exempt, int Without)
{
    /// <summary>All people.</summary>
    public int People => Over + BySession.Sum() + Later + StandsStill + Exempt + Without;
}

/// <summary>A person of a school.</summary>
/// <param name="EndsOn">Last day of the term; null without one or while it stands still.</param>
/// <param name="Session">Session in which the person is due; null for none of them.</param>
public sealed record ForecastPerson(string Name, string? Category, DateOnly? EndsOn, PlannedSession? Session, ForecastState State);

/// <summary>Where a person stands in the plan.</summary>
public enum ForecastState
{
    /// <summary>No category with a term.</summary>
    Without,

    /// <summary>The term is over.</summary>
    Over,

    /// <summary>Due in one of the sessions.</summary>
    Due,

    /// <summary>Due after them.</summary>
    Later,

    /// <summary>Away: the term stands still.</summary>
    StandsStill,

    /// <summary>Free of attestation before the pension when the term ends.</summary>
    Exempt,
}

internal sealed class GetForecastHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetForecastQuery, Result<ForecastView>>
{
    private const int Years = 5;
    private const int MonthsOfHalf = 6;

    private static readonly OrganisationKind[] Kinds = [OrganisationKind.Region, OrganisationKind.District, OrganisationKind.School];

    public async Task<Result<ForecastView>> Handle(GetForecastQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var tops = await db.Organisations.AsNoTracking().Tops(user.Scopes(Permission.SeeCategories)).OrderBy(o => o.SortKey).ToListAsync(cancellationToken);
        var place = request.PlaceId is { } id
            ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken)
            : tops.FirstOrDefault();
        if (place is null || !user.Covers(Permission.SeeCategories, place.Path))
        {
            return new NotFound();
        }

        if (await Evaluation.InForceAsync(db, today, cancellationToken) is not { } edition)
        {
            return new NoRulesInForce();
        }

        var rules = RuleBook.Read(edition.Json);
        var sessions = Enumerable.Range(today.Year, Years).SelectMany(y => new[] { new PlannedSession(y, 1), new PlannedSession(y, 2) }).ToList();
        var above = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == place.ParentId, cancellationToken);
        var children = await db.Organisations.AsNoTracking()
            .Where(o => o.ParentId == place.Id && Kinds.Contains(o.Kind))
            .OrderBy(o => o.SortKey)
            .ToListAsync(cancellationToken);
        var counts = new Dictionary<Guid, Tally>();
        var people = new List<(Guid Id, ForecastPerson Person)>();
        var pauses = (await db.CategoryPauses.Select(p => new { p.PersonId, p.From, p.To }).ToListAsync(cancellationToken)).ToLookup(p => p.PersonId, p => (p.From, p.To));
        await foreach (var row in Rows(place).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var ends = row.Category is null ? null : CategoryTerm.Ends(row.ValidUntil, row.GrantedOn!.Value, pauses[row.PersonId], rules.Leave.Years);
            var state = StateOf(rules, row, ends, sessions[^1].Year, today);
            var session = state == ForecastState.Due ? new PlannedSession(ends!.Value.Year, ends.Value.Month <= MonthsOfHalf ? 1 : 2) : null;
            if (!counts.TryGetValue(row.PlaceId, out var tally))
            {
                counts.Add(row.PlaceId, tally = new Tally(sessions.Count));
            }

            tally.Add(state, session is null ? -1 : sessions.IndexOf(session));
            if (place.Kind == OrganisationKind.School)
            {
                people.Add((row.PersonId, new ForecastPerson("", row.Category, ends, session, state)));
            }
        }

        var below = children.ConvertAll(c => new ForecastRow(PlaceOf(c), (counts.GetValueOrDefault(c.Id) ?? new Tally(sessions.Count)).Counts));
        return new ForecastView(
            PlaceOf(place),
            above is not null && user.Covers(Permission.SeeCategories, above.Path) ? PlaceOf(above) : null,
            [.. tops.Where(t => t.Id != place.Id && !place.Path.StartsWith(t.Path, StringComparison.Ordinal)).Select(PlaceOf)],
            sessions,
            below,
            await NamedAsync(people, cancellationToken),
            counts.Values.Aggregate(new Tally(sessions.Count), (sum, some) => sum.With(some)).Counts);
    }

    private static ForecastPlace PlaceOf(Organisation organisation) => new(organisation.Id, organisation.Name, organisation.Kind);

    private static ForecastState StateOf(AttestationRules rules, Row row, DateOnly? ends, int lastYear, DateOnly today) => ends switch
    {
        null when row.ValidUntil is null => ForecastState.Without,
        null => ForecastState.StandsStill,
        { } day when PensionAge.DayOf(rules, row.Iin) is { } pension && pension >= day && pension <= day.AddYears(rules.Pension.YearsBefore) => ForecastState.Exempt,
        { } day when day < today => ForecastState.Over,
        { } day => day.Year <= lastYear ? ForecastState.Due : ForecastState.Later,
    };

    // a row a person, as the lists of training have them: each counted once, at the main employment
    private IQueryable<Row> Rows(Organisation place)
    {
        var staff = place switch
        {
            { ParentId: null } => db.TrainingStates.Select(s => new { s.PersonId, PlaceId = s.RegionId }),
            { Kind: OrganisationKind.Region } => db.TrainingStates.Where(s => s.RegionId == place.Id).Select(s => new { s.PersonId, PlaceId = s.DistrictId ?? s.OrganisationId }),
            { Kind: OrganisationKind.District } => db.TrainingStates.Where(s => s.DistrictId == place.Id).Select(s => new { s.PersonId, PlaceId = s.OrganisationId }),
            _ => db.TrainingStates.Where(s => s.OrganisationId == place.Id).Select(s => new { s.PersonId, PlaceId = s.OrganisationId }),
        };
        return
            from s in staff
            join person in db.Persons on s.PersonId equals person.Id
            join record in db.Newest() on s.PersonId equals record.PersonId into held
            from category in held.DefaultIfEmpty()
            select new Row(
                s.PersonId, s.PlaceId, person.Iin, category == null ? null : category.Category, category == null ? null : category.GrantedOn, category == null ? null : category.ValidUntil);
    }

    private async Task<List<ForecastPerson>> NamedAsync(List<(Guid Id, ForecastPerson Person)> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var ids = people.ConvertAll(p => p.Id);
        var names = await db.Persons
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName, p.SortKey })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. people
            .OrderBy(p => p.Person.State)
            .ThenBy(p => p.Person.EndsOn)
            .ThenBy(p => names[p.Id].SortKey, StringComparer.Ordinal)
            .Select(p => p.Person with { Name = names[p.Id].Name })];
    }

    private sealed record Row(Guid PersonId, Guid PlaceId, string Iin, string? Category, DateOnly? GrantedOn, DateOnly? ValidUntil);

    private sealed class Tally(int sessions)
    {
        private readonly int[] bySession = new int[sessions];
        private readonly int[] byState = new int[Enum.GetValues<ForecastState>().Length];

        public ForecastCounts Counts => new(
            Of(ForecastState.Over), bySession, Of(ForecastState.Later), Of(ForecastState.StandsStill), Of(ForecastState.Exempt), Of(ForecastState.Without));

        public void Add(ForecastState state, int session)
        {
            byState[(int)state]++;
            if (session >= 0)
            {
                bySession[session]++;
            }
        }

        public Tally With(Tally other)
        {
            for (var i = 0; i < byState.Length; i++)
            {
                byState[i] += other.byState[i];
            }

            for (var i = 0; i < bySession.Length; i++)
            {
                bySession[i] += other.bySession[i];
            }

            return this;
        }

        private int Of(ForecastState state) => byState[(int)state];
    }
}
