using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A coordinator calls a group off before it begins; whoever had applied reads why and can apply elsewhere.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record CancelGroupCommand(Guid GroupId, string Reason) : ICommand<Done>;

internal sealed class CancelGroupValidator : AbstractValidator<CancelGroupCommand>
{
    public CancelGroupValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1000).WithErrorCode("too_long");
}

internal sealed class CancelGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CancelGroupCommand, Result<Done>>
{
    private static readonly IReadOnlyList<EnrolmentStatus> Open =
        [EnrolmentStatus.Applied, EnrolmentStatus.WaitingList, EnrolmentStatus.Accepted];

    public async Task<Result<Done>> Handle(CancelGroupCommand request, CancellationToken cancellationToken)
    {
        if (await PlaceTurn.TakeAsync(db, request.GroupId, cancellationToken) is not { } turn
            || !await db.ManagedBy(user).AnyAsync(g => g.Id == request.GroupId, cancellationToken))
        {
            return new NotFound();
        }

        if (turn.Group.Status == GroupStatus.Cancelled)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        if (turn.Group.Cancel(request.Reason.Trim(), now) is { } refused)
        {
            return refused;
        }

        foreach (var enrolment in await db.Enrolments.Where(e => e.GroupId == request.GroupId && Open.Contains(e.Status)).ToListAsync(cancellationToken))
        {
            if (enrolment.Withdraw(request.Reason.Trim(), now) is { } wrong)
            {
                return wrong;
            }
        }

        return Done.Value;
    }
}
