using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>Activities of the school's teachers, those that wait longest first.</summary>
/// <param name="Decided">Those that were decided, the latest first, instead of those that wait.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.ConfirmDevelopment)]
public sealed record GetActivitiesQuery(bool Decided, int Page) : IQuery<Paged<ActivityRow>>;

/// <summary>An activity in a list.</summary>
public sealed record ActivityRow(
    Guid Id, string Person, DevelopmentKind Kind, string Title, DateOnly From, DateOnly To, int Hours, ActivityStatus Status, DateTime StatusSince);

internal sealed class GetActivitiesHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetActivitiesQuery, Result<Paged<ActivityRow>>>
{
    public async Task<Result<Paged<ActivityRow>>> Handle(GetActivitiesQuery request, CancellationToken cancellationToken)
    {
        var activities = db.ActivitiesInReach(user, time.Today());
        activities = request.Decided
            ? activities.Where(a => a.Status == ActivityStatus.Confirmed || a.Status == ActivityStatus.Returned).OrderByDescending(a => a.StatusSince).ThenBy(a => a.Id)
            : activities.Where(a => a.Status == ActivityStatus.Recorded).OrderBy(a => a.StatusSince).ThenBy(a => a.Id);
        var total = await activities.CountAsync(cancellationToken);
        return await activities
            .Select(a => new ActivityRow(
                a.Id,
                db.Persons.Where(p => p.Id == a.PersonId).Select(p => p.FamilyName + " " + p.GivenName).First(),
                a.Kind,
                a.Title,
                a.From,
                a.To,
                a.Hours,
                a.Status,
                a.StatusSince))
            .PageAsync(total, request.Page, cancellationToken);
    }
}
