using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// School, education department or branch decline an application, for a team those of all. The branch also declines who waits
/// for a place or for others.
/// </summary>
/// <param name="Reason">Why; the teacher reads it.</param>
[SignedIn]
public sealed record DeclineApplicationCommand(Guid EnrolmentId, string Reason) : ICommand<Done>;

internal sealed class DeclineApplicationValidator : AbstractValidator<DeclineApplicationCommand>
{
    public DeclineApplicationValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1000).WithErrorCode("too_long");
}

internal sealed class DeclineApplicationHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DeclineApplicationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeclineApplicationCommand request, CancellationToken cancellationToken)
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

        // the first reason stands: it is the one the teacher may have read
        if (enrolment.Status == EnrolmentStatus.Declined)
        {
            return Done.Value;
        }

        if (!Enrolment.States.Allow(enrolment.Status, EnrolmentStatus.Declined))
        {
            return new StepNotAllowed(enrolment.Status.ToString(), nameof(EnrolmentStatus.Declined));
        }

        if (!steps.Contains(enrolment.AwaitedStep) && !steps.Contains(Domain.Programmes.ApplicationSteps.Branch))
        {
            return new NotYourStep(enrolment.AwaitedStep);
        }

        var now = time.UtcNow();
        foreach (var one in await db.TogetherAsync(enrolment, cancellationToken))
        {
            if (one.Decline(request.Reason.Trim(), user.Me, now) is { } refused)
            {
                return refused;
            }

            db.EnrolmentNotices.Add(EnrolmentNotice.OfDecline(one, now));
        }

        // who waited behind a team may fit now
        return await turn.ReleaseAsync(enrolment, hadPlace: false, now, cancellationToken) is { } wrong ? wrong : Done.Value;
    }
}
