using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>One activity, for the school to decide about.</summary>
[RequirePermission(Permission.ConfirmDevelopment)]
public sealed record GetActivityQuery(Guid ActivityId) : IQuery<ActivityView>;

/// <summary>One activity with what shows it.</summary>
/// <param name="Revision">What is shown; a decision says it again.</param>
/// <param name="Other">Name of the other person of a pair.</param>
public sealed record ActivityView(
    Guid Id,
    int Revision,
    string Person,
    DevelopmentKind Kind,
    string Title,
    string Organiser,
    DateOnly From,
    DateOnly To,
    int Hours,
    string? Link,
    string? DocumentNumber,
    string? FileName,
    string? Other,
    MentoringSide? Side,
    string? Outcome,
    ActivityStatus Status,
    DateTime StatusSince,
    string? ReturnReason);

internal sealed class GetActivityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetActivityQuery, Result<ActivityView>>
{
    public async Task<Result<ActivityView>> Handle(GetActivityQuery request, CancellationToken cancellationToken)
    {
        var activity = await db.ActivitiesInReach(user, time.Today())
            .Where(a => a.Id == request.ActivityId)
            .Select(a => new ActivityView(
                a.Id,
                a.Revision,
                db.Persons.Where(p => p.Id == a.PersonId).Select(p => p.FamilyName + " " + p.GivenName).First(),
                a.Kind,
                a.Title,
                a.Organiser,
                a.From,
                a.To,
                a.Hours,
                a.Link,
                a.DocumentNumber,
                a.FileName,
                db.Persons.Where(p => p.Id == a.OtherId).Select(p => p.FamilyName + " " + p.GivenName).FirstOrDefault(),
                a.Side,
                a.Outcome,
                a.Status,
                a.StatusSince,
                a.ReturnReason))
            .SingleOrDefaultAsync(cancellationToken);
        return activity is null ? new NotFound() : activity;
    }
}
