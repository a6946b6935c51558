using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A coordinator declines an application.</summary>
/// <param name="Reason">Why; the teacher reads it.</param>
[RequirePermission(Permission.ManageGroups)]
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
        var groups = db.ManagedBy(user);
        var enrolment = await db.Enrolments.SingleOrDefaultAsync(
            e => e.Id == request.EnrolmentId && groups.Any(g => g.Id == e.GroupId), cancellationToken);
        if (enrolment is null)
        {
            return new NotFound();
        }

        // the first reason stands: it is the one the teacher may have read
        return enrolment.Status != EnrolmentStatus.Declined && enrolment.Decline(request.Reason.Trim(), time.UtcNow()) is { } refused
            ? refused
            : Done.Value;
    }
}
