using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// School, education department or branch agree to an application, for a team to those of all. After the last of them the
/// person has a place and a portfolio, or stands in the line of those who wait.
/// </summary>
[SignedIn]
public sealed record AcceptApplicationCommand(Guid EnrolmentId) : ICommand<EnrolmentStatus>;

/// <summary>The group takes nobody any more.</summary>
public sealed record GroupOver() : Error("group_over", ErrorKind.Conflict);

internal sealed class AcceptApplicationHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<AcceptApplicationCommand, Result<EnrolmentStatus>>
{
    public async Task<Result<EnrolmentStatus>> Handle(AcceptApplicationCommand request, CancellationToken cancellationToken)
    {
        if (!user.IsDecider())
        {
            return new Forbidden();
        }

        var groupId = await db.Enrolments.Where(e => e.Id == request.EnrolmentId).Select(e => e.GroupId).SingleOrDefaultAsync(cancellationToken);
        if (await PlaceTurn.TakeAsync(db, groupId, cancellationToken) is not { } turn)
        {
            return new NotFound();
        }

        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == request.EnrolmentId, cancellationToken);
        var steps = await db.StepsOfAsync(user, turn.Group, enrolment.SchoolId, cancellationToken);
        if (steps.Count == 0)
        {
            return new NotFound();
        }

        if (enrolment.Status is EnrolmentStatus.Accepted or EnrolmentStatus.WaitingList)
        {
            return enrolment.Status;
        }

        if (turn.Group.Status is GroupStatus.Closed or GroupStatus.Cancelled)
        {
            return new GroupOver();
        }

        if (enrolment.Status != EnrolmentStatus.Applied)
        {
            return new StepNotAllowed(enrolment.Status.ToString(), nameof(EnrolmentStatus.Accepted));
        }

        if (!steps.Contains(enrolment.AwaitedStep))
        {
            return new NotYourStep(enrolment.AwaitedStep);
        }

        var now = time.UtcNow();
        var step = enrolment.AwaitedStep;
        var together = await db.TogetherAsync(enrolment, cancellationToken);
        foreach (var one in together)
        {
            if (one.Approve(step, turn.Steps, user.Me, now) is { } refused)
            {
                return refused;
            }
        }

        return enrolment.IsApproved && await turn.GiveAsync(together, now, cancellationToken) is { } wrong ? wrong : enrolment.Status;
    }
}
