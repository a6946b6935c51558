using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>Events of school coaches that the user holds or sees, the latest first.</summary>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetCoachEventsQuery(int Page) : IQuery<CoachEventsView>;

/// <summary>Events.</summary>
/// <param name="MayPlan">Whether the user is a coach, or coordinates a school that has one.</param>
/// <param name="Held">How many of all of them were held.</param>
/// <param name="Participants">How many came to those.</param>
public sealed record CoachEventsView(Paged<CoachEventRow> Events, bool MayPlan, int Held, int Participants);

/// <summary>An event in a list.</summary>
/// <param name="Coach">Name of the coach.</param>
/// <param name="Schools">For how many schools it is.</param>
public sealed record CoachEventRow(
    Guid Id, CoachEventKind Kind, string Topic, DateOnly From, DateOnly To, LocalizedText School, string Coach, int Schools, int Participants, CoachEventStatus Status);

internal sealed class GetCoachEventsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCoachEventsQuery, Result<CoachEventsView>>
{
    public async Task<Result<CoachEventsView>> Handle(GetCoachEventsQuery request, CancellationToken cancellationToken)
    {
        var seen = db.EventsSeen(user);
        var rows =
            from held in seen
            join school in db.Organisations on held.SchoolId equals school.Id
            join person in db.Persons on held.CoachId equals person.Id
            orderby held.From descending, held.Id
            select new CoachEventRow(
                held.Id, held.Kind, held.Topic, held.From, held.To, school.Name, person.FamilyName + " " + person.GivenName,
                held.Schools.Count, held.Schools.Sum(s => s.Participants ?? 0), held.Status);
        return new CoachEventsView(
            await rows.PageAsync(await seen.CountAsync(cancellationToken), request.Page, cancellationToken),
            await db.CoachesInHand(user, time.Today()).AnyAsync(cancellationToken),
            await seen.CountAsync(e => e.Status == CoachEventStatus.Held, cancellationToken),
            await seen.SelectMany(e => e.Schools).SumAsync(s => s.Participants ?? 0, cancellationToken));
    }
}
