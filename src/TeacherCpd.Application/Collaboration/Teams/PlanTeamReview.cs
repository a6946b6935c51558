using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Whoever leads the team, or the school, plans a day on which the team looks at what it reached.</summary>
/// <param name="ReviewId">Id that the form carries: sending it twice plans one.</param>
[SignedIn]
public sealed record PlanTeamReviewCommand(Guid ReviewId, Guid TeamId, DateOnly? ReviewOn) : ICommand<Done>;

internal sealed class PlanTeamReviewValidator : AbstractValidator<PlanTeamReviewCommand>
{
    public PlanTeamReviewValidator() => RuleFor(c => c.ReviewOn).NotNull().WithErrorCode("required");
}

internal sealed class PlanTeamReviewHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<PlanTeamReviewCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanTeamReviewCommand request, CancellationToken cancellationToken)
    {
        var team = await db.TeamToRunAsync(user, request.TeamId, cancellationToken);
        if (team.Error is { } none)
        {
            return none;
        }

        if (team.Value.Reviews.Any(r => r.Id == request.ReviewId))
        {
            return Done.Value;
        }

        return team.Value.PlanReview(request.ReviewId, request.ReviewOn!.Value) is { } refused ? refused : Done.Value;
    }
}
