using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>An event of a coach.</summary>
/// <param name="EventId">Event.</param>
[SignedIn]
public sealed record GetCoachEventQuery(Guid EventId) : IQuery<CoachEventView>;

/// <summary>An event.</summary>
/// <param name="School">School of the coach.</param>
/// <param name="Coach">Name of the coach.</param>
/// <param name="Words">What came of it, or why it was cancelled; null before.</param>
/// <param name="Schools">Schools for which it is.</param>
/// <param name="MayRecord">Whether the user records what becomes of it.</param>
/// <param name="HasBegun">Whether its first day has come.</param>
public sealed record CoachEventView(
    Guid Id,
    LocalizedText School,
    string Coach,
    CoachEventKind Kind,
    string Topic,
    DateOnly From,
    DateOnly To,
    string Place,
    string? Link,
    Language Language,
    CoachEventStatus Status,
    string? Words,
    IReadOnlyList<CoachEventSchoolLine> Schools,
    bool MayRecord,
    bool HasBegun)
{
    /// <summary>How many came.</summary>
    public int Participants => Schools.Sum(s => s.Participants ?? 0);
}

/// <summary>A school of an event.</summary>
/// <param name="Participants">How many came; null before it was held.</param>
/// <param name="People">Those who are named; empty for whoever neither records the event nor coordinates the school.</param>
public sealed record CoachEventSchoolLine(Guid Id, LocalizedText Name, int? Participants, IReadOnlyList<string> People);

internal sealed class GetCoachEventHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCoachEventQuery, Result<CoachEventView>>
{
    public async Task<Result<CoachEventView>> Handle(GetCoachEventQuery request, CancellationToken cancellationToken)
    {
        var held = await db.EventsSeen(user).AsNoTracking()
            .Include(e => e.Schools).Include(e => e.People).AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Id == request.EventId, cancellationToken);
        if (held is null)
        {
            return new NotFound();
        }

        List<Guid> ids = [held.SchoolId, .. held.Schools.Select(s => s.SchoolId)];
        var schools = await db.Organisations
            .Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.Path, o.SortKey })
            .ToDictionaryAsync(o => o.Id, cancellationToken);
        var mayRecord = held.CoachId == user.Me || user.Covers(Permission.HoldCoachEvents, schools[held.SchoolId].Path);
        var people = held.People
            .Where(p => mayRecord || user.Covers(Permission.HoldCoachEvents, schools[p.SchoolId].Path))
            .ToLookup(p => p.SchoolId, p => p.PersonId);
        var asked = people.SelectMany(g => g).Append(held.CoachId).ToList();
        var names = await db.Persons
            .Where(p => EF.Parameter(asked).Contains(p.Id))
            .Select(p => new { p.Id, p.SortKey, Name = p.FamilyName + " " + p.GivenName })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return new CoachEventView(
            held.Id,
            schools[held.SchoolId].Name,
            names[held.CoachId].Name,
            held.Kind,
            held.Topic,
            held.From,
            held.To,
            held.Place,
            held.Link,
            held.Language,
            held.Status,
            held.Words,
            [
                .. held.Schools
                    .OrderBy(s => s.SchoolId == held.SchoolId ? 0 : 1)
                    .ThenBy(s => schools[s.SchoolId].SortKey, StringComparer.Ordinal)
                    .Select(s => new CoachEventSchoolLine(
                        s.SchoolId,
                        schools[s.SchoolId].Name,
                        s.Participants,
                        [.. people[s.SchoolId].Select(id => names[id]).OrderBy(n => n.SortKey, StringComparer.Ordinal).Select(n => n.Name)])),
            ],
            mayRecord,
            time.Today() >= held.From);
    }
}
