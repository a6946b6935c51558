using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>The school gives an activity back to the teacher.</summary>
/// <param name="ActivityId">Activity of somebody else.</param>
/// <param name="Seen">Revision that was looked at.</param>
/// <param name="Reason">What to correct; the teacher reads it.</param>
[RequirePermission(Permission.ConfirmDevelopment)]
public sealed record ReturnActivityCommand(Guid ActivityId, int Seen, string Reason) : ICommand<Done>;

internal sealed class ReturnActivityValidator : AbstractValidator<ReturnActivityCommand>
{
    public ReturnActivityValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(DevelopmentActivity.ReasonMaxLength).WithErrorCode("too_long");
}

internal sealed class ReturnActivityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReturnActivityCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReturnActivityCommand request, CancellationToken cancellationToken)
    {
        var activity = await db.ActivitiesInReach(user, time.Today()).SingleOrDefaultAsync(a => a.Id == request.ActivityId, cancellationToken);
        if (activity is null)
        {
            return new NotFound();
        }

        if (activity.Status == ActivityStatus.Returned)
        {
            // the first reason stands: it is the one the teacher may have read
            return Done.Value;
        }

        if (activity.Revision != request.Seen)
        {
            return new ActivityCorrectedMeanwhile();
        }

        return activity.Return(user.Me, request.Reason.ReplaceLineEndings("\n").Trim(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
