using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Whoever leads the team, or the school, records what a review showed.</summary>
[SignedIn]
public sealed record RecordTeamReviewCommand(Guid TeamId, Guid ReviewId, string? Words) : ICommand<Done>;

internal sealed class RecordTeamReviewValidator : AbstractValidator<RecordTeamReviewCommand>
{
    public RecordTeamReviewValidator() =>
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(SchoolTeam.WordsLength).WithErrorCode("too_long");
}

internal sealed class RecordTeamReviewHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RecordTeamReviewCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordTeamReviewCommand request, CancellationToken cancellationToken)
    {
        var team = await db.TeamToRunAsync(user, request.TeamId, cancellationToken);
        return (team.Error ?? team.Value.RecordReview(request.ReviewId, request.Words.Lines(), time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
