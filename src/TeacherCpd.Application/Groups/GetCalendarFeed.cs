using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Groups;

/// <summary>The calendar of whoever gave out the address. The address is the key: nobody signs in from a calendar programme.</summary>
/// <param name="Token">What stands in the address.</param>
[OpenToAll]
public sealed record GetCalendarFeedQuery(string Token) : IQuery<CalendarOfPerson>;

/// <summary>What a calendar programme reads: sessions and open contacts of the last month and of all days to come.</summary>
/// <param name="Language">Language in which the person is written to.</param>
/// <param name="Contacts">Contacts of the year after a course: the own ones, and those for which the person is responsible.</param>
public sealed record CalendarOfPerson(Language Language, IReadOnlyList<CalendarSession> Sessions, IReadOnlyList<CalendarContact> Contacts);

/// <summary>A contact in somebody's calendar.</summary>
/// <param name="Other">The participant, for the trainer; the trainer, for the participant.</param>
/// <param name="IsMine">Whether it is of the person's own year.</param>
public sealed record CalendarContact(Guid Id, ContactKind Kind, DateOnly DueOn, string Other, int Revision, bool IsMine)
{
    /// <summary>Page of it, from the address of the site.</summary>
    public string Path => IsMine ? $"my/support#{Id}" : $"support/{Id}";
}

internal sealed class GetCalendarFeedHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetCalendarFeedQuery, Result<CalendarOfPerson>>
{
    private const int DaysBack = 31;
    private const int Most = 1000;

    public async Task<Result<CalendarOfPerson>> Handle(GetCalendarFeedQuery request, CancellationToken cancellationToken)
    {
        var hash = CalendarFeed.HashOf(request.Token);
        var person = await (
            from feed in db.CalendarFeeds
            where feed.TokenHash == hash
            join p in db.Persons on feed.PersonId equals p.Id
            select new { p.Id, p.Language })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        var from = Clock.BeginOf(time.Today().AddDays(-DaysBack));
        var first = Clock.DayOf(from);
        var contacts = await (
            from contact in db.SupportContacts
            where (contact.PersonId == person.Id || contact.TrainerId == person.Id) && contact.DoneAt == null && contact.DueOn >= first
            join participant in db.Persons on contact.PersonId equals participant.Id
            join trainer in db.Persons on contact.TrainerId equals trainer.Id
            orderby contact.DueOn, contact.Id
            select new CalendarContact(
                contact.Id,
                contact.Kind,
                contact.DueOn,
                contact.PersonId == person.Id ? trainer.FamilyName + " " + trainer.GivenName : participant.FamilyName + " " + participant.GivenName,
                contact.Revision,
                contact.PersonId == person.Id))
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new CalendarOfPerson(person.Language, await db.SessionsOf(person.Id, from).Take(Most).ToListAsync(cancellationToken), contacts);
    }
}
