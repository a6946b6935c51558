using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>One of the own activities, to be corrected or taken back.</summary>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record GetMyActivityQuery(Guid ActivityId) : IQuery<MyActivityView>;

/// <summary>One of the own activities.</summary>
/// <param name="Fields">What was typed.</param>
/// <param name="File">The file; null for none.</param>
public sealed record MyActivityView(Guid Id, ActivityStatus Status, string? ReturnReason, ActivityFields Fields, EvidenceFile? File)
{
    /// <summary>Whether it can still be corrected and taken back.</summary>
    public bool IsOpen => DevelopmentActivity.States.Allow(Status, ActivityStatus.Withdrawn);
}

internal sealed class GetMyActivityHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyActivityQuery, Result<MyActivityView>>
{
    public async Task<Result<MyActivityView>> Handle(GetMyActivityQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var found = await db.DevelopmentActivities
            .AsNoTracking()
            .Where(a => a.Id == request.ActivityId && a.PersonId == me)
            .Select(a => new { Activity = a, OtherIin = db.Persons.Where(p => p.Id == a.OtherId).Select(p => p.Iin).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.Activity is not { } activity)
        {
            return new NotFound();
        }

        // the number is what the teacher typed: a name behind it is not told
        return new MyActivityView(activity.Id, activity.Status, activity.ReturnReason, new ActivityFields
        {
            Kind = activity.Kind,
            Title = activity.Title,
            Organiser = activity.Organiser,
            From = activity.From,
            To = activity.To,
            Hours = activity.Hours,
            Link = activity.Link,
            DocumentNumber = activity.DocumentNumber,
            OtherIin = found.OtherIin,
            Side = activity.Side,
            Outcome = activity.Outcome,
        }, activity.Evidence.File);
    }
}
