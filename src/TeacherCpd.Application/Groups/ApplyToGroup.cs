using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A teacher applies for a course. Person and group name the application, so a second submit finds the first.</summary>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record ApplyToGroupCommand(Guid GroupId) : ICommand<Guid>;

/// <summary>The group has begun or is over.</summary>
public sealed record GroupNotRecruiting() : Error("group_not_recruiting", ErrorKind.Conflict);

/// <summary>Every place of the group is taken.</summary>
/// <param name="Capacity">Places of the group.</param>
public sealed record GroupFull(int Capacity) : Error("group_full", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Capacity];
}

/// <summary>The coordinator declined the person's application to this group.</summary>
public sealed record ApplicationDeclined() : Error("application_declined", ErrorKind.Conflict);

internal sealed class ApplyToGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ApplyToGroupCommand, Result<Guid>>
{
    // without 0 and O, 1, I and L, which are taken for each other when read out or written by hand
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    public async Task<Result<Guid>> Handle(ApplyToGroupCommand request, CancellationToken cancellationToken)
    {
        var group = await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        var before = await db.Enrolments.AsNoTracking().SingleOrDefaultAsync(e => e.GroupId == group.Id && e.PersonId == user.Me, cancellationToken);
        if (before is not null)
        {
            return before.Status == EnrolmentStatus.Declined ? new ApplicationDeclined() : before.Id;
        }

        if (group.Status != GroupStatus.Recruiting || group.StartsOn <= time.Today())
        {
            return new GroupNotRecruiting();
        }

        if (await db.Enrolments.WithPlace().CountAsync(e => e.GroupId == group.Id, cancellationToken) >= group.Capacity)
        {
            return new GroupFull(group.Capacity);
        }

        var enrolment = new Enrolment
        {
            GroupId = group.Id,
            PersonId = user.Me,
            // a code that is taken already fails on its unique key, and the pipeline tries again with another
            ListenerCode = RandomNumberGenerator.GetString(CodeLetters, CodeLength),
            AppliedAt = time.UtcNow(),
        };
        db.Enrolments.Add(enrolment);
        return enrolment.Id;
    }
}
