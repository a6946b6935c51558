using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A teacher applies for a course. Person and group name the application, so a second submit finds the first. Where the
/// programme asks nobody's consent the teacher has a place at once, or stands in line.
/// </summary>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record ApplyToGroupCommand(Guid GroupId) : ICommand<Guid>;

/// <summary>The group has begun or is over.</summary>
public sealed record GroupNotRecruiting() : Error("group_not_recruiting", ErrorKind.Conflict);

/// <summary>The application to this group was declined.</summary>
public sealed record ApplicationDeclined() : Error("application_declined", ErrorKind.Conflict);

/// <summary>Teachers come to the course as a team, which their school sends.</summary>
/// <param name="Size">How many of one school.</param>
public sealed record TeamNeeded(int Size) : Error("team_needed", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Size];
}

internal sealed class ApplyToGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ApplyToGroupCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ApplyToGroupCommand request, CancellationToken cancellationToken)
    {
        if (await PlaceTurn.TakeAsync(db, request.GroupId, cancellationToken) is not { } turn)
        {
            return new NotFound();
        }

        var before = await db.Enrolments.Include(e => e.Decisions)
            .SingleOrDefaultAsync(e => e.GroupId == turn.Group.Id && e.PersonId == user.Me, cancellationToken);
        if (before is { Status: not EnrolmentStatus.Withdrawn })
        {
            return before.Status == EnrolmentStatus.Declined ? new ApplicationDeclined() : before.Id;
        }

        if (!turn.Group.TakesApplications(time.Today()))
        {
            return new GroupNotRecruiting();
        }

        if (turn.TeamSize is { } size)
        {
            return new TeamNeeded(size);
        }

        var now = time.UtcNow();
        var work = (await db.WorkplacesAsync([user.Me], time.Today(), cancellationToken)).GetValueOrDefault(user.Me);
        var enrolment = before;
        if (enrolment is null)
        {
            enrolment = db.Enrol(turn.Group, user.Me, EnrolmentOrigin.OwnApplication, work, now);
        }
        else if (enrolment.ApplyAgain(EnrolmentOrigin.OwnApplication, null, work?.SchoolId, work?.RegionId, now) is { } refused)
        {
            return refused;
        }

        enrolment.Asking(turn.Steps);
        return enrolment.IsApproved && await turn.GiveAsync([enrolment], now, cancellationToken) is { } wrong ? wrong : enrolment.Id;
    }
}
