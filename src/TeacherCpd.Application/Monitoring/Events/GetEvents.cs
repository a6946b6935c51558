using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Events;

/// <summary>
/// The group consultations and webinars that a trainer held, and which are worth holding: weak sides that several teachers showed in the
/// lessons that the trainer observed in the last year, and that no event has answered since.
/// </summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetEventsQuery(int Page) : IQuery<EventList>;

/// <summary>Events of a trainer.</summary>
/// <param name="Proposals">Difficulties of several, those of most teachers first.</param>
/// <param name="Events">The latest first.</param>
public sealed record EventList(IReadOnlyList<Difficulty> Proposals, Paged<EventLine> Events);

/// <summary>A weak side that several teachers showed.</summary>
/// <param name="Sign">Code of the side.</param>
/// <param name="Teachers">How many teachers.</param>
public sealed record Difficulty(string Sign, int Teachers);

/// <summary>An event.</summary>
public sealed record EventLine(Guid Id, ContactKind Kind, string Title, DateOnly HeldOn, string? Sign, string? Link, string? Recording, int Participants);

internal sealed class GetEventsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetEventsQuery, Result<EventList>>
{
    // of one teacher it is a matter for the two, not for an event
    private const int FewestTeachers = 2;
    private const int MostProposals = 5;

    public async Task<Result<EventList>> Handle(GetEventsQuery request, CancellationToken cancellationToken)
    {
        var since = time.Today().AddYears(-1);
        var weak = LessonSign.All.Where(s => !s.IsStrong).Select(s => s.Code).ToList();
        var seen = await (
            from lesson in db.SupportLessons
            from sign in lesson.Signs
            where lesson.ObserverId == user.Me && lesson.Status != LessonStatus.Draft && lesson.LessonOn >= since && weak.Contains(sign.Code)
                && !db.SupportEvents.Any(e => e.TrainerId == user.Me && e.Sign == sign.Code && e.HeldOn >= lesson.LessonOn)
            group lesson.PersonId by sign.Code into teachers
            select new { teachers.Key, Count = teachers.Distinct().Count() })
            .ToListAsync(cancellationToken);
        var mine = db.SupportEvents.Where(e => e.TrainerId == user.Me);
        return new EventList(
            [.. seen.Where(s => s.Count >= FewestTeachers).OrderByDescending(s => s.Count).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostProposals).Select(s => new Difficulty(s.Key, s.Count))],
            await mine
                .OrderByDescending(e => e.HeldOn)
                .ThenBy(e => e.Id)
                .Select(e => new EventLine(e.Id, e.Kind, e.Title, e.HeldOn, e.Sign, e.Link, e.Recording, e.Participants.Count))
                .PageAsync(await mine.CountAsync(cancellationToken), request.Page, cancellationToken));
    }
}
