using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Groups;

/// <summary>A coordinator accepts an application: the person has a place and a portfolio.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record AcceptApplicationCommand(Guid EnrolmentId) : ICommand<Done>;

/// <summary>The group is closed and takes nobody any more.</summary>
public sealed record GroupOver() : Error("group_over", ErrorKind.Conflict);

internal sealed class AcceptApplicationHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AcceptApplicationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AcceptApplicationCommand request, CancellationToken cancellationToken)
    {
        var found = await (
            from e in db.Enrolments
            where e.Id == request.EnrolmentId
            join g in db.ManagedBy(user) on e.GroupId equals g.Id
            select new { Enrolment = e, Group = g })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var (enrolment, group) = (found.Enrolment, found.Group);
        if (enrolment.Status == EnrolmentStatus.Accepted)
        {
            return Done.Value;
        }

        if (group.Status == GroupStatus.Closed)
        {
            return new GroupOver();
        }

        if (await db.Enrolments.WithPlace().CountAsync(e => e.GroupId == group.Id, cancellationToken) >= group.Capacity)
        {
            return new GroupFull(group.Capacity);
        }

        var now = time.UtcNow();
        if (enrolment.Accept(now) is { } refused)
        {
            return refused;
        }

        // the group counts as changed, so of two who accept for the last place at once the second counts again
        db.Groups.Entry(group).Property(g => g.Revision).IsModified = true;
        db.Portfolios.Add(Portfolio.Begin(enrolment.Id, now));
        return Done.Value;
    }
}
