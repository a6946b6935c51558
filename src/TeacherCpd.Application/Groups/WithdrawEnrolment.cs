using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A teacher gives the application or the place back before the course begins, or the coordinator takes somebody out, with a
/// reason, also later. The place goes to the first who waits.
/// </summary>
/// <param name="Reason">Why; asked of the coordinator.</param>
[SignedIn]
public sealed record WithdrawEnrolmentCommand(Guid EnrolmentId, string? Reason) : ICommand<Done>;

/// <summary>The course has begun: the coordinator takes people out, with a reason.</summary>
public sealed record CourseBegun() : Error("course_begun", ErrorKind.Conflict);

/// <summary>Work of the person is being checked or assessed: first that has to end.</summary>
public sealed record PortfolioUnderWay() : Error("portfolio_under_way", ErrorKind.Conflict);

internal sealed class WithdrawEnrolmentValidator : AbstractValidator<WithdrawEnrolmentCommand>
{
    public WithdrawEnrolmentValidator() => RuleFor(c => c.Reason).MaximumLength(1000).WithErrorCode("too_long");
}

internal sealed class WithdrawEnrolmentHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WithdrawEnrolmentCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawEnrolmentCommand request, CancellationToken cancellationToken)
    {
        var groupId = await db.Enrolments.Where(e => e.Id == request.EnrolmentId).Select(e => e.GroupId).SingleOrDefaultAsync(cancellationToken);
        if (await PlaceTurn.TakeAsync(db, groupId, cancellationToken) is not { } turn)
        {
            return new NotFound();
        }

        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == request.EnrolmentId, cancellationToken);
        var isOwn = enrolment.PersonId == user.Me;
        var manages = await db.ManagedBy(user).AnyAsync(g => g.Id == groupId, cancellationToken);
        if (!isOwn && !manages)
        {
            return new NotFound();
        }

        if (enrolment.Status == EnrolmentStatus.Withdrawn)
        {
            return Done.Value;
        }

        if (!manages && turn.Group.Status != GroupStatus.Recruiting)
        {
            return new CourseBegun();
        }

        var reason = request.Reason.OrNothing();
        if (!isOwn && reason is null)
        {
            return new InvalidInput([new FieldFault(nameof(request.Reason), "required", [])]);
        }

        if (await db.HasWorkUnderWayAsync(enrolment.Id, cancellationToken))
        {
            return new PortfolioUnderWay();
        }

        var hadPlace = enrolment.Status == EnrolmentStatus.Accepted;
        var now = time.UtcNow();
        return (enrolment.Withdraw(reason, now) ?? await turn.ReleaseAsync(enrolment, hadPlace, now, cancellationToken)) is { } refused
            ? refused
            : Done.Value;
    }
}
